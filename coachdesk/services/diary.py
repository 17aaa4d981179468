from dataclasses import replace
from datetime import date, time

from coachdesk.diary import Appointment, AppointmentState, overlapping
from coachdesk.interviews import Channel
from coachdesk.services.context import Context
from coachdesk.storage import find, get, table_of


class Diary:
    """Booking and keeping appointments."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def draft(self, person_id: str, definition_id: str, on: date, at: time, channel: Channel) -> Appointment:
        """A new appointment of a definition's length, not stored."""
        definition = self._context.definition(definition_id)
        return Appointment(
            id=self._context.new_id(),
            person_id=person_id,
            on=on,
            at=at,
            minutes=definition.minutes,
            definition_id=definition_id,
            channel=channel,
        )

    def clashes(self, appointment: Appointment) -> tuple[Appointment, ...]:
        """The appointments of that day that take some of its time, earliest first; a note, never a refusal."""
        table = table_of(Appointment)
        with self._context.database.read() as connection:
            return overlapping(appointment, find(connection, Appointment, table.c.on == appointment.on))

    def get(self, appointment_id: str) -> Appointment:
        """One appointment as it is stored."""
        with self._context.database.read() as connection:
            return get(connection, Appointment, appointment_id)

    def book(self, appointment: Appointment) -> Appointment:
        """Store a new or changed appointment."""
        return self._put(appointment, "appointment.booked")

    def set_state(self, appointment_id: str, state: AppointmentState) -> Appointment:
        """Record what became of an appointment; the state before can be set again."""
        appointment = self.get(appointment_id)
        return self._put(replace(appointment, state=state), f"appointment.{state}")

    def move(self, appointment_id: str, on: date, at: time) -> Appointment:
        """Move an appointment to another day or time."""
        appointment = self.get(appointment_id)
        return self._put(replace(appointment, on=on, at=at, state=AppointmentState.BOOKED), "appointment.moved")

    def _put(self, appointment: Appointment, code: str) -> Appointment:
        with self._context.database.write() as writer:
            stored = writer.put(appointment, code)
            writer.audit(code, subject=appointment.person_id, record=appointment.id)
        return stored
