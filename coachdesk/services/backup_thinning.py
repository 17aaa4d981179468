"""Which backups stay: all of the last hours, then the newest of an hour, a day, a week. No file and no clock."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(hours=4)
"""So long every backup stays."""

HOURS, DAYS, WEEKS = 24, 10, 8
"""The newest of each of so many hours with a backup, of so many days with one (at least so many stay), of so many weeks."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The moments (UTC) whose backups stay; those that the clock has not come to yet are among them.

    What is thinned again loses nothing more, and the days are those with a backup: after a long absence ten days are
    still there.
    """
    every = sorted(moments, reverse=True)
    return frozenset(
        (
            *(each for each in every if each > now - ALL_FOR),
            *_newest(every, HOURS, lambda at: at.replace(minute=0, second=0, microsecond=0)),
            *_newest(every, DAYS, lambda at: at.date()),
            *_newest(every, WEEKS, lambda at: at.isocalendar()[:2]),
        )
    )


def _newest(newest_first: Iterable[datetime], most: int, span: Callable[[datetime], object]) -> tuple[datetime, ...]:
    """The newest of each of the newest spans."""
    found: dict[object, datetime] = {}
    for each in newest_first:
        found.setdefault(span(each), each)
    return tuple(found.values())[:most]
