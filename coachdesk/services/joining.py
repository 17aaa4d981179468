from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from coachdesk.commitments import Commitment
from coachdesk.diary import Appointment
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.interviews import Interview
from coachdesk.name_lists import forms
from coachdesk.people import Circumstance, Person, check_person
from coachdesk.people.comparing import Compared, compared, day_words, private_words
from coachdesk.people.duplicates import EXACT, Same, likely_same
from coachdesk.people.joining import Joining, joined
from coachdesk.plans import Action, ActionState
from coachdesk.services.context import Context
from coachdesk.services.duplicates import likely_rows, shown
from coachdesk.services.rhythms import count_anew, watch_over
from coachdesk.storage import PersonRow, find, find_by, get, last_contact, people_rows, table_of
from coachdesk.storage.joining import join_records, part_records


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose record may be of the same person, and what makes it likely; None where only the coach says so."""

    row: PersonRow
    same: Same | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records beside one another, as they were read; `same` is what makes it likely that they are of one person."""

    first: Person
    second: Person
    rows: tuple[Compared, ...]
    same: Same | None


class Joinings:
    """Two records of one person: found, compared, joined, and taken apart again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def candidates(self, person_id: str, text: str = "") -> tuple[Candidate, ...]:
        """Whose record may be of the same person: who is likely to be, or whoever fits what was typed, best first.

        Whoever has a safe address is among them by exact identifiers only, and then without when they come or were here.
        """
        context = self._context
        with context.database.read() as connection:
            person = get(connection, Person, person_id)
            if not text.strip():
                likely = likely_rows(connection, person, context.today())
                return tuple(Candidate(each.row, each.same) for each in likely)
            rows = {
                row.person_id: row
                for archived in (False, True)
                for row in people_rows(connection, text, day=context.today(), forms=forms(), archived=archived)
                if row.person_id != person_id
            }
            known = {each.id: each for each in find(connection, Person, table_of(Person).c.id.in_(rows))}
        return tuple(_offered(person, known[each], row) for each, row in rows.items() if _may(person, known[each]))

    def compare(self, person_id: str, other_id: str) -> Comparison:
        """Two records beside one another; both readings are audited."""
        with self._context.database.write() as writer:
            for each in (person_id, other_id):
                writer.audit("person.compared", subject=each, record=each)
        with self._context.database.read() as connection:
            first, second = get(connection, Person, person_id), get(connection, Person, other_id)
            return _beside(connection, first, second)

    def compare_typed(self, draft: Person, known_id: str) -> Comparison:
        """What was typed of somebody new, and is not stored, beside the record of somebody who is here already."""
        with self._context.database.write() as writer:
            writer.audit("person.compared", subject=known_id, record=known_id)
        with self._context.database.read() as connection:
            known = get(connection, Person, known_id)
            return _beside(connection, draft, known)

    def use(self, known: Person, draft: Person, taken: Collection[str] = ()) -> Person:
        """It is the same person: nobody is added, and the record that is here takes what was typed in these fields.

        Raises AppError as `join` does.
        """
        person = joined(known, draft, taken)
        for problem in check_person(person, self._context.today()):
            raise AppError(problem.code)
        with self._context.database.write() as writer:
            stored = writer.put(person, "person.changed")
            if person.safe_address and not known.safe_address:
                watch_over(self._context, writer, person.id)
            writer.audit("person.changed", subject=person.id, record=person.id)
        return stored

    def join(self, keep: Person, other: Person, taken: Collection[str] = ()) -> Joining:
        """Join two records as they were read: the first stays, with the values `taken` from the other one by field.

        Everything else of the other one is kept, and known as coming from there. What protects somebody stays of both.

        Raises:
            AppError: "storage.stale" where one of them was changed since; "person.no-name" and the like where the person
                could not be stored so; "joining.same-record" where the two are one.
        """
        if keep.id == other.id:
            raise AppError("joining.same-record")
        after = joined(keep, other, taken)
        for problem in check_person(after, self._context.today()):
            raise AppError(problem.code)
        new = Joining(
            id=self._context.new_id(), person_id=keep.id, other_id=other.id, before=keep, after=after, other=other
        )
        with self._context.database.write() as writer:
            joining = join_records(writer, new)
            if after.safe_address and not keep.safe_address:
                watch_over(self._context, writer, keep.id)
            count_anew(writer, keep.id)
            for each in (keep.id, other.id):
                writer.audit("person.joined", subject=each, record=joining.id)
        return joining

    def part(self, joining_id: str) -> Person:
        """Take two records apart again, without asking; the person whose record stayed.

        What came from the other record goes back as it is now, with what was added to it since. Whatever else was added
        since stays.

        Raises:
            AppError: "joining.parted" where they were taken apart, or deleted, already; "joining.later-one" where another
                record was joined since.
        """
        with self._context.database.write() as writer:
            found = find_by(writer.connection, Joining, id=joining_id)
            if not found:
                raise AppError("joining.parted")
            person = part_records(writer, found[0])
            for each in (person.id, found[0].other_id):
                count_anew(writer, each)
                writer.audit("person.parted", subject=each, record=joining_id)
        return person


def _may(person: Person, known: Person) -> bool:
    return not known.safe_address or likely_same(person, known, forms()) in EXACT


def _offered(person: Person, known: Person, row: PersonRow) -> Candidate:
    return Candidate(shown(row, known), likely_same(person, known, forms()))


def _beside(connection: Connection, first: Person, second: Person) -> Comparison:
    rows = (*compared(first, second), *_kept(connection, first, second))
    return Comparison(first, second, rows, likely_same(first, second, forms()))


def _kept(connection: Connection, first: Person, second: Person) -> Iterator[Compared]:
    """What is kept of both: counts, the last contact, and what was told, by neutral labels."""
    for name, words, kind in (
        ("interviews", _("Interviews"), Interview),
        ("commitments", _("Issued commitments"), Commitment),
        ("appointments", _("Appointments"), Appointment),
    ):
        yield _both(name, words, *(str(len(find_by(connection, kind, person_id=each.id))) for each in (first, second)))
    yield _both("actions", _("Open actions"), *(_open_actions(connection, each) for each in (first, second)))
    told = (private_words(find_by(connection, Circumstance, person_id=each.id)) for each in (first, second))
    yield _both("circumstances", _("Circumstances"), *told)
    ones, others = (day_words(last_contact(connection, each.id)) for each in (first, second))
    yield Compared("last", _("Last seen"), ones, others, ones != others)


def _both(name: str, words: str, ones: str, others: str) -> Compared:
    return Compared(name, words, ones, others, ones != others, note=_("Both stay.") if ones != others else "")


def _open_actions(connection: Connection, person: Person) -> str:
    return str(len(find_by(connection, Action, person_id=person.id, state=ActionState.OPEN)))
