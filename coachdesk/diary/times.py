"""Times of day as people type them."""

import re
from datetime import time

_TYPED = re.compile(r"(?P<hour>\d{1,2})(?:[:.\s]?(?P<minute>\d{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE)
_OPENS = 7


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
