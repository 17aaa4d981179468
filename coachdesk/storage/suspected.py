"""Whether every page of a vault's file authenticates, asked before anything of it is shown.

A small file is read whole whenever it is opened. A large one, of which that would take long, once damage was met in it: a
file beside it remembers that until the check finds nothing.
"""

from contextlib import suppress

from coachdesk.errors import AppError
from coachdesk.storage.database import Database

QUICK = 32 * 1024 * 1024
"""Bytes of a file that is read whole whenever it is opened: a third of a second."""


def refuse_damaged(database: Database) -> None:
    """Read every page of a vault that is small, or in which damage was met. Raises AppError("storage.damaged")."""
    if database.path.stat().st_size > QUICK and not database.suspected.exists():
        return
    with database.read() as connection:
        if connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
            raise AppError("storage.damaged")
    with suppress(OSError):
        database.suspected.unlink(missing_ok=True)
