"""The files of a vault, side by side in one local folder, and the one way in which the small ones are written."""

import contextlib
import errno
import os
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from coachdesk.errors import AppError

NAME = "coachdesk"
"""The name of a coach's vault where nobody chose another."""

BINARY: int = getattr(os, "O_BINARY", 0)
"""For `os.open`: Windows would write two bytes for every line end without it."""


@dataclass(frozen=True, slots=True)
class VaultFiles:
    """Where the parts of one vault lie: `<name>.cdvault` and its companions.

    Attributes:
        folder: a local folder; `places.check` says whether it will do.
        name: the stem that the files share.
    """

    folder: Path
    name: str = NAME

    @property
    def vault(self) -> Path:
        """The SQLCipher database."""
        return self.folder / f"{self.name}.cdvault"

    @property
    def header(self) -> Path:
        """The header: without it nobody opens the vault, so it is part of every backup."""
        return self.folder / f"{self.name}.cdheader"

    @property
    def tries(self) -> Path:
        """How many wrong passphrases there were; may be lost without harm."""
        return self.folder / f"{self.name}.cdtries"

    @property
    def lock(self) -> Path:
        """Whoever holds this file's lock may write to the vault."""
        return self.folder / f"{self.name}.cdlock"


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file whole or not at all, readable by its owner only, and durable when this returns.

    Raises:
        AppError: "vault.disk-full" or "vault.cannot-write"; what stood there before still stands.
    """
    beside = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise AppError("vault.disk-full" if is_full(error) else "vault.cannot-write") from None


def is_full(error: OSError) -> bool:
    """Whether a disk, or what one user may have of it, is full."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def free_beside(wanted: Path) -> Path:
    """This name where nothing has it, else the first with a number that is free: what was kept aside is never overwritten."""
    names = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return next(each for each in chain((wanted,), names) if not os.path.lexists(each))


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut. Windows offers no such call and journals the rename itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
