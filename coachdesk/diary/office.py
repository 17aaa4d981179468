"""A day of the office: its slots, which of them are free, and why it is closed."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coachdesk.diary.appointment import Appointment, BusyTime
from coachdesk.diary.states import TAKES_TIME
from coachdesk.opening_hours import Closure, Stretch


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """One day as the office is open on it.

    Attributes:
        stretches: when it is open; nothing on a day on which it is closed.
        slot_minutes: how long a slot is.
        closed: why it is closed: the bank holiday or the organisation's own words; empty where it is open, or where no
            reason is given.
    """

    on: date
    stretches: tuple[Stretch, ...]
    slot_minutes: int
    closed: str = ""

    @property
    def slots(self) -> tuple[time, ...]:
        """The beginning of each whole slot, in order; the first has number 1."""
        step = timedelta(minutes=self.slot_minutes)
        found = []
        for stretch in self.stretches:
            at, over = datetime.combine(self.on, stretch.starts), datetime.combine(self.on, stretch.ends)
            while at + step <= over:
                found.append(at.time())
                at += step
        return tuple(found)


def office_day(
    on: date,
    week: tuple[tuple[Stretch, ...], ...],
    slot_minutes: int,
    closures: Iterable[Closure] = (),
    holiday: str | None = None,
) -> OfficeDay:
    """The day, from the hours of the week (Monday first), the days of closing and the bank holiday that it is."""
    why = next((each.why for each in closures if each.first <= on <= each.last), None)
    closed = holiday if holiday is not None else why
    return OfficeDay(on, () if closed is not None else week[on.weekday()], slot_minutes, closed or "")


def slot_number(day: OfficeDay, at: time) -> int:
    """The number of the slot in which a time lies; 0 outside opening hours."""
    slots = day.slots
    number = bisect_right(slots, at)
    within = number > 0 and at < _later(day.on, slots[number - 1], day.slot_minutes)
    return number if within else 0


def free(day: OfficeDay, taken: Iterable[Appointment | BusyTime]) -> tuple[Stretch, ...]:
    """The stretches of whole slots that nobody has taken, in order; slots beside one another are one stretch."""
    spans = [
        (each.at, _later(day.on, each.at, each.minutes))
        for each in taken
        if each.on == day.on and (isinstance(each, BusyTime) or each.state in TAKES_TIME)
    ]
    found: list[Stretch] = []
    for starts in day.slots:
        ends = _later(day.on, starts, day.slot_minutes)
        if any(starts < over and begins < ends for begins, over in spans):
            continue
        joined = found.pop().starts if found and found[-1].ends == starts else starts
        found.append(Stretch(joined, ends))
    return tuple(found)


def within_hours(day: OfficeDay, at: time, minutes: int) -> bool:
    """Whether the office is open from the beginning of a meeting to its end."""
    ends = _later(day.on, at, minutes)
    return any(each.starts <= at and ends <= each.ends for each in day.stretches)


def first_free(day: OfficeDay, stretches: Iterable[Stretch], minutes: int, after: time = time.min) -> time | None:
    """The first time from `after` on at which so many minutes are free, on a whole slot; None where there is none."""
    found = list(stretches)
    fits = (
        at
        for at in day.slots
        if at >= after and any(each.starts <= at and _later(day.on, at, minutes) <= each.ends for each in found)
    )
    return next(fits, None)


def _later(on: date, at: time, minutes: int) -> time:
    """The time on the wall so many minutes later; the last moment of the day where that is the next day."""
    later = datetime.combine(on, at) + timedelta(minutes=minutes)
    return later.time() if later.date() == on else time.max
