"""Numbered steps from any released vault to today's. Every step has an old vault in tests/data/vaults.

A new vault is made by the same steps. A step that was released is never edited: write the next one.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from coachdesk.errors import AppError
from coachdesk.storage.schema import FIRST
from coachdesk.storage.search_rebuild import keys_are_todays, rebuild
from coachdesk.storage.search_schema import SEARCH
from coachdesk.storage.waiting_schema import WAITING

Step = Callable[[Connection], None]


def first(connection: Connection) -> None:
    """The tables of the first release."""
    for statement in (*FIRST.split(";\n"), *SEARCH.split(";\n"), *WAITING.split(";\n")):
        connection.exec_driver_sql(statement)


STEPS: tuple[Step, ...] = (first,)


def version_of(connection: Connection, steps: Sequence[Step]) -> int:
    """How many steps the vault has gone; AppError("storage.vault-newer", vault=, program=) where it is ahead of us."""
    have = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    connection.rollback()
    if have > len(steps):
        raise AppError("storage.vault-newer", vault=have, program=len(steps))
    return have


def migrate(connection: Connection, have: int, steps: Sequence[Step]) -> None:
    """Go the steps that are missing, each in a transaction of its own with its number; then renew an old index."""
    for number, step in enumerate(steps[have:], have + 1):
        with _transaction(connection):
            step(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    if not keys_are_todays(connection):
        connection.rollback()
        with _transaction(connection):
            rebuild(connection)
    connection.rollback()


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
