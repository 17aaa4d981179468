from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy import Connection

from coachdesk.diary import (
    TAKES_TIME,
    Absence,
    Appointment,
    AppointmentState,
    Booking,
    BusyTime,
    check_booking,
    states_after,
)
from coachdesk.errors import AppError
from coachdesk.interviews import Channel
from coachdesk.services.arranging import arrangement, fitted
from coachdesk.services.context import Context
from coachdesk.services.office import office_on
from coachdesk.services.rhythms import count_anew
from coachdesk.storage import Writer, find, get, table_of

_ARRANGEMENT = ("channel", "without_contact", "channel_reason", "channel_until", "place")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to an appointment, so that it can be taken back.

    Attributes:
        before: as it was; None where it is new.
        after: as it is stored now.
        instead: the new appointment in its place, where it was moved.
    """

    before: Appointment | None
    after: Appointment
    instead: Appointment | None = None


class Diary:
    """Booking and keeping appointments."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def draft(self, person_id: str, definition_id: str, on: date, at: time, channel: Channel) -> Appointment:
        """A new appointment of a definition's length, with what the person needs of a place; not stored."""
        definition = self._context.definition(definition_id)
        new = Appointment(
            id=self._context.new_id(),
            person_id=person_id,
            on=on,
            at=at,
            minutes=definition.minutes,
            definition_id=definition_id,
            channel=channel,
        )
        with self._context.database.read() as connection:
            return fitted(connection, new)

    def usual(self, person_id: str, definition_id: str, on: date | None = None) -> Appointment:
        """How a person is met at present: a draft with the way to meet, the reason and the place of another arrangement.

        It is the newest whose last day has not come before `on` (today where no day is named).
        """
        day = on or self._context.today()
        draft = self.draft(person_id, definition_id, day, time(9), Channel.FACE_TO_FACE)
        with self._context.database.read() as connection:
            found = arrangement(connection, person_id, day)
        return replace(draft, **{name: getattr(found, name) for name in _ARRANGEMENT}) if found else draft

    def look(self, appointment: Appointment) -> Booking:
        """What stands against a booking, and what only wants saying."""
        with self._context.database.read() as connection:
            return self._look(connection, appointment)

    def get(self, appointment_id: str) -> Appointment:
        """One appointment as it is stored."""
        with self._context.database.read() as connection:
            return get(connection, Appointment, appointment_id)

    def book(self, appointment: Appointment) -> Appointment:
        """Store a new or changed appointment.

        Raises:
            AppError: "appointment.taken", "appointment.taken-then" where some of the time is not free, also where another
                window was first; "appointment.skipped-hour" where the clocks leave that time out.
        """
        with self._context.database.write() as writer:
            return self._put(writer, self._checked(writer, appointment), "appointment.booked")

    def set_state(self, appointment_id: str, state: AppointmentState) -> Appointment:
        """Record what became of an appointment; `take_back` undoes it.

        Raises AppError("appointment.not-now") where that state cannot follow, or where another is in its place.
        """
        with self._context.database.write() as writer:
            appointment = get(writer.connection, Appointment, appointment_id)
            if state is appointment.state:
                return appointment
            if appointment.moved_to or state not in states_after(appointment.state):
                raise AppError("appointment.not-now", state=appointment.state, wanted=state)
            absence = Absence.UNKNOWN if state is AppointmentState.NO_SHOW else None
            changed = replace(appointment, state=state, absence=absence)
            if appointment.state not in TAKES_TIME:
                changed = self._checked(writer, changed)
            return self._put(writer, changed, f"appointment.{state}")

    def learn(self, appointment_id: str, absence: Absence) -> Appointment:
        """Record what is known by now of somebody who did not come.

        Raises AppError("appointment.not-now") where it is not said that they did not come.
        """
        with self._context.database.write() as writer:
            appointment = get(writer.connection, Appointment, appointment_id)
            if appointment.state is not AppointmentState.NO_SHOW:
                raise AppError("appointment.not-now", state=appointment.state, wanted=absence)
            return self._put(writer, replace(appointment, absence=absence), "appointment.learned")

    def move(
        self,
        appointment_id: str,
        on: date,
        at: time,
        *,
        by: AppointmentState = AppointmentState.MOVED_BY_US,
    ) -> Appointment:
        """Make a new appointment in the place of one, which stays in the diary as moved; the new one.

        Raises AppError as `book` and `set_state`.
        """
        appointment = self.get(appointment_id)
        change = self.rearrange(appointment, replace(appointment, on=on, at=at), by=by)
        return change.instead or change.after

    def rearrange(self, appointment: Appointment, wanted: Appointment, *, by: AppointmentState) -> Change:
        """The same with all else that is wanted of the new one; `by` is the state of the old one: moved, and by whom."""
        with self._context.database.write() as writer:
            old = get(writer.connection, Appointment, appointment.id)
            if old.moved_to or (by is not old.state and by not in states_after(old.state)):
                raise AppError("appointment.not-now", state=old.state, wanted=by)
            new = replace(
                wanted,
                id=self._context.new_id(),
                version=0,
                state=AppointmentState.BOOKED,
                absence=None,
                moved_from=old.id,
                moved_to="",
            )
            moved = writer.put(replace(old, state=by, absence=None, moved_to=new.id), f"appointment.{by}")
            made = writer.put(self._checked(writer, new), "appointment.booked")
            writer.audit("appointment.moved", subject=old.person_id, record=old.id)
        return Change(before=old, after=moved, instead=made)

    def take_back(self, before: Appointment) -> Appointment:
        """Put an appointment back as it was before a change; a new one in its place goes again.

        Raises AppError("appointment.taken") and its like where its time is not free any more.
        """
        with self._context.database.write() as writer:
            now = get(writer.connection, Appointment, before.id)
            if now.moved_to and not before.moved_to:
                writer.delete(get(writer.connection, Appointment, now.moved_to), "appointment.dropped")
            return self._put(
                writer, self._checked(writer, replace(before, version=now.version)), "appointment.taken-back"
            )

    def _checked(self, writer: Writer, appointment: Appointment) -> Appointment:
        """The appointment where it can be booked, seen from inside the transaction: two windows cannot both win."""
        if appointment.state in TAKES_TIME:
            refused = self._look(writer.connection, appointment).refused
            if refused is not None:
                raise refused
        return appointment

    def _look(self, connection: Connection, appointment: Appointment) -> Booking:
        appointments, busy = table_of(Appointment).c, table_of(BusyTime).c
        near = appointment.on - _ONE_DAY, appointment.on + _ONE_DAY
        return check_booking(
            appointment,
            find(connection, Appointment, appointments.on.between(*near)),
            find(connection, BusyTime, busy.on.between(*near)),
            office_on(self._context, appointment.on),
            self._context.today(),
        )

    def _put(self, writer: Writer, appointment: Appointment, code: str) -> Appointment:
        stored = writer.put(appointment, code)
        count_anew(writer, appointment.person_id)
        writer.audit(code, subject=appointment.person_id, record=appointment.id)
        return stored
