"""Where tests throw their files away, and where Python keeps what it compiled."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder below it is made with a name of chance, for us alone
_ROOM = 2 * 1024**3
"""Bytes that must be free there. What a test that passed has left goes with it, so a fraction of this is used."""


@contextmanager
def in_memory() -> Iterator["Path | None"]:
    """A folder that no disk is waited for, gone afterwards; None where the machine has none or too little of it.

    A vault is written through to the disk at every change, and most of what tests of vaults took was waiting for that.
    What is about the disk itself (lost power, a full disk, what lies on it) is tried on a real one: `tests/faults`.
    """
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="cd-", dir=_MEMORY))  # short: the path of a socket has 107 letters at most
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep_compiled() -> None:
    """Let every Python that is started from here keep what it compiled, even where the machine is set not to."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
