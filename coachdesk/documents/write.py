"""Writing files whole or not at all, where the coach said and nowhere else."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
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
    with _saying():
        part = _part(path, content)
        try:
            _name(part, path)
        finally:
            _unlink(part)


@contextlib.contextmanager
def laid_beside(files: Mapping[Path, bytes]) -> Iterator[Callable[[], None]]:
    """Put the bytes of files on the disk under other names, and give what lets each take its own name, in a moment.

    Where the block fails, also after that, every place is as it was before.

    Raises:
        AppError: as `write_whole`; of what is given as well.
    """
    parts, named = dict[Path, Path](), dict[Path, bytes | None]()

    def take_names() -> None:
        with _saying():
            for path, part in parts.items():
                named[path] = path.read_bytes() if path.exists() else None
                _name(part, path)

    try:
        with _saying():
            for path, content in files.items():
                parts[path] = _part(path, content)
        yield take_names
    except BaseException:
        for path, before in named.items():
            _put_back(path, before)
        raise
    finally:
        for part in parts.values():
            _unlink(part)


@contextlib.contextmanager
def _saying() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AppError("documents.cannot-write", reason=error.strerror or type(error).__name__) from error


def _part(path: Path, content: bytes) -> Path:
    """The bytes on the disk, in a file beside their place."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _unlink(part)
        raise
    return part


def _name(part: Path, path: Path) -> None:
    part.replace(path)
    _keep_entry(path.parent)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        _unlink(path)
        return
    with contextlib.suppress(AppError):
        write_whole(path, before)


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _keep_entry(folder: Path) -> None:
    """Put the folder's entry on the disk too; Windows does so by itself and opens no folder."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
