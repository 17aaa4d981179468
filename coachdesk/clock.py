"""The one source of the time. Everything else takes a date or a moment as an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""A function that gives the moment in UTC: `now`, or a test's own."""


def now() -> datetime:
    """The moment, in UTC, to the microsecond."""
    return datetime.now(UTC)


@cache
def london() -> "ZoneInfo":
    """The time zone of Great Britain; the zones are loaded when somebody asks."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/London")


def local(moment: datetime) -> datetime:
    """The wall-clock time in Great Britain of a UTC moment."""
    return moment.astimezone(london())


def today(clock: Clock = now) -> date:
    """The date on the wall in Great Britain."""
    return local(clock()).date()
