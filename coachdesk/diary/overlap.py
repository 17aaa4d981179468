"""Two meetings at the same time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from coachdesk.diary.appointment import Appointment, AppointmentState

_TAKES_TIME = {AppointmentState.BOOKED, AppointmentState.ARRIVED, AppointmentState.SEEN}


def overlapping(new: Appointment, others: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """The appointments that take some of the new one's time, earliest first; itself and cancelled ones never do."""
    starts, ends = _span(new)
    clashes = []
    for other in others:
        if other.id == new.id or other.state not in _TAKES_TIME:
            continue
        other_starts, other_ends = _span(other)
        if starts < other_ends and other_starts < ends:
            clashes.append(other)
    return tuple(sorted(clashes, key=lambda each: _span(each)[0]))


def _span(appointment: Appointment) -> tuple[datetime, datetime]:
    """First and last moment, aware: wall times of two zones compare rightly."""
    starts = datetime.combine(appointment.on, appointment.at, ZoneInfo(appointment.zone))
    return starts, starts + timedelta(minutes=appointment.minutes)
