"""What the facts of a finding are gathered from, for one person or for the whole caseload: a few queries, whoever asks."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, func, select

from coachdesk.interviews.interview import Standing
from coachdesk.people.person import Circumstance, Nation
from coachdesk.plans.plan import ActionState
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.storage.reading import find
from coachdesk.storage.tables import (
    ACTIONS,
    ANSWERS,
    CIRCUMSTANCES,
    DISCRETIONS,
    INTERVIEWS,
    PEOPLE,
)


@dataclass(frozen=True, slots=True)
class PersonFactRow:
    person_id: str
    date_of_birth: date | None
    nation: Nation


@dataclass(frozen=True, slots=True)
class InterviewFactRow:
    """An interview with what was given to the wanted questions: a JSON object by question id, None where nothing was.

    What is sealed is never among it. `brought` as the interview has it.
    """

    interview_id: str
    person_id: str
    definition_id: str
    definition_version: int
    started_at: datetime
    brought: tuple[str, ...]
    values: str | None


@dataclass(frozen=True, slots=True)
class FactRows:
    """Rows about the wanted people; interviews newest first."""

    people: tuple[PersonFactRow, ...]
    interviews: tuple[InterviewFactRow, ...]
    circumstances: tuple[Circumstance, ...]
    decisions: tuple[DiscretionRecord, ...]


def fact_rows(
    connection: Connection, questions: Collection[str], people: Collection[str] | None = None, *, archived: bool = False
) -> FactRows:
    """Everything that facts are gathered from.

    Args:
        connection: a read connection.
        questions: ids of the questions whose answers are wanted.
        people: ids of the people who are wanted; None for everybody.
        archived: whether those who have left the caseload are wanted, too.
    """
    return FactRows(
        people=tuple(_people(connection, people, archived=archived)),
        interviews=tuple(_interviews(connection, questions, people)),
        circumstances=find(connection, Circumstance, *_of(CIRCUMSTANCES.c.person_id, people)),
        decisions=find(connection, DiscretionRecord, *_of(DISCRETIONS.c.person_id, people)),
    )


def promised_for(connection: Connection, code: str, people: Collection[str] | None = None) -> frozenset[str]:
    """The ids of those among the people, or of everybody, about whom the coach has an open promise for this warning."""
    columns = ACTIONS.c
    statement = select(columns.person_id).where(columns.follows_from == code, columns.state == ActionState.OPEN)
    return frozenset(connection.execute(statement.where(*_of(columns.person_id, people))).scalars())


def _of(column: ColumnElement[Any], people: Collection[str] | None) -> tuple[ColumnElement[bool], ...]:
    return () if people is None else (column.in_(people),)


def _people(connection: Connection, people: Collection[str] | None, *, archived: bool) -> Iterator[PersonFactRow]:
    columns = PEOPLE.c
    statement = select(columns.id, columns.date_of_birth, columns.nation).where(*_of(columns.id, people))
    if not archived:
        statement = statement.where(columns.archived_at.is_(None))
    yield from (PersonFactRow(*row) for row in connection.execute(statement).all())


def _interviews(
    connection: Connection, questions: Collection[str], people: Collection[str] | None
) -> Iterator[InterviewFactRow]:
    columns = INTERVIEWS.c
    values = {row.interview_id: row.together for row in connection.execute(_values(questions, people)).all()}
    statement = (
        select(
            columns.id,
            columns.person_id,
            columns.definition_id,
            columns.definition_version,
            columns.started_at,
            columns.brought,
        )
        .where(*_of(columns.person_id, people))
        .order_by(columns.started_at.desc(), columns.id.desc())
    )
    yield from (InterviewFactRow(*row, values.get(row.id)) for row in connection.execute(statement).all())


def _values(questions: Collection[str], people: Collection[str] | None) -> Select[tuple[str, str]]:
    """The answers of each interview put together by the database: one row an interview, not one an answer."""
    columns = ANSWERS.c
    together = func.json_group_object(columns.question_id, func.json(columns.value), type_=String).label("together")
    statement = select(columns.interview_id, together).where(
        columns.question_id.in_(questions), columns.standing == Standing.GIVEN, columns.value.is_not(None)
    )
    if people is not None:
        theirs = select(INTERVIEWS.c.id).where(INTERVIEWS.c.person_id.in_(people))
        statement = statement.where(columns.interview_id.in_(theirs))
    return statement.group_by(columns.interview_id)
