from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, select

from coachdesk.diary.appointment import BusyTime
from coachdesk.handover.records import Colleague
from coachdesk.people.person import Person
from coachdesk.records import Record
from coachdesk.storage.reading import find
from coachdesk.storage.tables import COMMITMENTS, INTERVIEWS, kinds, table_of

_NOBODYS = frozenset({Person, BusyTime, Colleague})
"""Kinds that are not kept of a person: the person, what another calendar has taken, a coach."""


def records_of(connection: Connection, person_id: str) -> Iterator[Record]:
    """Everything that is kept of a person beside the person, children before their parents."""
    for kind in reversed(kinds()):
        if kind not in _NOBODYS:
            yield from find(connection, kind, _of_person(kind, person_id))


def _of_person(kind: type[Record], person_id: str) -> ColumnElement[bool]:
    columns = table_of(kind).c
    if "person_id" in columns:
        return columns.person_id == person_id
    if "commitment_id" in columns:
        return columns.commitment_id.in_(select(COMMITMENTS.c.id).where(COMMITMENTS.c.person_id == person_id))
    return columns.interview_id.in_(select(INTERVIEWS.c.id).where(INTERVIEWS.c.person_id == person_id))
