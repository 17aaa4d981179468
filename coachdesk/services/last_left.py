"""Where a vault stood when it was left on this computer, and whether older files lie in its place now."""

from contextlib import suppress

from coachdesk.errors import AppError
from coachdesk.storage import Database, line_hash
from coachdesk.vault import Keychain, witness


def is_older(keychain: Keychain | None, vault_id: str, database: Database) -> bool:
    """Whether the line that was the last one of the audit is not in it any more, or is another one."""
    left = witness.left_at(keychain, vault_id)
    if left is None:
        return False
    with database.read() as connection:
        there = line_hash(connection, left.number)
    return there is None or witness.mark(*there) != left


def last_line(database: Database) -> witness.Mark | None:
    """Where the vault stands, to be kept once it is closed; None for one that cannot be read any more."""
    last = None
    with suppress(AppError), database.read() as connection:
        last = line_hash(connection)
    return None if last is None else witness.mark(*last)
