"""A program on a desktop, and what a person can do with it through the accessibility tree."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

from tests.conftest import ROOT
from tests.journeys.closing import ask_to_close
from tests.journeys.desktop import Environment

SYSTEM_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True)
class Seen:
    """An element as a screen reader tells it."""

    role: str
    name: str
    text: str
    description: str
    states: frozenset[str]


class Walker:
    """The process that walks the tree; one serves many programs of a desktop."""

    def __init__(self, desktop: Environment) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
        self._child = subprocess.Popen(
            # Which calls of gi are deprecated differs from one Debian to the next.
            [SYSTEM_PYTHON, "-W", "ignore::DeprecationWarning", "-m", "tests.journeys.walker"],
            cwd=ROOT, env={**inherited, **desktop, "PYTHONDONTWRITEBYTECODE": "1"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip

    def ask(self, seconds: float, **request: Any) -> Any:
        """Let it do one request within so many seconds; fails with the tree as it was."""
        stdin, stdout = self._child.stdin, self._child.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps({**request, "seconds": seconds}) + "\n")
        stdin.flush()
        ready, _, _ = select.select([stdout], [], [], seconds + 60)
        assert ready, f"The accessibility tree does not answer: {request}"
        answer = json.loads(stdout.readline())
        assert "problem" not in answer, f"{request}: {answer['problem']}\n{answer['tree']}"
        return answer["result"]

    def stop(self) -> None:
        """End it."""
        self._child.kill()
        self._child.communicate()


class Program:
    """A running program. Names are exact, as a screen reader says them; roles are those of AT-SPI ("push button").

    `within` is the name of a group round the element, for names that occur more than once ("Day", "Yes").
    """

    def __init__(
        self, arguments: list[str], desktop: Environment, walker: Walker, patience: float = 20, *, running: int = 0
    ) -> None:
        """Start it, unless it is `running` with this process id."""
        self._arguments, self._desktop, self._walker, self._patience = arguments, desktop, walker, patience
        self._successors: list[Program] = []
        environment = {**os.environ, **desktop}
        self._process = None if running else subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment)
        self.pid = running or (self._process.pid if self._process else 0)

    def _ask(self, do: str, name: str = "", role: str = "", within: str = "", **more: Any) -> Any:
        ended = self._process.poll() if self._process else None
        assert ended is None, f"The program ended by itself with {ended}."
        return self._walker.ask(self._patience, do=do, pid=self.pid, name=name, role=role, within=within, **more)

    def find(self, name: str, role: str = "", *, within: str = "", state: str = "", text: str | None = None) -> Seen:
        """Wait until it shows (in this state, with this text, where they are given), and say what it is."""
        seen = self._ask("look", name, role, within, state=state, text=text)
        return Seen(**{**seen, "states": frozenset(seen["states"])})

    def press(self, name: str, role: str = "", *, within: str = "") -> None:
        """Press a button, tick a box, choose a radio button."""
        self._ask("press", name, role, within)

    def set_text(self, name: str, text: str, role: str = "text", *, within: str = "") -> None:
        """Put this text in a field, as dictation does."""
        self._ask("write", name, role, within, text=text)

    def set_value(self, name: str, value: float, role: str = "") -> None:
        """Put this number in a slider or a spin box."""
        self._ask("set_value", name, role, value=value)

    def focus(self, name: str, role: str = "", *, within: str = "") -> None:
        """Put the keyboard focus there."""
        self._ask("focus", name, role, within)

    def wait_gone(self, name: str, role: str = "") -> None:
        """Wait until it no longer shows."""
        self._ask("gone", name, role)

    def names(self, role: str) -> list[str]:
        """The names of all that shows in a role."""
        return list(self._ask("names", role=role))

    def told(self) -> str:
        """All names, descriptions and contents that the program tells assistive tools, shown or hidden."""
        return str(self._ask("told"))

    def outline(self) -> str:
        """The tree as indented lines."""
        return str(self._ask("outline"))

    def key(self, *chords: str) -> None:
        """Press keys on the keyboard of this desktop, as xdotool names them ("ctrl+Return")."""
        self._have_keyboard()
        self._xdotool("key", "--delay", "30", *chords)

    def type(self, text: str) -> None:
        """Type this on the keyboard of this desktop."""
        self._have_keyboard()
        self._xdotool("type", "--delay", "15", text)

    def point_at(self) -> None:
        """Move the pointer into its window."""
        self._xdotool("mousemove", "--sync", "--window", self._windows()[-1], "20", "20")

    def wait_on_top(self) -> None:
        """Wait until one of its windows is the uppermost where the pointer is."""
        ends = time.monotonic() + self._patience
        while not any(f"WINDOW={each}\n" in self._xdotool("getmouselocation", "--shell") for each in self._windows()):
            assert time.monotonic() < ends, "It did not come to the front."
            time.sleep(0.1)

    def close(self) -> None:
        """Press the cross in the corner of its window, and wait until it has ended."""
        ask_to_close(self._desktop["DISPLAY"], int(self._windows()[-1]))
        ends = time.monotonic() + self._patience
        while self._runs():
            assert time.monotonic() < ends, "It did not end."
            time.sleep(0.1)

    def _runs(self) -> bool:
        if self._process is not None:
            return self._process.poll() is None
        return Path(f"/proc/{self.pid}").exists()

    def titles(self) -> set[str]:
        """What stands in the task bar."""
        return {self._xdotool("getwindowname", each).strip() for each in self._windows()}

    def _windows(self) -> list[str]:
        return self._xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.pid)).split()

    def _xdotool(self, *command: str, check: bool = True) -> str:
        environment = {**os.environ, **self._desktop}
        done = subprocess.run(["xdotool", *command], env=environment, check=check, timeout=60, capture_output=True)
        return done.stdout.decode()

    def _have_keyboard(self) -> None:
        """No window manager runs here that would give the first window the keyboard; later ones take it themselves."""
        ours = self._windows()
        if self._xdotool("getwindowfocus", check=False).strip() not in ours:
            self._xdotool("windowfocus", "--sync", ours[-1])

    def screenshot(self, path: Path) -> Image.Image:
        """The whole screen as a picture in a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = ImageGrab.grab(xdisplay=self._desktop["DISPLAY"])
        picture.save(path)
        return picture

    def successor(self) -> "Program":
        """The fresh process with the same arguments that it left behind when it ended."""
        wanted = b"\0".join(each.encode() for each in self._arguments)
        ends = time.monotonic() + self._patience
        while time.monotonic() < ends:
            for line in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):  # a process that ended just now
                    if wanted in line.read_bytes() and int(line.parent.name) != self.pid:
                        pid = int(line.parent.name)
                        found = Program(self._arguments, self._desktop, self._walker, self._patience, running=pid)
                        self._successors.append(found)
                        return found
            time.sleep(0.1)
        raise AssertionError("It left no process behind.")

    def kill(self) -> None:
        """End it as a power cut does (SIGKILL): nothing is flushed, nobody is asked."""
        for each in self._successors:
            each.kill()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        if self._process is not None:
            self._process.wait(timeout=10)

    def wait(self, seconds: float = 20) -> int:
        """Wait until it ended by itself; its exit code."""
        assert self._process is not None, "Only who started it is told its exit code."
        return self._process.wait(timeout=seconds)
