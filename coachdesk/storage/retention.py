"""What is kept of people, for retention to judge; and deleting what is past its time, so that nothing of it is left."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from coachdesk.commitments.commitment import Commitment
from coachdesk.diary.appointment import Appointment, ContactRhythm
from coachdesk.handover.records import PackedPerson
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.people.handover import Handover
from coachdesk.people.joining import Joining
from coachdesk.people.person import Circumstance, Person
from coachdesk.plans.plan import Action, Goal
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.retention import Hold, Holding, Kind, Stays, numbers
from coachdesk.slips.slip import Slip
from coachdesk.storage.carried import Line, Pieces, awaiting_second_opinion, carried, day_of
from coachdesk.storage.changes import erase_bodies, erase_bodies_of
from coachdesk.storage.erasure import remember_erased
from coachdesk.storage.holdings import LOG, NOTES, PARTS, known
from coachdesk.storage.reading import find
from coachdesk.storage.tables import ANSWERS, DELETIONS, HOLDS, PEOPLE, kinds, table_of
from coachdesk.storage.writer import Writer

KEEPS: Mapping[Kind, tuple[type[Record], ...]] = MappingProxyType(
    {
        Kind.DRAFTS: (Interview, Goal, Action),
        Kind.NOTES: (),
        Kind.TALKS: (Interview,),
        Kind.PRIVATE: (),
        Kind.PLANS: (Action, Goal),
        Kind.COMMITMENTS: (Commitment,),
        Kind.PAPERS: (Slip, Handover),
        Kind.DIARY: (Appointment, ContactRhythm),
        Kind.LIFE: (Circumstance, DiscretionRecord),
        Kind.PACKS: (PackedPerson, Joining),
        Kind.LOG: (),
        Kind.PERSON: (Hold, Person),
    }
)
"""The records that go by themselves, with all that refers to them; of the other kinds a part of a record goes."""

R = TypeVar("R", bound=Record)

_GO: tuple[type[Record], ...] = (
    StoredAnswer,
    *{each: None for some in KEEPS.values() for each in some if each is not Person},
)
_DELETED, _NOTES_DELETED = "retention.deleted", "retention.notes"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """What storage found for retention to judge.

    Attributes:
        left: the day on which somebody left the caseload, by their id.
        stays: whose records all stay, and why.
    """

    holdings: tuple[Holding, ...]
    left: Mapping[str, date]
    stays: Mapping[str, Stays]


def kept(connection: Connection, pieces: Pieces) -> Kept:
    """Everything that has a time. It reads a line of every record: a task for a worker."""
    rows = connection.execute(select(PEOPLE.c.id, PEOPLE.c.archived_at).where(PEOPLE.c.archived_at.is_not(None)))
    left = {row.id: day_of(row.archived_at) for row in rows}
    they = known(left, carried(connection, pieces))
    some = [holding for part in PARTS for holding in part(connection, they)]
    return Kept((*some, *_people(left, some)), left, stays(connection))


def standing_holds(connection: Connection) -> tuple[Hold, ...]:
    """Every legal hold that stands."""
    return tuple(find(connection, Hold, HOLDS.c.lifted_on.is_(None)))


def stays(connection: Connection) -> dict[str, Stays]:
    """Whose records all stay, and why: a legal hold before anything else."""
    held = connection.scalars(select(HOLDS.c.person_id).where(HOLDS.c.lifted_on.is_(None)))
    return dict.fromkeys(awaiting_second_opinion(connection), Stays.SECOND_OPINION) | dict.fromkeys(held, Stays.HELD)


def delete_past(writer: Writer, going: Sequence[Holding], rules: Mapping[Kind, str], today: date) -> None:
    """Delete what a dry run found, with all that refers to it, what lists and searches knew of it, and its log.

    No backup brings it back: its id is remembered as of those who were erased. Of what was told in private in a talk that
    stays, that it went is remembered too, whether there was any or not: it is counted once. What stays is how many of which
    kind went on which day, by which of the `rules`.
    """
    by_kind, many = defaultdict[Kind, list[Holding]](list), Counter[Kind]()
    alone = list[str]()
    for each, number in zip(going, numbers(going), strict=True):
        by_kind[each.kind].append(each)
        many[each.kind] += number
        if number and each.kind is Kind.PRIVATE:
            alone.append(each.key)
    for kind in sorted(by_kind, key=lambda each: each is Kind.PERSON):  # whoever everything refers to goes last
        some = by_kind[kind]
        ids = [each.key.removeprefix(NOTES) for each in some]
        match kind:
            case Kind.NOTES:
                _forget_notes(writer, tuple(_some(writer.connection, StoredAnswer, "interview_id", ids)))
            case Kind.PRIVATE:
                answers = _some(writer.connection, StoredAnswer, "interview_id", [each.within for each in some])
                _forget(writer, [each for each in answers if each.sealed_value is not None])
                remember_erased(writer.connection, *alone)
            case Kind.LOG:
                _forget_wordings(writer.connection, some)
            case _:
                for record in KEEPS[kind]:
                    _forget(writer, tuple(_some(writer.connection, record, "id", ids)))
    lines = [
        {"on": today, "kind": kind, "rule": rules[kind], "many": number} for kind, number in many.items() if number
    ]
    if lines:
        writer.connection.execute(insert(DELETIONS), lines)
    writer.deleted = writer.erased = True


def deletions(connection: Connection) -> Sequence[Line]:
    """The newest lines about what went because its time was over, newest first: `on`, `kind`, `rule`, `many`."""
    return connection.execute(select(DELETIONS).order_by(DELETIONS.c.number.desc()).limit(_AT_ONCE)).all()


def delete_again(writer: Writer, ids: Collection[str]) -> None:
    """Delete, in a vault that came back from a backup, the records with these ids, or their notes where an id says so."""
    connection = writer.connection
    for kind in _GO:
        _forget(writer, tuple(_some(connection, kind, "id", ids)))
    notes = [each.removeprefix(NOTES) for each in ids if each.startswith(NOTES)]
    _forget_notes(writer, tuple(_some(connection, StoredAnswer, "id", notes)))


def known_ids(connection: Connection) -> Iterator[str]:
    """Every id under which something of this vault may have been deleted elsewhere because its time was over."""
    for kind in _GO:
        yield from connection.scalars(select(table_of(kind).c.id))
    yield from (NOTES + each for each in connection.scalars(select(ANSWERS.c.id).where(ANSWERS.c.note != "")))


def _people(left: Mapping[str, date], some: Iterable[Holding]) -> Iterator[Holding]:
    """Whoever left goes once nothing else of theirs stays."""
    theirs = defaultdict[str, set[str]](set)
    for each in some:
        if KEEPS[each.kind]:
            theirs[each.person_id].add(each.key)
    for person_id, day in left.items():
        yield Holding(Kind.PERSON, person_id, person_id, day, waits_for=frozenset(theirs[person_id]))


def _some(connection: Connection, kind: type[R], column: str, values: Collection[str]) -> Iterator[R]:
    wanted = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        yield from find(connection, kind, table_of(kind).c[column].in_(wanted[start : start + _AT_ONCE]))


def _forget(writer: Writer, records: Collection[Record]) -> None:
    """Delete records after all that refers to them, and what the log kept of them."""
    if not records:
        return
    ids = [each.id for each in records]
    kind = type(next(iter(records)))
    if kind is not Person:  # of a person, storage takes everything along
        for child, column in _children(kind):
            _forget(writer, tuple(_some(writer.connection, child, column, ids)))
    for each in records:
        writer.delete(each, _DELETED)
    erase_bodies_of(writer.connection, ids)
    remember_erased(writer.connection, *ids)


def _children(kind: type[Record]) -> Iterator[tuple[type[Record], str]]:
    for child in kinds():
        for column in table_of(child).c:
            if any(key.column.table is table_of(kind) for key in column.foreign_keys):
                yield child, column.name


def _forget_notes(writer: Writer, answers: Iterable[StoredAnswer]) -> None:
    noted = [each for each in answers if each.note]
    for each in noted:
        writer.put(replace(each, note=""), _NOTES_DELETED)
    erase_bodies_of(writer.connection, [each.id for each in noted])
    remember_erased(writer.connection, *(NOTES + each.id for each in noted))


def _forget_wordings(connection: Connection, some: Iterable[Holding]) -> None:
    days = defaultdict[str, set[str]](set)
    for each in some:
        days[each.person_id].add(each.key.removeprefix(f"{LOG}{each.person_id}:"))
    for person_id, those in days.items():
        erase_bodies(connection, person_id, those)
