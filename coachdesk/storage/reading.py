from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, select

from coachdesk.errors import AppError
from coachdesk.records import Record
from coachdesk.storage.tables import table_of

R = TypeVar("R", bound=Record)


@cache
def _by_id(table: Table) -> Select[Any]:
    return select(table).where(table.c.id == bindparam("the_id"))


def get(connection: Connection, kind: type[R], record_id: str) -> R:
    """The record of that kind and id. Raises AppError("storage.not-found")."""
    row = connection.execute(_by_id(table_of(kind)), {"the_id": record_id}).mappings().one_or_none()
    if row is None:
        raise AppError("storage.not-found", kind=table_of(kind).name)
    return kind(**row)


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
