"""Making the index anew from the records: after a change of the rules by which its keys are made."""

from sqlalchemy import Connection, delete, insert, select

from coachdesk.people.person import Person
from coachdesk.plans.plan import Action, Goal
from coachdesk.storage.agreed_index import index_agreed
from coachdesk.storage.reading import find
from coachdesk.storage.search_index import index_person
from coachdesk.storage.search_tables import (
    AGREED_INDEX,
    KEYS_MADE,
    NAME_KEYS,
    NAME_PARTS,
    NAME_WORDS,
    PEOPLE_COUNTS,
    PHONE_KEYS,
)
from coachdesk.storage.tables import PEOPLE_INDEX
from coachdesk.storage.waiting_index import fill_waiting
from coachdesk.storage.waiting_tables import WAITING_COMMITMENTS, WAITING_PEOPLE

KEYS_VERSION = 1
"""Of `people/spelling.py`: one more whenever a word gets other keys than before, and every index is made anew."""

_TABLES = (AGREED_INDEX, PHONE_KEYS, NAME_PARTS, NAME_KEYS, NAME_WORDS, PEOPLE_INDEX, PEOPLE_COUNTS, KEYS_MADE)
MADE_ANEW = frozenset(
    (
        *(table.name for table in (*_TABLES, WAITING_PEOPLE, WAITING_COMMITMENTS)),
        *(f"agreed_fts{part}" for part in ("", "_data", "_idx", "_content", "_docsize", "_config")),
    )
)
"""The tables that follow from the records, those of the full-text index included."""


def keys_are_todays(connection: Connection) -> bool:
    """Whether the index was made by today's rules."""
    return connection.execute(select(KEYS_MADE.c.version)).scalar() == KEYS_VERSION


def rebuild(connection: Connection) -> None:
    """Empty the index and fill it from the records, within the transaction of the caller."""
    connection.exec_driver_sql("DELETE FROM agreed_fts")
    for table in _TABLES:
        connection.execute(delete(table))
    for person in find(connection, Person):
        index_person(connection, person)
    for goal in find(connection, Goal):
        index_agreed(connection, goal)
    for action in find(connection, Action):
        index_agreed(connection, action)
    fill_waiting(connection)
    connection.execute(insert(KEYS_MADE), {"version": KEYS_VERSION})
