"""The week as rows: each day with how much is on it and free, and below it who comes."""

from coachdesk.i18n import _, clock_time, near_date, ngettext
from coachdesk.opening_hours import Stretch
from coachdesk.services import DayView
from ui.kit import Row
from ui.today.state import kind_and_minutes

DAY = "day:"
"""Before the ISO date in the id of the row of a day; the row of an appointment has its id."""


def week_rows(days: tuple[DayView, ...]) -> tuple[Row, ...]:
    """Monday first; a day on which the office is closed and nothing is booked is left out."""
    rows = []
    for day in days:
        if day.entries or day.office.stretches:
            near = near_date(day.day)
            rows.append(Row(f"{DAY}{day.day.isoformat()}", (near, "", "", _many(day), _free_slots(day))))
            rows += [
                Row(
                    each.appointment.id,
                    ("", clock_time(each.appointment.at), each.name, kind_and_minutes(each), each.state),
                    spoken=", ".join(
                        (near, clock_time(each.appointment.at), each.name, kind_and_minutes(each), each.state)
                    ),
                )
                for each in day.entries
            ]
    return tuple(rows)


def spans(stretches: tuple[Stretch, ...]) -> str:
    """`9:10am to 9:30am, 10am to 5pm`."""
    return ", ".join(
        _("{start} to {end}").format(start=clock_time(each.starts), end=clock_time(each.ends)) for each in stretches
    )


def free_line(day: DayView) -> str:
    """Which times of the day are free, or why none is."""
    if day.office.closed:
        return _("The office is closed on this day: {why}.").format(why=day.office.closed)
    if not day.office.stretches:
        return _("The office is closed on this day.")
    return _("Free: {spans}.").format(spans=spans(day.free)) if day.free else _("Nothing is free.")


def _many(day: DayView) -> str:
    if not day.entries:
        return _("Nobody")
    return ngettext("One appointment", "{n} appointments", len(day.entries)).format(n=len(day.entries))


def _free_slots(day: DayView) -> str:
    if not day.office.stretches:
        return _("Closed")
    number = sum(any(each.starts <= at < each.ends for each in day.free) for at in day.office.slots)
    return ngettext("One slot free", "{n} slots free", number).format(n=number) if number else _("Nothing free")
