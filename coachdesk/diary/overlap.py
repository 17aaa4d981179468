"""Two meetings at the same time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from coachdesk.diary.appointment import Appointment, BusyTime
from coachdesk.diary.states import TAKES_TIME, ends
from coachdesk.diary.times import moment


def overlapping(new: Appointment, others: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """The appointments that take some of the new one's time, earliest first; itself and cancelled ones never do."""
    starts, over = _starts(new), ends(new)
    clashes = [
        other
        for other in others
        if other.id != new.id and other.state in TAKES_TIME and starts < ends(other) and _starts(other) < over
    ]
    return tuple(sorted(clashes, key=_starts))


def busy_then(new: Appointment, others: Iterable[BusyTime]) -> tuple[BusyTime, ...]:
    """What another calendar has taken of the new one's time, earliest first."""
    starts, over = _starts(new), ends(new)
    clashes = [
        each for each in others if starts < _starts(each) + timedelta(minutes=each.minutes) and _starts(each) < over
    ]
    return tuple(sorted(clashes, key=_starts))


def _starts(each: Appointment | BusyTime) -> datetime:
    """The first moment, in UTC: wall times of two zones compare rightly, and so do those of a doubled hour."""
    return moment(each.on, each.at, each.zone)
