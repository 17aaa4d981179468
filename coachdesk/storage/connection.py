"""SQLAlchemy over the driver: engines, and reading one state of a file.

The driver is in autocommit and every BEGIN is our own: with SQLAlchemy's default handling DDL would not be rolled back.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from coachdesk.storage.driver import connect, translated


def engine_for(path: Path, key: bytes) -> Engine:
    """An engine without a pool: a connection is opened when it is asked for, and closed for good."""

    def opened() -> dbapi2.Connection:
        return connect(path, key)

    # hide_parameters: an exception's text must not hold a row.
    return create_engine("sqlite://", module=dbapi2, creator=opened, poolclass=NullPool, hide_parameters=True)


def one_state(connection: Connection) -> Iterator[Connection]:
    """Give the connection for reading, seeing one state of the file throughout."""
    connection.exec_driver_sql("PRAGMA query_only = ON")
    connection.exec_driver_sql("BEGIN")
    try:
        yield connection
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
        with suppress(DBAPIError, dbapi2.Error):
            connection.close()
