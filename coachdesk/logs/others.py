"""What libraries say on their own: kept as a level and a place. Their words may quote what somebody typed."""

import logging
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

from coachdesk.logs.record import Amount, Event, Place, Record, kind_of, place_of, whereabouts

if TYPE_CHECKING:
    from coachdesk.logs.writing import Log


class Others(logging.Handler):
    """Takes what any library logs. As the root's only handler it also keeps `logging` from printing the words itself."""

    def __init__(self, log: "Log") -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Note its level and its place, never its message."""
        place = Place(whereabouts(record.pathname), record.lineno)
        error = record.exc_info[1] if record.exc_info else None
        self._log.write(Record(Event.LIBRARY, kind_of(error), place, {Amount.LEVEL: record.levelno}))


def take_over(log: "Log") -> Callable[[], None]:
    """Let nothing that libraries say, warn of or cannot raise reach a terminal or a file. Gives back how to undo it."""

    def warned(
        message: Warning | str, category: type[Warning], filename: str, lineno: int, *_file: object, **_more: object
    ) -> None:
        kind = kind_of(message) if isinstance(message, Warning) else category.__name__
        log.write(Record(Event.LIBRARY, kind, Place(whereabouts(filename), lineno)))

    def not_raised(raised: "sys.UnraisableHookArgs") -> None:
        log.write(Record(Event.LIBRARY, kind_of(raised.exc_value), place_of(raised.exc_value)))

    handler, root = Others(log), logging.getLogger()
    shown, unraisable, raising = warnings.showwarning, sys.unraisablehook, logging.raiseExceptions
    root.addHandler(handler)
    warnings.showwarning, sys.unraisablehook, logging.raiseExceptions = warned, not_raised, False

    def undo() -> None:
        root.removeHandler(handler)
        warnings.showwarning, sys.unraisablehook, logging.raiseExceptions = shown, unraisable, raising

    return undo
