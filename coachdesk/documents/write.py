"""Writing a file whole or not at all, where the coach said and nowhere else."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from coachdesk.errors import AppError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there complete or, after any failure, as it was before.

    The bytes go to a file of another name in the same folder (never a temporary folder, which others may read or
    which outlives the paper), to the disk, and only then to their name.

    Raises:
        AppError: `documents.cannot-write` with the operating system's `reason`: a full disk, a folder that is gone or
            closed to us, a file that is open elsewhere.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise _cannot_write(error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _keep_entry(path.parent)
    except OSError as error:
        raise _cannot_write(error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _cannot_write(error: OSError) -> AppError:
    return AppError("documents.cannot-write", reason=error.strerror or type(error).__name__)


def _keep_entry(folder: Path) -> None:
    """Put the folder's entry on the disk too; Windows does so by itself and opens no folder."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
