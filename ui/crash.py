"""A bug is honest and private: a report on this machine, without any answer in it, and nothing is sent.

The report is written by allow-list: versions, codes, and for each step of the stack its file, line and function.
Never a message or a value: a message may quote what somebody typed.
"""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Signal, qVersion

from coachdesk.clock import Clock, now
from coachdesk.errors import AppError

KEEP = 20
"""Reports that are kept; older ones go."""


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
        self.folder.mkdir(parents=True, exist_ok=True)
        faults = (self.folder / "fault.log").open("a", encoding="utf-8")
        before, threads = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self.caught, self._caught_in_thread
        faulthandler.enable(faults)

        def undo() -> None:
            sys.excepthook, threading.excepthook = before, threads
            faulthandler.disable()
            faults.close()

        return undo

    def caught(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Write a report. Ctrl+C in a terminal is no bug."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        moment = self._clock()
        text = "\n".join(report(error, version=self._version, moment=moment)) + "\n"
        path = self.folder / f"report-{moment:%Y%m%d-%H%M%S-%f}.txt"
        try:
            path.write_text(text, "utf-8")
            for old in sorted(self.folder.glob("report-*.txt"))[:-KEEP]:
                old.unlink()
        except OSError:  # a full disk must not hide the bug: the window then says that there is no report
            self.reported.emit(None)
            return
        self.reported.emit(path)

    def _caught_in_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.caught(raised.exc_type, raised.exc_value, raised.exc_traceback)


def report(error: BaseException, *, version: str, moment: datetime) -> Iterator[str]:
    """The lines of a report: versions, then each error of the chain, outermost first, with its stack."""
    import platform

    yield f"CoachDesk {version}"
    yield f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"At {moment:%Y-%m-%d %H:%M:%S} UTC, thread {threading.current_thread().name}"
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        code = f" ({each.code})" if isinstance(each, AppError) else ""
        yield ""
        yield f"{type(each).__name__}{code}"
        for frame, line in traceback.walk_tb(each.__traceback__):
            yield f"  {_place(frame.f_code.co_filename)}, line {line}, in {frame.f_code.co_name}"
        each = each.__cause__ or each.__context__


def _place(filename: str) -> str:
    """The file below our packages or the library: a full path would hold the coach's name."""
    parts = Path(filename).parts
    for root in ("coachdesk", "ui", "site-packages"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last:])
    return parts[-1] if parts else "?"
