"""What became of an issued commitment: answers, more time, a second opinion, its end. Entries are only ever added."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.commitments import (
    TO_THINK_ABOUT,
    Commitment,
    EndedBecause,
    Entry,
    EntryKind,
    Life,
    LookedBy,
    OutcomeKind,
    check_entry,
    time_to_think,
    way_of,
)
from coachdesk.i18n import _
from coachdesk.interviews import Interview
from coachdesk.people import Person
from coachdesk.services.context import Context
from coachdesk.services.issued import life
from coachdesk.storage import Writer, get


class Outcomes:
    """Recording what people say to a commitment; the document itself stays as it was issued."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def life(self, commitment_id: str) -> Life:
        """Where an edition stands today. Raises AppError("storage.not-found")."""
        with self._context.database.read() as connection:
            return life(connection, commitment_id)[1]

    def draft(self, commitment_id: str) -> Entry:
        """A reply to be filled in and recorded: said today, in the way in which the two met, and as it was before."""
        with self._context.database.read() as connection:
            return self._draft(connection, commitment_id)

    def _draft(self, connection: Connection, commitment_id: str) -> Entry:
        commitment, stands = life(connection, commitment_id)
        interview = get(connection, Interview, commitment.interview_id)
        before = stands.reply
        return Entry(
            id=self._context.new_id(),
            person_id=commitment.person_id,
            commitment_id=commitment.id,
            kind=EntryKind.REPLY,
            on=self._context.today(),
            way=way_of(None, interview.channel),
            think_until=stands.think_until,
            explained_by=before.explained_by if before else "",
            explained_how=before.explained_how if before else None,
            second_opinion_explained=stands.second_opinion_explained,
            present=before.present if before else (),
        )

    def proposed_time(self, commitment_id: str) -> date:
        """The day to propose for thinking: the policy's days after the offer, on a day when somebody is there."""
        with self._context.database.read() as connection:
            return self._proposed(connection, get(connection, Commitment, commitment_id))

    def longer_time(self, commitment_id: str) -> date:
        """The day to propose where somebody asks for more: as much again, from the day agreed so far or from today."""
        with self._context.database.read() as connection:
            commitment, stands = life(connection, commitment_id)
            so_far = stands.think_until or self._proposed(connection, commitment)
            return self._after(connection, commitment, max(so_far, self._context.today()))

    def record(self, entry: Entry) -> Life:
        """Record an entry that `draft` gave, filled in.

        Time to think is kept only with an answer that leaves something to think about; who takes it away to think and
        agreed no day has the proposed one.

        Raises:
            AppError: as `check_entry`.
        """
        with self._context.database.write() as writer:
            return self._record(writer, entry)

    def _record(self, writer: Writer, entry: Entry) -> Life:
        commitment, before = life(writer.connection, entry.commitment_id)
        offered = local(commitment.issued_at).date()
        check_entry(entry, before, offered=offered, today=self._context.today())
        writer.put(self._with_time(writer.connection, commitment, entry), f"commitment.{entry.kind}")
        writer.audit(f"commitment.{entry.kind}", subject=entry.person_id, record=entry.commitment_id)
        return life(writer.connection, entry.commitment_id)[1]

    def _with_time(self, connection: Connection, commitment: Commitment, entry: Entry) -> Entry:
        if entry.kind is not EntryKind.REPLY:
            return entry
        if entry.outcome not in TO_THINK_ABOUT:
            return replace(entry, think_until=None)
        if entry.outcome is OutcomeKind.TAKEN_AWAY and entry.think_until is None:
            return replace(entry, think_until=self._proposed(connection, commitment))
        return entry

    def _proposed(self, connection: Connection, commitment: Commitment) -> date:
        return self._after(connection, commitment, local(commitment.issued_at).date())

    def _after(self, connection: Connection, commitment: Commitment, day: date) -> date:
        nation = get(connection, Person, commitment.person_id).nation
        return time_to_think(day, self._context.policy.think_days, self._context.content.calendar, nation)

    def give_time(self, commitment_id: str, until: date) -> Life:
        """Agree another day until when the person may think about it; as often as they ask.

        Raises:
            AppError: "commitment.answered", "commitment.past-day", "commitment.not-asked".
        """
        return self.record(replace(self._entry(commitment_id, EntryKind.MORE_TIME), think_until=until))

    def ask_second_opinion(self, commitment_id: str) -> Life:
        """The person asks for somebody else to look at it: once with each edition, beside any answer.

        Raises:
            AppError: "commitment.second-opinion-asked", "commitment.not-asked".
        """
        entry = self._entry(commitment_id, EntryKind.SECOND_OPINION)
        return self.record(replace(entry, second_opinion_explained=True))

    def take_back_second_opinion(self, commitment_id: str, *, reason: str) -> Life:
        """It was noted by mistake.

        Raises:
            AppError: "commitment.reason-needed", "commitment.not-recorded".
        """
        entry = self._entry(commitment_id, EntryKind.SECOND_OPINION)
        return self.record(replace(entry, taken_back=True, reason=reason))

    def looked(self, commitment_id: str, by: LookedBy, said: OutcomeKind, *, on: date, reason: str = "") -> Life:
        """Somebody else looked at it; `said` is what the person says to it now, and their answer where it is another.

        A change of what is asked is a new edition, made as every other. `reason`: where an earlier word is put right.

        Raises:
            AppError: "commitment.not-recorded" where nobody asked for it; as `check_entry`.
        """
        entry = replace(self._entry(commitment_id, EntryKind.LOOKED), on=on, looked_by=by, outcome=said, reason=reason)
        with self._context.database.write() as writer:
            after = self._record(writer, entry)
            if after.outcome is said:
                return after
            reply = self._draft(writer.connection, commitment_id)
            return self._record(writer, replace(reply, on=on, outcome=said, reason=reason or _("A second opinion.")))

    def end(self, commitment_id: str, because: EndedBecause) -> Life:
        """The commitment ends. An answer with a reason takes this back again.

        Raises:
            AppError: "commitment.over" where it is superseded or has ended.
        """
        return self.record(replace(self._entry(commitment_id, EntryKind.ENDED), ended=because))

    def _entry(self, commitment_id: str, kind: EntryKind) -> Entry:
        with self._context.database.read() as connection:
            commitment, _life = life(connection, commitment_id)
        return Entry(
            id=self._context.new_id(),
            person_id=commitment.person_id,
            commitment_id=commitment_id,
            kind=kind,
            on=self._context.today(),
        )
