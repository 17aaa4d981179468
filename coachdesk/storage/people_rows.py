from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, bindparam, func, select, text

from coachdesk.clock import local
from coachdesk.diary.appointment import AppointmentState
from coachdesk.diary.states import TO_COME
from coachdesk.people.forms import NO_FORMS, Forms
from coachdesk.people.person import Need
from coachdesk.people.ranking import Reason
from coachdesk.plans.plan import ActionState
from coachdesk.storage.search import search
from coachdesk.storage.search_sql import json_of
from coachdesk.storage.tables import ACTIONS, APPOINTMENTS, INTERVIEWS, PEOPLE, PEOPLE_INDEX


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list of people.

    Attributes:
        name: the name to use.
        full_name: given and family name, or the preferred one where nothing else is known.
        next_on: the day of the next appointment, from the given day on, and `next_at` its local time.
        last_contact: the day they were last seen, or an interview was begun.
        open_actions: how many actions are open, whoever they belong to.
        reasons: why they fit what was typed, where their name does not say it.
    """

    person_id: str
    name: str
    full_name: str
    date_of_birth: date | None
    needs: tuple[Need, ...]
    next_on: date | None
    next_at: time | None
    last_contact: date | None
    open_actions: int
    archived: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def listed(self) -> str:
        """The full name, with the name to use in brackets where it is another: "Margaret Jones (Peggy)"."""
        return self.full_name if self.name in self.full_name else f"{self.full_name} ({self.name})"


def people_rows(
    connection: Connection,
    typed: str = "",
    *,
    day: date,
    forms: Forms = NO_FORMS,
    limit: int = 50,
    offset: int = 0,
    archived: bool = False,
) -> tuple[PersonRow, ...]:
    """A window of the caseload by family name, or of whoever fits what was typed, best first.

    Args:
        connection: a read connection.
        typed: what `search` takes; empty for everybody.
        day: today: the next appointment is looked for from here on.
        forms: short forms and spellings of names.
        limit: how many rows at most.
        offset: how many rows to pass over.
        archived: those who have left the caseload instead of those on it.
    """
    if typed.strip():
        found = search(connection, typed, today=day, forms=forms, most=offset + limit, archived=archived)[offset:]
        why = {each.number: each.fit.reasons for each in found}
    else:
        why = dict.fromkeys(connection.execute(_window(limit, offset, archived=archived)).scalars(), ())
    found_rows = connection.execute(_rows(), {"numbers": json_of(why), "today": day})
    rows = {row.number: _person_row(row, why[row.number]) for row in found_rows}
    return tuple(rows[number] for number in why)


def _window(limit: int, offset: int, *, archived: bool) -> Select[int]:
    columns = PEOPLE_INDEX.c
    here = select(columns.number).where(columns.archived == int(archived))
    return here.order_by(columns.sort_key, columns.number).limit(limit).offset(offset)


@cache
def _rows() -> Select[Any]:
    """Built once: a keystroke waits for it."""
    people, appointments, interviews, actions = PEOPLE.c, APPOINTMENTS.c, INTERVIEWS.c, ACTIONS.c
    their_appointments = appointments.person_id == people.id
    return (
        select(
            PEOPLE_INDEX.c.number,
            PEOPLE,
            _next(appointments.on).label("next_on"),
            _next(appointments.at).label("next_at"),
            select(func.max(appointments.on))
            .where(their_appointments, appointments.state == AppointmentState.SEEN)
            .scalar_subquery()
            .label("seen_on"),
            select(func.max(interviews.started_at))
            .where(interviews.person_id == people.id)
            .scalar_subquery()
            .label("interviewed_at"),
            select(func.count())
            .where(actions.person_id == people.id, actions.state == ActionState.OPEN)
            .scalar_subquery()
            .label("open_actions"),
        )
        .join_from(PEOPLE_INDEX, PEOPLE, people.id == PEOPLE_INDEX.c.person_id)
        .where(PEOPLE_INDEX.c.number.in_(text("SELECT value FROM json_each(:numbers)")))
    )


def _next(column: Any) -> ScalarSelect[Any]:
    appointments = APPOINTMENTS.c
    return (
        select(column)
        .where(
            appointments.person_id == PEOPLE.c.id,
            appointments.state.in_(TO_COME),
            appointments.on >= bindparam("today", type_=appointments.on.type),
        )
        .order_by(appointments.on, appointments.at)
        .limit(1)
        .scalar_subquery()
    )


def _person_row(row: Row[Any], reasons: tuple[Reason, ...]) -> PersonRow:
    interviewed: datetime | None = row.interviewed_at
    contacts = [row.seen_on, None if interviewed is None else local(interviewed).date()]
    return PersonRow(
        person_id=row.id,
        name=row.preferred_name or row.given_name,
        full_name=f"{row.given_name} {row.family_name}".strip() or row.preferred_name,
        date_of_birth=row.date_of_birth,
        needs=row.needs,
        next_on=row.next_on,
        next_at=row.next_at,
        last_contact=max((day for day in contacts if day is not None), default=None),
        open_actions=row.open_actions,
        archived=row.archived_at is not None,
        reasons=reasons,
    )
