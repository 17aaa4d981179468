"""What happened before today in the practice vault, each at its moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coachdesk.rehearsal import MovingClock


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a coach did, and when."""

    at: datetime
    happen: Callable[[], object]


def in_turn(clock: MovingClock, events: Iterable[Event]) -> None:
    """Let everything happen in the order of time."""
    for event in sorted(events, key=lambda each: each.at):
        clock.set(event.at)
        event.happen()


def working_day(day: date) -> date:
    """The day, or the Friday before it: a whole meeting fits in before today in any case."""
    return day - timedelta(days=max(0, day.weekday() - 4))
