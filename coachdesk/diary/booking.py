"""What stands against a booking, and what only wants saying."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.diary.appointment import Appointment, BusyTime
from coachdesk.diary.office import OfficeDay, first_free, free, within_hours
from coachdesk.diary.overlap import busy_then, overlapping
from coachdesk.diary.states import TAKES_TIME
from coachdesk.diary.times import on_the_clock
from coachdesk.errors import AppError
from coachdesk.i18n import _, clock_time


@dataclass(frozen=True, slots=True)
class Booking:
    """What is known of a booking before it is made.

    Attributes:
        refused: why it cannot be made, or None.
        notes: whole sentences; it can be made all the same.
    """

    refused: AppError | None
    notes: tuple[str, ...] = ()


def check_booking(
    new: Appointment, others: Iterable[Appointment], busy: Iterable[BusyTime], day: OfficeDay, today: date
) -> Booking:
    """Look at a booking.

    Args:
        new: the appointment as it would be stored.
        others: the coach's appointments of that day and of the days beside it.
        busy: what another calendar has taken of that day.
        day: the office on that day.
        today: the date on the wall.
    """
    others, busy = tuple(others), tuple(busy)
    clock = on_the_clock(new.on, new.at, new.zone)
    if clock.skipped:
        return Booking(AppError("appointment.skipped-hour", next=clock_time(clock.next_time)))
    if overlapping(new, others) or busy_then(new, busy):
        rest = free(day, [*(each for each in others if each.id != new.id), *busy])
        later = first_free(day, rest, new.minutes, new.at)
        if later is None:
            return Booking(AppError("appointment.taken"))
        return Booking(AppError("appointment.taken-then", next=clock_time(later)))
    return Booking(None, tuple(_notes(new, others, day, today, twice=clock.twice)))


def _notes(new: Appointment, others: tuple[Appointment, ...], day: OfficeDay, today: date, *, twice: bool) -> list[str]:
    notes = []
    same = [each for each in others if _same_day(each, new)]
    if same:
        times = ", ".join(clock_time(each.at) for each in sorted(same, key=lambda each: each.at))
        notes.append(_("This person has another appointment on that day ({times}).").format(times=times))
    if twice:
        notes.append(_("The clocks go back in that hour, so it comes twice. The first one is meant."))
    if new.on < today:
        notes.append(_("That day is over."))
    if day.closed:
        notes.append(_("The office is closed on that day: {why}.").format(why=day.closed))
    elif not day.stretches:
        notes.append(_("The office is closed on that day."))
    elif not within_hours(day, new.at, new.minutes):
        notes.append(_("That is outside opening hours."))
    return notes


def _same_day(other: Appointment, new: Appointment) -> bool:
    return other.person_id == new.person_id and other.on == new.on and other.id != new.id and other.state in TAKES_TIME
