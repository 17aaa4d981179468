"""A disk that fills up: a real file system of a few mebibytes, or where none can be mounted a limit on the size of files."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MEBIBYTE = 1024 * 1024
SMALL, ROOMY = 2 * MEBIBYTE, 24 * MEBIBYTE
"""Into the first a new vault fits twice: once in its log, once in its file."""

PAGE = 4096


class SmallDisk:
    """A folder on a file system of its own, and a way to take its space away and give it back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def free(self) -> int:
        """Bytes that are left."""
        said = os.statvfs(self.folder)
        return said.f_bavail * said.f_frsize

    def leave(self, size: int) -> None:
        """Take all space but so many bytes; all that is left where somebody else takes some at the same time."""
        with suppress(OSError):
            self._ballast.write_bytes(bytes(max(0, self.free() - size)))

    def give_back(self) -> None:
        """Make room again."""
        self._ballast.unlink()


@contextmanager
def mounted(folder: Path, size: int = SMALL) -> Iterator[SmallDisk | None]:
    """A file system of so many bytes at the folder, or None where this user may not mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    with suppress(FileNotFoundError):
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                yield SmallDisk(folder)
            finally:
                subprocess.run(["umount", str(folder)], check=True)
            return
    yield None
