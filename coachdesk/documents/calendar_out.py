"""Appointments as a calendar file (RFC 5545): times and the numbers of their slots, and nobody's name."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from coachdesk.diary import TAKES_TIME, Appointment, OfficeDay, slot_number
from coachdesk.i18n import _, clock_time


def calendar_file(days: Iterable[tuple[OfficeDay, Iterable[Appointment]]], made_at: datetime) -> bytes:
    """The bytes of the file, the same for the same appointments at the same moment (in UTC).

    Other calendars send their entries on, to phones too: of an appointment there is its time and the number of its slot,
    no name, place, kind or need, and an id that leads nowhere.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CoachDesk//diary//EN")
    calendar.add("version", "2.0")
    for office, appointments in days:
        for each in appointments:
            if each.state in TAKES_TIME:
                calendar.add_component(_event(each, slot_number(office, each.at), made_at))
    calendar.add_missing_timezones(first_date=date(2020, 1, 1), last_date=date(2038, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _event(appointment: Appointment, slot: int, made_at: datetime) -> Event:
    starts = datetime.combine(appointment.on, appointment.at, ZoneInfo(appointment.zone))
    event = Event()
    event.add("uid", f"{sha256(appointment.id.encode()).hexdigest()[:32]}@coachdesk")
    event.add("dtstamp", made_at)
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=appointment.minutes))
    event.add("summary", _("Slot {number}").format(number=slot) if slot else clock_time(appointment.at))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    return event
