"""Leaving finished files in somebody's folder: all of them, or the folder as it was."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from coachdesk.documents.write import write_whole
from coachdesk.errors import AppError


def leave(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file, by name, into a folder, which is made where it is missing.

    Raises:
        AppError: "documents.cannot-write"; then nothing was written.
    """
    with ExitStack() as undo:
        if not folder.exists():
            _make(folder)
            undo.callback(folder.rmdir)
        for name, content in files.items():
            path = folder / name
            before = path.read_bytes() if path.is_file() else None
            write_whole(path, content)
            undo.callback(_put_back, path, before)
        undo.pop_all()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise AppError("documents.cannot-write", reason=error.strerror or type(error).__name__) from None


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink()
    else:
        write_whole(path, before)
