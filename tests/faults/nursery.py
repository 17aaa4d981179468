"""Where coaches are forked from a loaded program, one for each line, to be killed while they work."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Nursery:
    """A running program that takes lines and says what its coaches say."""

    asked: IO[str]
    said: IO[str]

    def killed_after(self, line: str, seconds: float) -> list[str]:
        """Let a coach do what the line asks and kill it so long after it began; what it said before it was gone."""
        self._ask(line)
        coach = int(self.said.readline())
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it may have ended by itself
            os.kill(coach, signal.SIGKILL)
        return list(iter(self.said.readline, "gone\n"))

    def under(self, line: str, watched: Callable[[Iterator[str]], Iterator[str]]) -> list[str]:
        """Let a coach do what the line asks, and kill it where `watched`, given what it says, comes to its end."""
        self._ask(line)
        coach = int(self.said.readline())
        heard = list(watched(iter(self.said.readline, "gone\n")))
        os.kill(coach, signal.SIGKILL)
        return [*heard, *iter(self.said.readline, "gone\n")]

    def did(self, line: str) -> list[str]:
        """Let a coach do what the line asks to its own end; what it said."""
        self._ask(line)
        return list(iter(self.said.readline, "gone\n"))

    def _ask(self, line: str) -> None:
        self.asked.write(f"{line}\n")
        self.asked.flush()


def say(word: object) -> None:
    """Tell the one outside."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def tell(*said: object) -> None:
    """Tell it as one line of JSON."""
    say(json.dumps(said))


@contextmanager
def nursery(module: str, vault: Path, *more: str) -> Iterator[Nursery]:
    """The program of a module, for this vault and whatever else it is told, until the block ends."""
    command = [sys.executable, "-m", module, str(vault), *more]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        yield Nursery(program.stdin, program.stdout)
        program.stdin.close()
