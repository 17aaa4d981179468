"""What the Today screen asks for: the day, and what waits for the coach."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, exists, func, select

from coachdesk.clock import local
from coachdesk.diary.appointment import Absence, Appointment, AppointmentState
from coachdesk.diary.needs_you import AHEAD, MOST, Row, Rows
from coachdesk.diary.states import BEGUN, TO_COME
from coachdesk.diary.times import moment
from coachdesk.interviews.interview import InterviewState
from coachdesk.people.person import Person
from coachdesk.plans.plan import ActionState, Party
from coachdesk.storage.checked import follow_ups_due, pauses_ending, people_due, reviews_due
from coachdesk.storage.naming import NAMES, name_of
from coachdesk.storage.reading import find
from coachdesk.storage.tables import (
    ACTIONS,
    APPOINTMENTS,
    COMMITMENTS,
    CONTACT_RHYTHMS,
    INTERVIEWS,
    PEOPLE,
)
from coachdesk.storage.waiting_tables import WAITING_COMMITMENTS, WAITING_PEOPLE

_ONE_DAY, _HALF_A_YEAR = timedelta(days=1), timedelta(days=182)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One appointment of a day, and whose it is."""

    appointment: Appointment
    person: Person


def day_rows(connection: Connection, day: date, last: date | None = None) -> tuple[DayRow, ...]:
    """The appointments of a day, or up to a `last` one, whatever became of them, in the order of the clock."""
    columns = APPOINTMENTS.c
    days = columns.on.between(day, last or day)
    appointments = find(connection, Appointment, days, order_by=(columns.on, columns.at, columns.id))
    wanted = {appointment.person_id for appointment in appointments}
    people = {person.id: person for person in find(connection, Person, PEOPLE.c.id.in_(wanted))}
    return tuple(DayRow(appointment, people[appointment.person_id]) for appointment in appointments)


def anybody(connection: Connection) -> bool:
    """Whether anybody is on the caseload."""
    return (
        connection.execute(select(WAITING_PEOPLE.c.person_id).where(WAITING_PEOPLE.c.person_id > "").limit(1)).first()
        is not None
    )


def held_before(connection: Connection, appointment: Appointment) -> tuple[Appointment, ...]:
    """The person's last appointment before one that took place or failed to, if any; who moved one, let nobody down."""
    columns = APPOINTMENTS.c
    earlier = (columns.on < appointment.on) | ((columns.on == appointment.on) & (columns.at < appointment.at))
    return find(
        connection,
        Appointment,
        columns.person_id == appointment.person_id,
        columns.state.in_([AppointmentState.SEEN, AppointmentState.NO_SHOW]),
        earlier,
        order_by=(columns.on.desc(), columns.at.desc()),
        limit=1,
    )


def waiting(
    connection: Connection,
    day: date,
    *,
    now: datetime | None = None,
    quiet_before: date | None = None,
    most: int = MOST,
) -> Rows:
    """What waits for the coach on a day, at most so many rows of each kind.

    At a moment `now` of that day, of its own appointments those count too that have ended. Contacts that were due before
    `quiet_before` are said to be missing.

    The text of an unfinished interview is the id of its definition: its title is not kept here.
    """
    return Rows(
        unfinished=unfinished(connection, most=most),
        promises=promises_due(connection, day, most=most),
        met=past_without_outcome(connection, day, now=now, most=most),
        unanswered=commitments_without_outcome(connection, most=most),
        without_next_step=without_next_step(connection, day, most=most),
        decisions=people_due(connection, most=most),
        follow_ups=follow_ups_due(connection, day + AHEAD, most=most),
        ending=pauses_ending(connection, day + AHEAD, most=most),
        reviews=reviews_due(connection, day + AHEAD, most=most),
        quiet=quiet(connection, quiet_before, most=most) if quiet_before is not None else (),
        unreached=unreached(connection, day, most=most),
    )


def unfinished(connection: Connection, *, most: int = MOST) -> tuple[Row, ...]:
    """Interviews that are open or paused, oldest first within each; text: the id of the definition."""
    columns = INTERVIEWS.c
    states = columns.state.in_([InterviewState.OPEN, InterviewState.PAUSED])
    statement = _of_people(INTERVIEWS, columns.started_at, columns.definition_id).where(states)
    rows = connection.execute(statement.order_by(columns.state, columns.started_at).limit(most))
    return tuple(
        Row(row.person_id, name_of(row), row.id, local(row.started_at).date(), row.definition_id) for row in rows
    )


def last_contact(connection: Connection, person_id: str) -> date | None:
    """The day a person was last seen or an interview with them begun; None where neither ever was."""
    row = connection.execute(select(*_contacts(bindparam("person"))), {"person": person_id}).one()
    return _last(row)


def quiet(connection: Connection, before: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People whose next contact was due before a day; on: the last one, text: the agreed days between two.

    Without a text it is no agreement but a follow-up that matters: then there is no day either.
    """
    columns = CONTACT_RHYTHMS.c
    statement = _of_people(CONTACT_RHYTHMS, columns.days, columns.reason, *_contacts(columns.person_id)).where(
        columns.due_on < before
    )
    rows = connection.execute(statement.order_by(columns.due_on).limit(most))
    found = [(row, _last(row)) for row in rows]
    return tuple(
        Row(row.person_id, name_of(row), row.id, last, str(row.days))
        if row.reason
        else Row(row.person_id, name_of(row), row.id)
        for row, last in found
        if last is None or last + timedelta(days=row.days) < before
    )


def unreached(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People who did not come to their last appointment before a day, of whom nothing is known since; on: its day.

    One row a person, however that came: nobody is counted. Looked at is half a year, newest first: whoever has nothing to come
    by then has no next step, which is said of them as well.
    """
    columns, later, begun = APPOINTMENTS.c, APPOINTMENTS.alias().c, INTERVIEWS.c
    held_since = exists().where(
        later.person_id == columns.person_id,
        later.state.in_([AppointmentState.SEEN, AppointmentState.NO_SHOW]),
        (later.on > columns.on) | ((later.on == columns.on) & (later.at > columns.at)),
    )
    talked_since = exists().where(begun.person_id == columns.person_id, func.date(begun.started_at) >= columns.on)
    statement = _of_people(APPOINTMENTS, columns.on).where(
        columns.state == AppointmentState.NO_SHOW,
        columns.absence == Absence.UNKNOWN,
        columns.on.between(day - _HALF_A_YEAR, day - _ONE_DAY),
        ~held_since,
        ~talked_since,
    )
    rows = connection.execute(statement.order_by(columns.on.desc()).limit(most))
    return tuple(Row(row.person_id, name_of(row), row.id, row.on) for row in rows)


def _contacts(person_id: ColumnElement[str]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    met, begun = APPOINTMENTS.c, INTERVIEWS.c
    seen = met.state == AppointmentState.SEEN
    return (
        select(func.max(met.on)).where(met.person_id == person_id, seen).scalar_subquery().label("seen_on"),
        select(func.max(begun.started_at)).where(begun.person_id == person_id).scalar_subquery().label("begun_at"),
    )


def _last(row: Any) -> date | None:
    days = [row.seen_on, None if row.begun_at is None else local(row.begun_at).date()]
    return max((day for day in days if day is not None), default=None)


def promises_due(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """The coach's own open actions that are due by the day, oldest first; text: the promise."""
    columns = ACTIONS.c
    statement = _of_people(ACTIONS, columns.by, columns.text).where(
        columns.owner == Party.COACH, columns.state == ActionState.OPEN, columns.by <= day
    )
    rows = connection.execute(statement.order_by(columns.by).limit(most))
    return tuple(Row(row.person_id, name_of(row), row.id, row.by, row.text) for row in rows)


def past_without_outcome(
    connection: Connection, day: date, *, now: datetime | None = None, most: int = MOST
) -> tuple[Row, ...]:
    """Appointments before the day, or ended by now, of which nobody has said what became of them.

    One that was begun and is not over belongs to its interview, which waits already; without one it waits itself.
    """
    columns = APPOINTMENTS.c
    when = (columns.on, columns.at, columns.minutes, columns.zone)
    statement = _of_people(APPOINTMENTS, *when).where(
        columns.state.in_(TO_COME) | (columns.state.in_(BEGUN) & (columns.on < day) & ~_talked()),
        columns.on <= day if now is not None else columns.on < day,
    )
    rows = connection.execute(statement.order_by(columns.state, columns.on).limit(most))
    return tuple(
        Row(row.person_id, name_of(row), row.id, row.on)
        for row in rows
        if row.on < day or (now is not None and _over(row) <= now)
    )


def _over(row: Any) -> datetime:
    return moment(row.on, row.at, row.zone) + timedelta(minutes=row.minutes)


def commitments_without_outcome(connection: Connection, *, most: int = MOST) -> tuple[Row, ...]:
    """Issued commitments that still want an answer, oldest first; text: the number."""
    waits, columns = WAITING_COMMITMENTS.c, COMMITMENTS.c
    statement = (
        select(columns.id, columns.person_id, *NAMES, columns.issued_at, columns.number)
        .join_from(WAITING_COMMITMENTS, COMMITMENTS, columns.id == waits.commitment_id)
        .join(PEOPLE, PEOPLE.c.id == columns.person_id)
        .where(waits.issued_at > "")
        .order_by(waits.issued_at)
        .limit(most)
    )
    rows = connection.execute(statement)
    return tuple(Row(row.person_id, name_of(row), row.id, local(row.issued_at).date(), row.number) for row in rows)


def without_next_step(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People on the caseload with no appointment from the day on and no open action with a date or rhythm."""
    columns = WAITING_PEOPLE.c
    statement = (
        select(PEOPLE.c.id, *NAMES)
        .join_from(WAITING_PEOPLE, PEOPLE, PEOPLE.c.id == columns.person_id)
        .where(columns.step_until < day.isoformat())
        .order_by(columns.step_until, columns.person_id)
        .limit(most)
    )
    return tuple(Row(row.id, name_of(row)) for row in connection.execute(statement))


def _talked() -> ColumnElement[bool]:
    columns, unfinished_states = INTERVIEWS.c, [InterviewState.OPEN, InterviewState.PAUSED]
    return exists().where(
        columns.person_id == APPOINTMENTS.c.person_id,
        columns.appointment_id == APPOINTMENTS.c.id,
        columns.state.in_(unfinished_states),
    )


def _of_people(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """Records of people on the caseload with their names."""
    return (
        select(table.c.id, table.c.person_id, *NAMES, *columns)
        .join_from(table, PEOPLE, PEOPLE.c.id == table.c.person_id)
        .where(PEOPLE.c.archived_at.is_(None))
    )
