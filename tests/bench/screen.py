"""A screen in memory, and how long a program takes until it has painted a window there: its time and the processor's.

Nothing is put into the program: the screen's picture is a file that is read while the program starts, so a bundle and a
program from source are measured in one way.
"""

import mmap
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, home_variables

WIDTH, HEIGHT = 1366, 768
PATIENCE = 60
LOOKS_EVERY = 0.001


@dataclass(frozen=True)
class Start:
    """Of one start: seconds on the wall, and the processor's for the program and the system's work for it."""

    wall: float
    work: float


@dataclass(frozen=True)
class Screen:
    """A black screen; `environment` makes a program appear there, in a home of its own."""

    picture: mmap.mmap
    environment: Mapping[str, str]

    def is_black(self) -> bool:
        """Whether nothing is painted across the middle."""
        middle = len(self.picture) // 2
        return not any(self.picture[middle : middle + 4 * WIDTH])

    def start(self, command: Sequence[str]) -> Start:
        """Start a program, and end it as soon as its window is painted."""
        while not self.is_black():  # the window before goes
            time.sleep(LOOKS_EVERY)
        return self._timed(command, self._painted)

    def run(self, command: Sequence[str]) -> Start:
        """Let a program that shows no window come to its end."""
        return self._timed(command, _ended)

    def _timed(self, command: Sequence[str], wait: Callable[[int], None]) -> Start:
        """Start a program, wait, and end it; `wait` takes its process id."""
        began = time.monotonic()
        process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait(process.pid)
            wall = time.monotonic() - began
        finally:
            os.kill(process.pid, signal.SIGKILL)  # Popen's own would read how it ended, and lose what it used
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return Start(wall, used.ru_utime + used.ru_stime)

    def _painted(self, _pid: int) -> None:
        last = time.monotonic() + PATIENCE
        while self.is_black():
            assert time.monotonic() < last, "A program has painted nothing."
            time.sleep(LOOKS_EVERY)


def _ended(pid: int) -> None:
    """Its end is left to be read once more, with what it used."""
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen without a session bus or a window manager; it goes at the end."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-", ignore_cleanup_errors=True) as folder:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        command += ["-br", "-nocursor", "-noreset", "-nolisten", "tcp"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            try:
                display = f":{server.stdout.readline().strip()}"
                with (
                    (Path(folder) / "Xvfb_screen0").open("rb") as file,
                    mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as picture,
                ):
                    yield Screen(picture, _environment(display, Path(folder) / "home"))
            finally:
                server.terminate()


def _environment(display: str, home: Path) -> dict[str, str]:
    """Modules are compiled before, as they are in the bundle and after any first start from source."""
    return {
        **os.environ,
        **home_variables(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
