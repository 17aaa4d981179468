"""One line of the log: what may be in it, and nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from coachdesk.errors import AppError

_OURS = ("coachdesk", "ui", "site-packages")
_KIND = re.compile(r"[A-Za-z][\w.-]{0,79}")
_FILE = re.compile(r"[\w./<>-]{1,160}")


class Event(StrEnum):
    """What happened."""

    STARTED = "started"
    ENDED = "ended"
    VERB = "verb"
    OPENED = "opened"
    LOCKED = "locked"
    BACKED_UP = "backed-up"
    ERROR_SHOWN = "error-shown"
    CRASHED = "crashed"
    DIED = "died"
    LIBRARY = "library"
    QT = "qt"


class Amount(StrEnum):
    """What a number of a record counts."""

    MILLISECONDS = "ms"
    EXIT_CODE = "exit"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a program file, told from the package on; a full path would hold the coach's name."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Record:
    """What is noted.

    Attributes:
        kind: the code of an AppError, or the name of a class of errors; what is not shaped like one is left out.
        amounts: numbers by what they count.
    """

    event: Event
    kind: str = ""
    place: Place | None = None
    amounts: Mapping[Amount, float] = field(default_factory=dict)

    def line(self, run: str, number: int, at: str, up: int, version: str) -> str:
        """As JSON in one line.

        Args:
            run: tells one start of the program from the next, by chance.
            number: of the record in that run, from 1.
            at: the moment in UTC.
            up: milliseconds since the start by a clock that nobody sets.
            version: of the program.
        """
        import json  # not for the first window

        said: dict[str, object] = {"run": run, "n": number, "at": at, "up": up, "version": version}
        said["event"] = self.event.value
        if _KIND.fullmatch(self.kind):
            said["kind"] = self.kind
        if self.place is not None and _FILE.fullmatch(self.place.file):
            said["place"] = str(self.place)
        return json.dumps(said | {amount.value: value for amount, value in self.amounts.items()})


_SHAPES: Mapping[str, re.Pattern[str]] = {
    "run": re.compile(r"[0-9a-f]{8}"),
    "at": re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"),
    "version": re.compile(r"[\w.+-]{1,40}"),
    "event": re.compile("|".join(Event)),
    "kind": _KIND,
    "place": re.compile(_FILE.pattern + r":\d{1,7}"),
}
_NUMBERS = frozenset({"n", "up", *Amount})


def read_line(line: str) -> Mapping[str, str | float] | None:
    """What a line of the log says, by field; None where it is not a record: somebody else may have written to the file."""
    import json

    try:
        said = json.loads(line)
    except ValueError:
        return None
    if not isinstance(said, dict) or not said.keys() >= {"event", "at"}:
        return None
    return said if all(_fits(name, value) for name, value in said.items()) else None


def _fits(name: str, value: object) -> bool:
    if name in _NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return name in _SHAPES and isinstance(value, str) and _SHAPES[name].fullmatch(value) is not None


def kind_of(error: BaseException | None) -> str:
    """The code of an AppError, the class of any other; never what it says."""
    return error.code if isinstance(error, AppError) else type(error).__name__ if error is not None else ""


def place_of(error: BaseException | None) -> Place | None:
    """Where an error was raised, as far as it was."""
    trace = error.__traceback__ if error is not None else None
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    return Place(whereabouts(trace.tb_frame.f_code.co_filename), trace.tb_lineno)


def whereabouts(filename: str) -> str:
    """A file below our packages or the library; of any other its name alone."""
    parts = Path(filename).parts
    for root in _OURS:
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last:])
    return parts[-1] if parts else "?"
