"""A vault's file under another data key: copied, encrypted anew, compared, and only then put in its place."""

from contextlib import closing, suppress
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.storage.backup import verify
from coachdesk.storage.copying import copy_vault, put_in_place, take_away
from coachdesk.storage.database import Database
from coachdesk.storage.driver import connect, translated


def rekey(database: Database, new_key: bytes) -> None:
    """Move an open vault to another key; nobody else may be in it. Raises AppError as `Database.left`, `rekeyed_copy`."""
    with database.left(new_key):
        rekeyed_copy(database.path, database.key, new_key, database.path)


def tidy(path: Path) -> None:
    """Take away what a re-keying that was killed left beside the vault."""
    take_away(path, "rekeying")


def rekeyed_copy(source: Path, key: bytes, new_key: bytes, target: Path) -> None:
    """Put a copy of a vault, with what its write-ahead log holds, under another key in the place of `target`.

    `target` may be the vault itself, with nobody in it: its write-ahead log has to be empty, for it has the old key.

    Raises:
        AppError: "storage.damaged" where the copy does not fit together or does not say the same, "storage.busy" where somebody
            has `target` open by then, "storage.disk-full" and the like; `target` is then as it was.
    """
    moving = target.with_name(f".{target.name}.rekeying")
    try:
        copy_vault(source, key, moving)
        said = verify(moving, key)
        with translated(moving), closing(connect(moving, key)) as copy:
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"")
            copy.execute("PRAGMA journal_mode = WAL")  # it may become an open vault's file
        found = verify(moving, new_key)
        if not found.fits_together or found.digest != said.digest:
            raise AppError("storage.damaged")
        if target.with_name(f"{target.name}-wal").exists():
            raise AppError("storage.busy")  # somebody came in meanwhile: what they write would be lost with the file
        put_in_place(moving, target)
    finally:
        with suppress(OSError):
            moving.unlink(missing_ok=True)
