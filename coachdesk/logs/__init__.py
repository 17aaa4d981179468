"""What the program notes about itself: codes, places in the program, numbers and durations; never a text, a name or a path.

Nothing else can be noted by type: a record takes no text that somebody could have typed, and nothing leaves the computer.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from coachdesk.logs.record import Amount, Event, Place, Record, kind_of, place_of, whereabouts
from coachdesk.logs.writing import BYTES, FILES, Log

__all__ = [
    "BYTES",
    "FILES",
    "Amount",
    "Event",
    "Log",
    "Place",
    "Record",
    "begin",
    "kind_of",
    "note",
    "note_qt",
    "place_of",
    "whereabouts",
]

_logs: list[Log] = []
"""The log of this process, once it was begun."""


def begin(folder: Path, *, version: str) -> Callable[[], None]:
    """Note everything in the log of this folder from now on, also what libraries say. Gives back how to end it."""
    from coachdesk.logs.others import take_over

    log = Log(folder, version=version)
    _logs[:] = [log]
    undo = take_over(log)

    def end() -> None:
        undo()
        _logs.clear()

    return end


def note(event: Event, error: BaseException | None = None, amounts: Mapping[Amount, float] | None = None) -> None:
    """Note what happened: of an error its code or type and its place only. Never fails, whatever the disk does."""
    for log in _logs:
        log.write(Record(event, kind_of(error), place_of(error), amounts or {}))


def note_qt(category: str, filename: str | None, line: int) -> None:
    """Note that Qt said something, by its category and where its source says it."""
    for log in _logs:
        log.write(Record(Event.QT, category, Place(whereabouts(filename), line) if filename else None))
