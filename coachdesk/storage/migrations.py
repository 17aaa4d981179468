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
    """Go all steps that are missing and renew an old index, in one transaction: the old vault, or today's, never between."""
    done = have == len(steps) and keys_are_todays(connection)
    connection.rollback()
    if done:
        return
    with _references_checked_at_the_end(connection), _transaction(connection):
        for step in steps[have:]:
            step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
        if not keys_are_todays(connection):
            rebuild(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise RuntimeError("a migration left references to what is not there")


@contextmanager
def _references_checked_at_the_end(connection: Connection) -> Iterator[None]:
    """A table that others refer to can be made anew only so (sqlite.org/lang_altertable.html); never in a transaction."""
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.rollback()
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
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
