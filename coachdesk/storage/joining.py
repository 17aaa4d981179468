"""Moves everything of one record of a person to another, and back; all tables alike, whatever is added to them."""

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from typing import Any, cast

from sqlalchemy import Connection, UniqueConstraint, bindparam, delete, select, update

from coachdesk.commitments.commitment import Commitment
from coachdesk.diary.appointment import ContactRhythm
from coachdesk.errors import AppError
from coachdesk.people.joining import Joining, parted
from coachdesk.people.person import Person
from coachdesk.records import Record
from coachdesk.storage.erasure import records_of
from coachdesk.storage.mapper import codec_of, plain
from coachdesk.storage.reading import find_by, get
from coachdesk.storage.tables import CHANGE_BODIES, CHANGES, kinds, table_of
from coachdesk.storage.writer import Writer

JOINED, PARTED = "person.joined", "person.parted"

_OWN = frozenset({"id", "person_id", "author", "version", "created_at", "updated_at"})


def staying(connection: Connection, person_id: str) -> str:
    """The id under which a person is kept now: that of the record to which theirs was joined, or their own."""
    joinings = find_by(connection, Joining, other_id=person_id)
    return joinings[0].person_id if joinings else person_id


def joinings_of(connection: Connection, person_id: str) -> tuple[Joining, ...]:
    """The records that were joined to a person's, the newest first: they are taken apart in this order."""
    return tuple(sorted(find_by(connection, Joining, person_id=person_id), key=_id, reverse=True))


def join_records(writer: Writer, joining: Joining) -> Joining:
    """Let a person's record stay with everything of the other one; of the other one nothing is left but what is kept here.

    Args:
        writer: the transaction.
        joining: `before`, `after` and `other` as they are to be; `after` names the version that was read.

    Raises:
        AppError: "storage.stale" where one of the two was changed since it was read.
    """
    theirs, aside = list(_rows(writer.connection, joining.other_id)), list[Record]()
    for kind in _one_a_person():
        mine = find_by(writer.connection, kind, person_id=joining.person_id)
        rivals = [each for each in theirs if type(each) is kind]
        if mine and rivals:
            (own,), (rival,) = mine, rivals
            loser = own if _is_closer(rival, own) else rival
            writer.delete(loser, JOINED)
            aside.append(loser)
            theirs = [each for each in theirs if each is not loser]
    for each in theirs:
        writer.put(_given_to(each, joining.person_id), JOINED)
    writer.take_out(joining.other, JOINED)
    kept: dict[str, Any] = {}
    for each in aside:
        kept.setdefault(table_of(type(each)).name, []).append(plain(each))
    after = writer.put(joining.after, JOINED)
    return writer.put(replace(joining, after=after, moved=tuple(map(_id, theirs)), aside=kept), JOINED)


def part_records(writer: Writer, joining: Joining) -> Person:
    """Take two records apart again; the person whose record stayed.

    What came from the other record goes back as it is now, and with it what was added to it since: what became of an
    action, an answer to a document. Whatever else was added since stays with the record that stayed.

    Raises:
        AppError: "joining.later-one" where another record was joined to it since; "storage.stale", "storage.not-found".
    """
    connection = writer.connection
    if joinings_of(connection, joining.person_id)[:1] != (joining,):
        get(connection, Joining, joining.id)
        raise AppError("joining.later-one")
    now = get(connection, Person, joining.person_id)
    going = _going(connection, joining)
    writer.delete(joining, PARTED)
    writer.adopt(replace(joining.other, version=joining.other.version + 1), PARTED)
    for each in going:
        writer.put(_given_to(each, joining.other_id), PARTED)
    for each in _put_aside(joining):
        owner = str(getattr(each, "person_id", ""))
        if not find_by(connection, type(each), person_id=owner):
            writer.adopt(replace(each, version=each.version + 1), PARTED)
    alone = writer.put(parted(now, joining), PARTED)
    _divide_the_log(connection, joining)
    return alone


def _rows(connection: Connection, person_id: str) -> Iterator[Record]:
    for kind in kinds():
        if "person_id" in table_of(kind).c:
            yield from find_by(connection, kind, person_id=person_id)


def _one_a_person() -> Iterator[type[Record]]:
    """Kinds of which a person has one at most."""
    for kind in kinds():
        constraints = table_of(kind).constraints
        unique = [list(each.columns.keys()) for each in constraints if isinstance(each, UniqueConstraint)]
        if ["person_id"] in unique:
            yield kind


def _is_closer(rival: Record, own: Record) -> bool:
    """Whether the other record's agreement loses sight of somebody less easily than one's own."""
    return isinstance(rival, ContactRhythm) and isinstance(own, ContactRhythm) and rival.days < own.days


def _going(connection: Connection, joining: Joining) -> list[Record]:
    """What goes back: all that came, and since then whatever names something that goes, by its id or its number."""
    rows = list(_rows(connection, joining.person_id))
    going = [each for each in rows if each.id in joining.moved]
    since = [each for each in rows if each.id not in joining.moved and each != joining and _is_newer(each, joining)]
    names = _names(going)
    while found := [each for each in since if names & _texts(each)]:
        since = [each for each in since if each not in found]
        going += found
        names |= _names(found)
    return going


def _is_newer(record: Record, joining: Joining) -> bool:
    assert record.created_at is not None
    assert joining.created_at is not None
    return record.created_at >= joining.created_at


def _names(records: Collection[Record]) -> set[str]:
    numbers = {each.number for each in records if isinstance(each, Commitment)}  # later editions go with earlier ones
    return numbers | {each.id for each in records}


def _texts(record: Record) -> set[object]:
    values = (getattr(record, each.name) for each in fields(record) if each.name not in _OWN)
    return {value for value in values if isinstance(value, str)}


def _put_aside(joining: Joining) -> Iterator[Record]:
    by_name = {table_of(kind).name: kind for kind in kinds()}
    for name, bodies in joining.aside.items():
        whole: type = by_name[name]
        for body in bodies:
            yield cast(Record, codec_of(whole).load(body))


def _divide_the_log(connection: Connection, joining: Joining) -> None:
    """What was written of the other record while they were joined is theirs in the log; of the person it forgets that time.

    So whoever erases one of the two erases all of it and nothing of the other.
    """
    columns, person_id, other_id = CHANGES.c, joining.person_id, joining.other_id
    theirs = {*joining.moved, *(each.id for each in records_of(connection, other_id))}
    given = (
        update(CHANGES)
        .where(columns.record_id == bindparam("the_record"), columns.person_id == person_id)
        .values(person_id=other_id)
    )
    if theirs:
        connection.execute(given, [{"the_record": each} for each in sorted(theirs)])
    joined_at = select(columns.number).where(
        columns.record_id == person_id, columns.code == JOINED, columns.version == joining.after.version
    )
    since = select(columns.number).where(columns.record_id == person_id, columns.number >= joined_at.scalar_subquery())
    connection.execute(delete(CHANGE_BODIES).where(CHANGE_BODIES.c.number.in_(since)))


def _given_to(record: Record, person_id: str) -> Record:
    whole: Any = record  # whatever has this field
    return cast(Record, replace(whole, person_id=person_id))


def _id(record: Record) -> str:
    return record.id
