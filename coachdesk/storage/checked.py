"""What the rules say of everybody, as the easement check noted it: who is to be checked, and what to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from coachdesk.diary.needs_you import MOST, Row
from coachdesk.storage.naming import NAMES, name_of
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.tables import PEOPLE
from coachdesk.storage.waiting_tables import WAITING_PEOPLE

EVER = date.max
"""Holds until something is written: nothing is known that a day could change."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found about one person.

    Attributes:
        until: the last day on which it holds.
        due: whether a decision is due.
        ends_on: the next last day of a pause that may be named.
        look_on: the next day on which to look again at something that may be named.
        follow_on: the next day on which to look again at what is sealed: never shown.
    """

    person_id: str
    until: date
    due: bool = False
    ends_on: date | None = None
    look_on: date | None = None
    follow_on: date | None = None


def to_check(connection: Connection, rules: str, day: date, *, most: int) -> tuple[str, ...]:
    """The ids of people of whom something was written since they were checked, or whose check is over; so many at most.

    One question after the other, so that each goes by the index.
    """
    columns = WAITING_PEOPLE.c
    found: list[str] = []
    for condition in (
        columns.checked_by < rules,
        columns.checked_by > rules,
        (columns.checked_by == rules) & (columns.checked_until < day.isoformat()),
    ):
        if len(found) < most:
            statement = select(columns.person_id).where(condition).limit(most - len(found))
            found += connection.execute(statement).scalars()
    return tuple(found)


def note_checked(connection: Connection, rules: str, found: Iterable[Checked]) -> None:
    """Keep what was found by a version of the rules."""
    for each in found:
        _note().run(
            connection,
            {
                "the_person": each.person_id,
                "checked_by": rules,
                "checked_until": each.until.isoformat(),
                "due": int(each.due),
                "ends_on": each.ends_on,
                "look_on": each.look_on,
                "follow_on": each.follow_on,
            },
        )


def people_due(connection: Connection, *, most: int | None = MOST) -> tuple[Row, ...]:
    """People about whom a decision is due."""
    return _people(connection, WAITING_PEOPLE.c.due == 1, most)


def pauses_ending(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People with a pause that may be named and ends by the day; on: its last day."""
    return _people(connection, WAITING_PEOPLE.c.ends_on <= day, most, WAITING_PEOPLE.c.ends_on)


def reviews_due(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People with something to be looked at again by the day that may be named; on: the day."""
    return _people(connection, WAITING_PEOPLE.c.look_on <= day, most, WAITING_PEOPLE.c.look_on)


def follow_ups_due(connection: Connection, day: date, *, most: int = MOST) -> tuple[Row, ...]:
    """People with something sealed to be looked at again by the day: neither what it is nor when."""
    rows = _people(connection, WAITING_PEOPLE.c.follow_on <= day, most, WAITING_PEOPLE.c.follow_on)
    return tuple(Row(row.person_id, row.name) for row in rows)


def _people(
    connection: Connection, condition: ColumnElement[bool], most: int | None, on: ColumnElement[date] | None = None
) -> tuple[Row, ...]:
    columns = WAITING_PEOPLE.c
    order = columns.person_id if on is None else on
    statement = (
        select(columns.person_id, *NAMES, *(() if on is None else (on.label("on_day"),)))
        .join_from(WAITING_PEOPLE, PEOPLE, PEOPLE.c.id == columns.person_id)
        .where(condition)
        .order_by(order)
        .limit(most)
    )
    rows = connection.execute(statement)
    return tuple(Row(row.person_id, name_of(row), on=None if on is None else row.on_day) for row in rows)


@cache
def _note() -> Prepared:
    columns = ["checked_by", "checked_until", "due", "ends_on", "look_on", "follow_on"]
    return Prepared(update(WAITING_PEOPLE).where(WAITING_PEOPLE.c.person_id == bindparam("the_person")), columns)
