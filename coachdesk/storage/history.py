"""What a record said before: from the bodies of its changes, as far as they were not erased."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, func, select

from coachdesk.records import Record
from coachdesk.storage.mapper import codec_of
from coachdesk.storage.tables import CHANGE_BODIES, CHANGES, kinds, table_of

R = TypeVar("R", bound=Record)


def earlier(connection: Connection, kind: type[R], record_id: str) -> tuple[R, ...]:
    """Every version of a record that another took the place of, newest first. For kinds that hold no bytes."""
    statement = (
        select(CHANGE_BODIES.c.before)
        .join_from(CHANGES, CHANGE_BODIES, CHANGE_BODIES.c.number == CHANGES.c.number)
        .where(CHANGES.c.record_id == record_id, CHANGES.c.kept_in == table_of(kind).name)
        .where(CHANGE_BODIES.c.before.is_not(None))
        .order_by(CHANGES.c.number.desc())
    )
    whole: type = kind
    load = codec_of(whole).load
    return tuple(cast(R, load(json.loads(body))) for body in connection.execute(statement).scalars())


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What became of one record over several changes.

    Attributes:
        before, after: as it was before the first and after the last; None where it was not there, or where its kind
            keeps no bodies.
        author: who wrote it last.
    """

    kind: type[Record]
    record_id: str
    before: Record | None
    after: Record | None
    author: str


def bodies_of(connection: Connection, people: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What records of these people said before they were changed or deleted: their table and fields, oldest first."""
    columns = CHANGES.c
    statement = (
        select(columns.kept_in, CHANGE_BODIES.c.before)
        .join_from(CHANGES, CHANGE_BODIES, CHANGE_BODIES.c.number == columns.number)
        .where(columns.person_id.in_(people), CHANGE_BODIES.c.before.is_not(None))
        .order_by(columns.number)
    )
    for row in connection.execute(statement):
        yield row.kept_in, json.loads(row.before)


def last_change(connection: Connection, record_id: str) -> int:
    """The number of the newest change of a record; 0 where there is none."""
    columns = CHANGES.c
    newest = select(func.max(columns.number)).where(columns.record_id == record_id)
    return connection.execute(newest).scalar() or 0


def last_change_at(connection: Connection) -> datetime | None:
    """When the newest change of all was written (UTC); None where there is none."""
    newest = select(func.max(CHANGES.c.number)).scalar_subquery()
    moment: datetime | None = connection.execute(select(CHANGES.c.at).where(CHANGES.c.number == newest)).scalar()
    return moment


def rewritten_since(connection: Connection, person_id: str, number: int) -> tuple[Rewritten, ...]:
    """What was written of a person after the change of that number, one a record, in the order of the first change."""
    columns, bodies = CHANGES.c, CHANGE_BODIES.c
    statement = (
        select(columns.kept_in, columns.record_id, columns.author, bodies.before, bodies.after)
        .join_from(CHANGES, CHANGE_BODIES, bodies.number == columns.number)
        .where(columns.person_id == person_id, columns.number > number)
        .order_by(columns.number)
    )
    by_name = {table_of(kind).name: kind for kind in kinds()}
    found: dict[str, Rewritten] = {}
    for row in connection.execute(statement):
        first, kind = found.get(row.record_id), by_name[row.kept_in]
        before = _record(kind, row.before) if first is None else first.before
        found[row.record_id] = Rewritten(kind, row.record_id, before, _record(kind, row.after), row.author)
    return tuple(found.values())


def _record(kind: type[Record], body: str | None) -> Record | None:
    whole: type = kind
    return None if body is None else cast(Record, codec_of(whole).load(json.loads(body)))
