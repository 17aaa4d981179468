"""Writing the log: a few small files in the coach's own folder, which never stand in the way of the work."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachdesk.clock import Clock, now
from coachdesk.logs.record import Record

BYTES = 512 * 1024
"""Of one file, before the next begins."""
FILES = 5
NAME = "coachdesk.log"

_HOW = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Log:
    """Appends records. A file is opened for each: two programs may write, and a program that is killed owes nothing."""

    def __init__(self, folder: Path, *, version: str, clock: Clock = now) -> None:
        self.folder, self._version, self._clock = folder, version, clock
        self._run, self._number, self._since = os.urandom(4).hex(), 0, time.monotonic()
        self._turn = threading.Lock()

    def write(self, record: Record) -> None:
        """Append a record; nothing at all happens where the disk is full or the folder closed to us."""
        with self._turn, suppress(OSError):
            self._number += 1
            at = f"{self._clock():%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
            up = int((time.monotonic() - self._since) * 1000)
            line = record.line(self._run, self._number, at, up, self._version)
            self._append(line.encode() + b"\n")

    def files(self) -> tuple[Path, ...]:
        """The files that there are, the oldest first."""
        return tuple(path for path in reversed(self._places()) if path.is_file())

    def lines(self) -> Iterator[str]:
        """What they hold, as far as it can be read, the oldest line first."""
        for path in self.files():
            with suppress(OSError):
                yield from path.read_text("utf-8", "replace").splitlines()

    def _places(self) -> list[Path]:
        return [self.folder / (NAME if not number else f"{NAME}.{number}") for number in range(FILES)]

    def _append(self, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        newest = self.folder / NAME
        with suppress(FileNotFoundError):
            if newest.stat().st_size + len(content) > BYTES:
                self._make_room()
        descriptor = os.open(newest, _HOW, 0o600)
        try:
            before = os.fstat(descriptor).st_size
            if os.write(descriptor, content) < len(content):
                os.ftruncate(descriptor, before)  # half a line would spoil the next one
        finally:
            os.close(descriptor)

    def _make_room(self) -> None:
        places = self._places()
        for older, newer in zip(places[:0:-1], places[-2::-1], strict=True):
            with suppress(FileNotFoundError):
                newer.replace(older)
