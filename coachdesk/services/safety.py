"""What is kept when somebody was in danger during a talk: a sealed note and one follow-up. Neither says why.

The note is an answer like a sealed one, under a question that no definition has: it goes wherever sealed answers go, and
nowhere else. That the safety panel was open is kept nowhere.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime

from coachdesk.i18n import _
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.plans import Action, Party
from coachdesk.privacy import Privacy, Sealed
from coachdesk.services.answers import opened, sealed_row, stored_answer
from coachdesk.services.context import Context
from coachdesk.storage import find, find_by, table_of

NOTE = "safety-note/"
"""What the question of such a note begins with; a random id follows."""


class Safety:
    """Notes and follow-ups from the safety panel."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._audited: set[str] = set()

    def new_note(self) -> str:
        """The id of a note that is begun; nothing is stored yet."""
        return self._context.new_id()

    def keep_note(self, interview: Interview, note_id: str, said: Sequence[str]) -> datetime:
        """Seal what was typed so far (what was said, who was told, when), in the place of what was typed before it.

        Raises:
            AppError: "storage.disk-full" and the like; nothing is half stored then.
        """
        question = f"{NOTE}{note_id}"
        with self._context.database.write() as writer:
            row = stored_answer(writer.connection, interview.id, question) or StoredAnswer(
                id=self._context.new_id(), interview_id=interview.id, question_id=question
            )
            sealed = sealed_row(self._context, row, json.dumps(list(said), ensure_ascii=False))
            stored = writer.put(sealed, "answer.written", visit=note_id)
            if note_id not in self._audited:
                writer.audit("answer.saved", subject=interview.person_id, record=interview.id)
        self._audited.add(note_id)
        return stored.updated_at or self._context.clock()

    def has_notes(self, interview: Interview) -> bool:
        """Whether something was sealed in this talk; nothing is opened."""
        with self._context.database.read() as connection:
            rows = find_by(connection, StoredAnswer, interview_id=interview.id)
        return any(row.question_id.startswith(NOTE) for row in rows)

    def open_notes(self, interview: Interview, reason: str) -> Sealed[str]:
        """The notes of a talk, opened on purpose; the opening and its reason code are audited."""
        with self._context.database.write() as writer:
            rows = find_by(writer.connection, StoredAnswer, interview_id=interview.id)
            writer.audit(f"sealed.opened.{reason}", subject=interview.person_id, record=interview.id)
        notes = sorted((row for row in rows if row.question_id.startswith(NOTE)), key=lambda row: row.id)
        said = (opened(self._context, row)[0] or () for row in notes)
        return Sealed("\n\n".join("\n".join(filter(None, each)) for each in said))

    def follow_up(self, interview: Interview, who: str, by: date | None) -> Action:
        """One follow-up among our promises, between the two of them: who and by when, never what about."""
        words = _("Follow-up due: see {who}").format(who=who.strip()) if who.strip() else _("Follow-up due")
        table = table_of(Action)
        with self._context.database.write() as writer:
            mine = table.c.person_id == interview.person_id
            last = find(writer.connection, Action, mine, order_by=(table.c.position.desc(),), limit=1)
            action = Action(
                id=self._context.new_id(),
                person_id=interview.person_id,
                text=words,
                owner=Party.COACH,
                by=by,
                privacy=Privacy.BETWEEN_US,
                interview_id=interview.id,
                position=1 + (last[0].position if last else 0),
            )
            stored = writer.put(action, "action.saved")
            writer.audit("action.saved", subject=interview.person_id, record=stored.id)
        return stored
