"""A bug is honest and private: a report on this machine, without any answer in it, and nothing is sent.

The report is written by allow-list: versions, codes, and for each step of the stack its file, line and function.
Never a message or a value: a message may quote what somebody typed.
"""

import faulthandler
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Signal, qVersion

from coachdesk.clock import Clock, now
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.logs import Event, note, whereabouts

KEEP = 20
"""Reports that are kept; older ones go."""

_FAULTS = "fault.log"
_LONGEST = 200
"""Lines of what a fault left that are kept: the threads of a program and then some."""

_FAULT = re.compile(r"(Fatal Python error|Windows fatal exception): (?P<why>[A-Za-z ]{1,40}|code 0x[0-9a-f]{1,16})")
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]+ .*")
_FRAME = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>[\w<>]+)')


class CrashReports(QObject):
    """Writes a report for every error nobody expected; `reported` carries its path, on the GUI thread."""

    reported = Signal(object)

    def __init__(self, folder: Path, *, version: str, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self._version, self._clock = folder, version, clock

    def install(self) -> Callable[[], None]:
        """Catch what is raised in slots and threads, and hard faults too. Gives back how to undo it.

        Before the first widget (qt-pitfalls 5.7).
        """
        before, threads = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self.caught, self._caught_in_thread
        faults = self._fault_file()
        if faults is not None:
            faulthandler.enable(faults)

        def undo() -> None:
            sys.excepthook, threading.excepthook = before, threads
            if faults is not None:
                faulthandler.disable()
                os.close(faults)

        return undo

    def left_behind(self) -> Path | None:
        """The report of how the program died the last time, once; None where it did not, or nothing was left.

        Before `install`. What the fault handler wrote has whole paths in it, so it is read by allow-list and then goes.
        """
        faults = self.folder / _FAULTS
        with suppress(OSError):
            found = tuple(of_a_fault(faults.read_text("utf-8", "replace").splitlines()))
            faults.write_bytes(b"")
            if found:
                note(Event.DIED)
                return self._write((*_versions(self._version, self._clock()), "", *found))
        return None

    def caught(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Write a report. Ctrl+C in a terminal is no bug."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        note(Event.CRASHED, error)
        self.reported.emit(self._write(report(error, version=self._version, moment=self._clock())))

    def _write(self, lines: Iterable[str]) -> Path | None:
        """A new report; None where it cannot be written: a full disk does not hide the bug, the window says so."""
        path = self.folder / f"report-{self._clock():%Y%m%d-%H%M%S-%f}.txt"
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(("\n".join(lines) + "\n").encode())
            for old in sorted(self.folder.glob("report-*.txt"))[:-KEEP]:
                old.unlink()
        except OSError:
            return None
        return path

    def _fault_file(self) -> int | None:
        """Where the fault handler writes; None where nothing can be written."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(self.folder / _FAULTS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError:
            return None

    def _caught_in_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.caught(raised.exc_type, raised.exc_value, raised.exc_traceback)


def died_words() -> str:
    """What the coach is told after the program ended by a fault."""
    return _("CoachDesk ended by itself the last time. What was saved is safe.")


def report(error: BaseException, *, version: str, moment: datetime) -> Iterator[str]:
    """The lines of a report: versions, then each error of the chain, outermost first, with its stack."""
    yield from _versions(version, moment)
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        code = f" ({each.code})" if isinstance(each, AppError) else ""
        yield ""
        yield f"{type(each).__name__}{code}"
        for frame, line in traceback.walk_tb(each.__traceback__):
            yield f"  {whereabouts(frame.f_code.co_filename)}, line {line}, in {frame.f_code.co_name}"
        each = each.__cause__ or each.__context__


def of_a_fault(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a report in what the fault handler wrote: why the program died, and where each thread was."""
    for line in list(lines)[:_LONGEST]:
        if found := _FAULT.match(line):
            yield f"Died: {found['why'].strip()}"
        elif _THREAD.match(line):
            yield ""
        elif found := _FRAME.fullmatch(line):
            yield f"  {whereabouts(found['file'])}, line {found['line']}, in {found['name']}"


def _versions(version: str, moment: datetime) -> Iterator[str]:
    import platform

    yield f"CoachDesk {version}"
    yield f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"At {moment:%Y-%m-%d %H:%M:%S} UTC, thread {threading.current_thread().name}"
