from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select

from coachdesk.errors import AppError
from coachdesk.records import Record
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.tables import table_of

R = TypeVar("R", bound=Record)


def get(connection: Connection, kind: type[R], record_id: str) -> R:
    """The record of that kind and id. Raises AppError("storage.not-found")."""
    found = find_by(connection, kind, id=record_id)
    if not found:
        raise AppError("storage.not-found", kind=table_of(kind).name)
    return found[0]


def find_by(connection: Connection, kind: type[R], **values: object) -> tuple[R, ...]:
    """The records of a kind whose columns have these values, in no order; sooner than `find`, for what a save asks."""
    return tuple(kind(**row) for row in _where(table_of(kind), *values).rows(connection, values))


@cache
def _where(table: Table, *names: str) -> Prepared:
    return Prepared(select(table).where(*(table.c[name] == bindparam(name) for name in names)))


def find(
    connection: Connection,
    kind: type[R],
    *where: ColumnElement[bool],
    order_by: Sequence[ColumnElement[Any]] = (),
    limit: int | None = None,
) -> tuple[R, ...]:
    """The records of a kind for which every condition on `table_of(kind).c` holds."""
    statement = select(table_of(kind)).where(*where).order_by(*order_by).limit(limit)
    return tuple(kind(**row) for row in connection.execute(statement).mappings())
