"""What somebody said in private in any of their talks, opened on purpose; in a talk that is open, it is opened there."""

from collections.abc import Iterable, Iterator

from coachdesk.clock import local
from coachdesk.i18n import _, long_date
from coachdesk.interviews import KINDS, Interview, StoredAnswer
from coachdesk.people import Person
from coachdesk.privacy import Sealed
from coachdesk.services.answers import opened
from coachdesk.services.context import Context
from coachdesk.services.safety import NOTE
from coachdesk.storage import find_by, get


class ToldInPrivate:
    """Opening what is sealed of one person, once their talks are over as well."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, person_id: str, reason: str) -> Sealed[str]:
        """Every sealed answer and note of a person's talks, oldest talk first; empty where there is none.

        The opening and its reason code are audited, whether there is anything or not: nothing is told before that.

        Raises:
            AppError: "storage.not-found"; "vault.sealed-unreadable"; "interview.no-definition".
        """
        with self._context.database.write() as writer:
            get(writer.connection, Person, person_id)
            writer.audit(f"sealed.opened.{reason}", subject=person_id, record=person_id)
            talks = sorted(find_by(writer.connection, Interview, person_id=person_id), key=lambda each: each.id)
            rows = [find_by(writer.connection, StoredAnswer, interview_id=each.id) for each in talks]
        said = (self._of_talk(talk, some) for talk, some in zip(talks, rows, strict=True))
        return Sealed("\n\n".join(filter(None, said)))

    def _of_talk(self, talk: Interview, rows: Iterable[StoredAnswer]) -> str:
        sealed = sorted((each for each in rows if each.sealed_value is not None), key=lambda each: each.id)
        lines = [line for row in sealed for line in self._lines(talk, row)]
        if not lines:
            return ""
        written = self._context.written(talk.definition_id, talk.definition_version)
        title = written.title if written else talk.definition_id
        return "\n".join((f"{title}, {long_date(local(talk.started_at).date())}", *lines))

    def _lines(self, talk: Interview, row: StoredAnswer) -> Iterator[str]:
        """The question, then what was said to it, and noted beside it."""
        value, note = opened(self._context, row)
        if row.question_id.startswith(NOTE):
            yield from filter(None, value or ())
            return
        asked = self._context.definition_of(talk).questions() if self._context.has_words_of(talk) else ()
        question = next((each for each in asked if each.id == row.question_id), None)
        if question is not None:
            yield question.label
        if value is not None:
            yield KINDS[question.kind].show(question, value, _) if question is not None else str(value)
        if note:
            yield note
