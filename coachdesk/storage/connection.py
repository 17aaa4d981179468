"""SQLAlchemy over the driver: engines, and reading one state of a file.

The driver is in autocommit and every BEGIN is our own: with SQLAlchemy's default handling DDL would not be rolled back.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from coachdesk.storage.driver import connect, refuse_unproved, translated

_WRITTEN = LRUCache[object, object](500)
"""Statements as SQLAlchemy wrote them once, for every vault: to write those of Today takes longer than to run them."""


BROKEN = (DBAPIError, dbapi2.Error, MemoryError)
"""After one of these nobody knows what state a connection is in: it is closed and never used again."""


@cache
def _model() -> Engine:
    """An engine that knows by now what its SQLite can do."""
    model = create_engine("sqlite://", module=dbapi2, poolclass=NullPool)
    model.connect().close()
    return model


def engine_for(path: Path, key: bytes) -> Engine:
    """An engine without a pool: a connection is opened when it is asked for, and closed for good."""

    def opened() -> dbapi2.Connection:
        return connect(path, key)

    dialect, url = _model().dialect, _model().url
    # hide_parameters: an exception's text must not hold a row.
    return Engine(
        NullPool(opened, dialect=dialect),
        dialect,
        url,
        hide_parameters=True,
        execution_options={"compiled_cache": _WRITTEN},
    )


def one_state(connection: Connection) -> Iterator[Connection]:
    """Give the connection for reading, seeing one state of the file throughout; what was read is refused where it is damaged."""
    connection.exec_driver_sql("PRAGMA query_only = ON")
    connection.exec_driver_sql("BEGIN")
    try:
        yield connection
    except BROKEN:
        raise
    except Exception:
        refuse_unproved(connection.connection.driver_connection)  # then this is what was wrong
        raise
    else:
        refuse_unproved(connection.connection.driver_connection)
    finally:
        connection.rollback()


@contextmanager
def reading_file(path: Path, key: bytes) -> Iterator[Connection]:
    """A connection for reading any vault's file or backup; errors as in `Database.open`."""
    with translated(path), closing(engine_for(path, key).connect()) as connection:
        yield from one_state(connection)


def close_quietly(connection: Connection | None) -> None:
    """Close a connection, whatever state it is in."""
    if connection is not None:
        with suppress(*BROKEN):
            connection.close()
