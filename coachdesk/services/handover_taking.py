"""Taking in a pack: what it is, how it differs from what is here, and, once everything is decided, writing it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.commitments import Commitment, CommitmentFile, Pasted, Withdrawal
from coachdesk.errors import AppError
from coachdesk.handover import (
    Colleague,
    Decision,
    Difference,
    Direction,
    Outcome,
    PackedPerson,
    PackHead,
    PersonParcel,
    Rows,
    compare,
    merged,
    outgoing,
)
from coachdesk.handover.bodies import fields_of
from coachdesk.interviews import Interview
from coachdesk.people import Person
from coachdesk.people.joining import Joining
from coachdesk.records import Record
from coachdesk.services.begun_under import keep_words
from coachdesk.services.context import Context
from coachdesk.services.editions import take_back
from coachdesk.services.handover_making import (
    forget_in_packs,
    packed,
    private_of,
    private_on,
    remembered,
    shared_with,
)
from coachdesk.services.handover_views import Standing
from coachdesk.services.rhythms import count_anew
from coachdesk.storage import Writer, find_by, record_from, records_from, rows_of
from coachdesk.storage.travelling import kind_of

CODE = "handover.received"
"""What every change that a pack brought is called."""

Records = Mapping[tuple[str, str], Record]


@dataclass(frozen=True, slots=True)
class Sides:
    """One person of a pack: as they come, as they are here, as both sides had them, and what differs."""

    parcel: PersonParcel
    records: Records
    whole: Rows
    base: Rows
    standing: Standing
    differences: tuple[Difference, ...]

    @property
    def person(self) -> Person:
        """As the pack has them."""
        return next(each for each in self.records.values() if isinstance(each, Person))


@dataclass(frozen=True, slots=True)
class Incoming:
    """A pack that comes in: into which vault, from whom, and what stands on it."""

    context: Context
    colleague: Colleague
    head: PackHead


def sides_of(incoming: Incoming, connection: Connection, parcel: PersonParcel) -> Sides:
    """Everything about one person of a pack. AppError("handover.damaged") where this vault could not have written it."""
    try:
        records = records_from(parcel.person_id, parcel.rows)
    except ValueError:
        raise AppError("handover.damaged") from None
    whole = rows_of(connection, parcel.person_id)
    if find_by(connection, Joining, other_id=parcel.person_id):
        raise AppError("handover.joined")
    _refuse_foreign(connection, records, whole)
    day = local(incoming.head.made_at).date()
    private, _giving = private_of(incoming.context, connection, parcel.person_id, whole, day)
    there = frozenset(parcel.rows.get("actions", {}))
    ours = outgoing(whole, private, notes=parcel.notes, sealed=parcel.sealed, shared=there)
    before = shared_with(connection, incoming.colleague.id, parcel.person_id)
    standing = _standing(before, incoming.head, whole)
    base = outgoing(
        _base(before, parcel), private_on(incoming.context, day), notes=parcel.notes, sealed=parcel.sealed, shared=there
    )
    differences: tuple[Difference, ...] = ()
    if standing is Standing.HERE:
        differences = compare(parcel.person_id, base, ours, parcel.rows, frozenset(parcel.gone))
    return Sides(parcel, records, whole, base, standing, differences)


def _refuse_foreign(connection: Connection, records: Records, whole: Rows) -> None:
    """An id that is somebody else's here came from no program of ours; nor can two commitments have one number."""
    for (table, key), record in records.items():
        if key not in whole[table] and find_by(connection, type(record), id=key):
            raise AppError("handover.damaged")
        if isinstance(record, Commitment):
            numbered = find_by(connection, Commitment, number=record.number, edition=record.edition)
            if any(each.id != record.id for each in numbered):
                raise AppError("handover.same-number")


def _standing(before: tuple[PackedPerson, ...], head: PackHead, whole: Rows) -> Standing:
    taken = [each for each in before if each.direction is Direction.TAKEN]
    if any(each.pack_id == head.pack for each in taken):
        return Standing.TAKEN
    if any(each.made_at >= head.made_at for each in taken):
        return Standing.OLDER
    return Standing.HERE if whole["people"] else Standing.NEW


def _base(before: tuple[PackedPerson, ...], parcel: PersonParcel) -> Rows:
    """The newest state that both had: the last that came from there, or the one of ours that they say they took."""
    both = [each for each in before if each.direction is Direction.TAKEN or each.pack_id == parcel.taken]
    return remembered(both[-1].base) if both else {}


def write(incoming: Incoming, writer: Writer, sides: Sides, decided: Mapping[str, Decision]) -> int:
    """Bring one person in; how many records that wrote.

    Whoever was here already gets what only the colleague changed, and what was decided for the colleague's side.
    """
    if sides.standing is Standing.NEW:
        for record in sides.records.values():
            writer.adopt(record, CODE)
        many = len(sides.records)
    else:
        many = sum(_apply(incoming.context, writer, sides, decided))
        count_anew(writer, sides.parcel.person_id)
    for record in sides.records.values():
        if isinstance(record, Interview):
            keep_words(incoming.context, writer, record)
    _remember(incoming, writer, sides)
    return many


def _apply(context: Context, writer: Writer, sides: Sides, decided: Mapping[str, Decision]) -> Iterator[int]:
    wanted = [each for each in sides.differences if _wanted(each, decided)]
    for each in reversed(wanted):
        if each.ours is not None and (each.outcome is Outcome.TWIN or each.theirs is None):
            writer.delete(record_from(kind_of(each.table), sides.whole[each.table][each.ours["id"]]), CODE)
            yield 1 if each.theirs is None else 0
    rows = dict[tuple[str, str], list[str]]()
    for each in wanted:
        if each.theirs is not None:
            rows.setdefault((each.table, each.record_id), []).extend(each.fields)
    for (table, key), fields in rows.items():
        if fields:
            _merge(writer, sides, table, key, tuple(fields))
            yield 1
        else:
            yield _add(context, writer, sides, sides.records[table, key])


def _wanted(difference: Difference, decided: Mapping[str, Decision]) -> bool:
    if difference.asked:
        return decided[difference.key] is Decision.THEIRS
    return difference.outcome is not Outcome.KEPT


def _merge(writer: Writer, sides: Sides, table: str, key: str, fields: tuple[str, ...]) -> None:
    """Their version comes into the history as they wrote it; where something of ours stays, it is put on top of that."""
    mine, theirs = sides.whole[table][key], sides.parcel.rows[table][key]
    body = merged(mine, sides.base.get(table, {}).get(key), theirs, fields)
    adopted = writer.adopt(sides.records[table, key], CODE, version=mine["version"])
    if fields_of(body) != fields_of(theirs):
        both = record_from(kind_of(table), body)
        writer.put(replace(both, version=adopted.version, created_at=adopted.created_at), "handover.merged")


def _add(context: Context, writer: Writer, sides: Sides, record: Record) -> int:
    """A new record, unless what it belongs to was deleted here."""
    for name, table in (("interview_id", "interviews"), ("action_id", "actions"), ("commitment_id", "commitments")):
        parent = getattr(record, name, "")
        came = parent and parent in sides.parcel.rows.get(table, {})
        if came and not find_by(writer.connection, kind_of(table), id=parent):
            return 0
    if isinstance(record, Withdrawal):
        commitment = find_by(writer.connection, Commitment, id=record.commitment_id)[0]
        if not commitment.is_withdrawn:
            take_back(context, writer, commitment, record)
            return 1
    if isinstance(record, (CommitmentFile, Pasted)):
        commitment = find_by(writer.connection, Commitment, id=record.commitment_id)[0]
        if commitment.is_withdrawn or (isinstance(record, CommitmentFile) and not record.content):
            return 0
    writer.adopt(record, CODE)
    return 1


def _remember(incoming: Incoming, writer: Writer, sides: Sides) -> None:
    """Keep what both sides have now; what lies before it is needed for no comparison any more."""
    before = shared_with(writer.connection, incoming.colleague.id, sides.parcel.person_id)
    answered = [each for each in before if each.pack_id == sides.parcel.taken]
    for each in before:
        older = answered and each.direction is Direction.GIVEN and each.id < answered[-1].id
        if each.direction is Direction.TAKEN or older:
            writer.delete(each, "handover.settled")
    remember = PackedPerson(
        id=incoming.context.new_id(),
        person_id=sides.parcel.person_id,
        colleague_id=incoming.colleague.id,
        pack_id=incoming.head.pack,
        direction=Direction.TAKEN,
        made_at=incoming.head.made_at,
        notes=sides.parcel.notes,
        sealed=sides.parcel.sealed,
        base=packed(sides.parcel.rows),
    )
    writer.put(remember, "handover.remembered")
    for commitment in find_by(writer.connection, Commitment, person_id=remember.person_id):
        if commitment.is_withdrawn:
            forget_in_packs(writer, commitment)
