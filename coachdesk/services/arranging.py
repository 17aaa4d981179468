from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.diary import Appointment, companions_for, premises_for
from coachdesk.people import Person
from coachdesk.storage import find, table_of


def fitted(connection: Connection, appointment: Appointment) -> Appointment:
    """A new appointment with what its person needs of a place, and who comes along."""
    found = find(connection, Person, table_of(Person).c.id == appointment.person_id)
    needs = found[0].needs if found else ()
    return replace(appointment, premises=premises_for(needs), comes_along=companions_for(needs))


def arrangement(connection: Connection, person_id: str, day: date) -> Appointment | None:
    """The newest appointment for another way to meet than usual, whose last day has not come before a day; or None."""
    columns = table_of(Appointment).c
    found = find(
        connection,
        Appointment,
        columns.person_id == person_id,
        columns.channel_reason != "",
        columns.channel_until.is_(None) | (columns.channel_until >= day),
        order_by=(columns.on.desc(), columns.at.desc()),
        limit=1,
    )
    return found[0] if found else None


def as_arranged(appointment: Appointment, usual: Appointment | None) -> Appointment:
    """An appointment with the reason, last day and place of the arrangement, where it is held in that way."""
    if usual is None or usual.without_contact or usual.channel is not appointment.channel:
        return replace(appointment, channel_reason="", channel_until=None)
    return replace(
        appointment,
        channel_reason=usual.channel_reason,
        channel_until=usual.channel_until,
        place=appointment.place or usual.place,
    )
