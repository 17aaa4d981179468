"""The one source of the time. Everything else takes a date or a moment as an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

Clock = Callable[[], datetime]
"""A function that gives the moment in UTC: `now`, or a test's own."""


def now() -> datetime:
    """The moment, in UTC, to the microsecond."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The wall-clock time in Great Britain of a UTC moment."""
    return moment.astimezone(LONDON)


def today(clock: Clock = now) -> date:
    """The date on the wall in Great Britain."""
    return local(clock()).date()
