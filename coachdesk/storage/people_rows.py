from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    bindparam,
    func,
    literal_column,
    select,
    text,
    type_coerce,
)

from coachdesk.clock import local
from coachdesk.diary.appointment import AppointmentState
from coachdesk.diary.states import TO_COME
from coachdesk.people.forms import NO_FORMS, Forms
from coachdesk.people.person import Need
from coachdesk.people.ranking import Reason
from coachdesk.plans.plan import ActionState
from coachdesk.storage.prepared import Prepared
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
        window = {"archived": int(archived), "most": limit, "first": offset}
        why = {row["number"]: () for row in _window().rows(connection, window)}
    rows = {row["number"]: row for row in _rows().rows(connection, {"numbers": json_of(why), "today": day})}
    return tuple(_person_row(rows[number], reasons) for number, reasons in why.items())


@cache
def _window() -> Prepared:
    columns = PEOPLE_INDEX.c
    here = select(columns.number).where(columns.archived == bindparam("archived"))
    first, most = bindparam("first", type_=Integer), bindparam("most", type_=Integer)
    return Prepared(here.order_by(columns.sort_key, columns.number).limit(most).offset(first))


@cache
def _rows() -> Prepared:
    """Only what a line shows, and no mapping beyond it: a keystroke waits for it."""
    people, appointments, interviews, actions = PEOPLE.c, APPOINTMENTS.c, INTERVIEWS.c, ACTIONS.c
    their_appointments = appointments.person_id == people.id
    needed = [people[name] for name in _NEEDED]
    seen = select(func.max(appointments.on)).where(their_appointments, appointments.state == _as(AppointmentState.SEEN))
    begun = select(func.max(interviews.started_at)).where(interviews.person_id == people.id)
    still_open = select(func.count()).where(actions.person_id == people.id, actions.state == _as(ActionState.OPEN))
    extra = {"next": _next(), "seen_on": seen, "interviewed_at": begun, "open_actions": still_open}
    return Prepared(
        select(PEOPLE_INDEX.c.number, *needed, *(each.scalar_subquery().label(name) for name, each in extra.items()))
        .join_from(PEOPLE_INDEX, PEOPLE, people.id == PEOPLE_INDEX.c.person_id)
        .where(PEOPLE_INDEX.c.number.in_(text("SELECT value FROM json_each(:numbers)")))
    )


_NEEDED = ("id", "given_name", "family_name", "preferred_name", "date_of_birth", "needs", "archived_at")


def _next() -> Select[Any]:
    """The day and the time of the next appointment, with a space between them."""
    columns = APPOINTMENTS.c
    to_come = [_as(state) for state in sorted(TO_COME)]
    today = bindparam("today", type_=columns.on.type)
    together = type_coerce(columns.on, String) + literal_column("' '") + type_coerce(columns.at, String)
    return select(func.min(together)).where(
        columns.person_id == PEOPLE.c.id, columns.state.in_(to_come), columns.on >= today
    )


def _as(state: StrEnum) -> ColumnElement[Any]:
    """A state as it stands in the text of a statement: it is no value that changes from call to call."""
    return literal_column(f"'{state.value}'")


def _person_row(row: dict[str, Any], reasons: tuple[Reason, ...]) -> PersonRow:
    next_on, _, next_at = (row["next"] or "").partition(" ")
    interviewed: datetime | None = row["interviewed_at"]
    contacts = [row["seen_on"], None if interviewed is None else local(interviewed).date()]
    return PersonRow(
        person_id=row["id"],
        name=row["preferred_name"] or row["given_name"],
        full_name=f"{row['given_name']} {row['family_name']}".strip() or row["preferred_name"],
        date_of_birth=row["date_of_birth"],
        needs=row["needs"],
        next_on=date.fromisoformat(next_on) if next_on else None,
        next_at=time.fromisoformat(next_at) if next_at else None,
        last_contact=max((day for day in contacts if day is not None), default=None),
        open_actions=row["open_actions"],
        archived=row["archived_at"] is not None,
        reasons=reasons,
    )
