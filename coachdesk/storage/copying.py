"""A vault copied whole while it is open: encrypted under the same key, complete on the disk or not there at all."""

import os
from contextlib import closing, suppress
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.storage.driver import connect, refuse_unproved, translated
from coachdesk.vault.files import is_full


def copy_vault(source: Path, key: bytes, target: Path) -> None:
    """Copy a vault's file, with what its write-ahead log holds, in the place of `target`.

    Raises AppError ("storage.disk-full", "storage.busy", "storage.damaged", ...); `target` is then as it was.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with (
            translated(unfinished),
            closing(connect(source, key)) as original,
            closing(connect(unfinished, key)) as copy,
        ):
            original.backup(copy)
            refuse_unproved(original)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        put_in_place(unfinished, target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def put_in_place(finished: Path, target: Path) -> None:
    """Let a finished file appear under its name, for good: fsync, replace, fsync of the folder."""
    try:
        with finished.open("rb+") as file:
            os.fsync(file.fileno())
        finished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(error) from error


def cannot_write(error: OSError) -> AppError:
    """What kept a file from being written, as "storage.disk-full" or "storage.cannot-write"."""
    return AppError("storage.disk-full" if is_full(error) else "storage.cannot-write")


def sync_folder(folder: Path) -> None:
    """Let what was renamed or taken away in a folder survive a power cut; errors are OSErrors."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and the rename is written through
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def take_away(vault: Path, what: str) -> None:
    """Take away what copying that was killed left beside a vault, under its temporary names ("restoring")."""
    for left in vault.parent.iterdir():
        if left.name.startswith(".") and left.name.lstrip(".").startswith(f"{vault.name}.{what}"):
            with suppress(OSError):
                left.unlink()
