"""Times of day as people type them, and what the clock on the wall does with them twice a year."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_TYPED = re.compile(r"(?P<hour>\d{1,2})(?:[:.\s]?(?P<minute>\d{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE)
_OPENS = 7
_MINUTE = timedelta(minutes=1)
_LONGEST_GAP = 180


def read_time(typed: str) -> time | None:
    """The time of day of "10:30", "10.30", "1030", "9" or "2pm"; None where it is none.

    An hour below seven without am or pm is in the afternoon, unless it is written with a nought: no office is open then.
    """
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    afternoon = hour and hour < _OPENS and not found["hour"].startswith("0")
    return time(hour + 12 if afternoon else hour, minute)


@dataclass(frozen=True, slots=True)
class OnTheClock:
    """What the clock on the wall does at a time.

    Attributes:
        skipped: the clocks go forward over it: there is no such time on that day.
        twice: the clocks go back over it: there are two, and the first is meant.
        next_time: the first time from then on that there is.
    """

    skipped: bool
    twice: bool
    next_time: time


def on_the_clock(on: date, at: time, zone: str) -> OnTheClock:
    """Whether a wall time is there once, twice or not at all on that day."""
    wall, where = datetime.combine(on, at), ZoneInfo(zone)
    first, second = wall.replace(tzinfo=where), wall.replace(tzinfo=where, fold=1)
    if _exists(wall, where):
        return OnTheClock(skipped=False, twice=first.utcoffset() != second.utcoffset(), next_time=at)
    later = (wall + step * _MINUTE for step in range(1, _LONGEST_GAP + 1))
    return OnTheClock(skipped=True, twice=False, next_time=next(each for each in later if _exists(each, where)).time())


def moment(on: date, at: time, zone: str) -> datetime:
    """The moment in UTC of a wall time; of two, the first."""
    return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


def _exists(wall: datetime, where: ZoneInfo) -> bool:
    return wall.replace(tzinfo=where).astimezone(UTC).astimezone(where).replace(tzinfo=None) == wall
