"""Every kind of record as retention sees it, with the day on which its time begins (docs/what-is-kept.md says which).

A working copy counts from the day on which it is in the account: its commitment was copied for it, whole or piece by piece,
or a step was marked as recorded there. What has nothing to carry over counts from the day on which it is over. What is
still to come, or holds today, has not begun to count while the person is on the caseload.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from coachdesk.interviews.interview import InterviewState
from coachdesk.plans.plan import ActionState
from coachdesk.retention import Holding, Kind
from coachdesk.storage.carried import Carried, Line, day_of
from coachdesk.storage.erasure import remembered
from coachdesk.storage.tables import (
    ACTIONS,
    ANSWERS,
    APPOINTMENTS,
    CHANGE_BODIES,
    CHANGES,
    CIRCUMSTANCES,
    CONTACT_RHYTHMS,
    DISCRETIONS,
    GOALS,
    HANDOVERS,
    HOLDS,
    INTERVIEWS,
    JOININGS,
    PACKED_PEOPLE,
    SLIPS,
)

NOTES, PRIVATE, LOG = "notes:", "private:", "log:"
"""What the keys begin with that are no record's id: an interview's id follows (and a day), or a person's and a day."""

_OVER = (InterviewState.FINISHED, InterviewState.STOPPED)


@dataclass(frozen=True, slots=True)
class Known:
    """What several kinds go by.

    Attributes:
        left: the day on which somebody left the caseload, by their id.
        by_talk: the commitments that were issued from a talk, by its id.
        copied: the last day on which somebody's plan was whole in the account, by their id: every edition holds all of it.
    """

    left: Mapping[str, date]
    carried: tuple[Carried, ...]
    by_talk: Mapping[str, list[Carried]]
    copied: Mapping[str, date]

    def over(self, person_id: str, last_day: date | None) -> date | None:
        """When something ends that goes on until a day, or for as long as its person is on the caseload."""
        left = self.left.get(person_id)
        return min(filter(None, (last_day, left)), default=None)


def known(left: Mapping[str, date], carried: tuple[Carried, ...]) -> Known:
    """What several kinds go by, put together once."""
    by_talk, copied = defaultdict[str, list[Carried]](list), dict[str, date]()
    for each in carried:
        by_talk[each.interview_id].append(each)
        if each.copied is not None:
            copied[each.person_id] = max(each.copied, copied.get(each.person_id, date.min))
    return Known(left, carried, by_talk, copied)


def _lines(connection: Connection, *columns: ColumnElement[Any]) -> Iterator[Line]:
    yield from connection.execute(select(*columns))


def _commitments(_connection: Connection, known: Known) -> Iterator[Holding]:
    for each in known.carried:
        yield Holding(Kind.COMMITMENTS, each.commitment_id, each.person_id, each.since, each.done)


def _talks(connection: Connection, known: Known) -> Iterator[Holding]:
    columns, said, private = INTERVIEWS.c, _said(connection), list[Holding]()
    for row in _lines(connection, columns.id, columns.person_id, columns.state, columns.ended_at, columns.updated_at):
        answers, issued, is_over = said.get(row.id), known.by_talk.get(row.id, []), row.state in _OVER
        last = row.updated_at if answers is None else max(row.updated_at, answers.last)
        ended = day_of(row.ended_at or row.updated_at) if is_over else day_of(last)
        since, done = max((ended, *(each.since for each in issued))), all(each.done for each in issued)
        waits_for = frozenset(each.commitment_id for each in issued)
        yield Holding(Kind.TALKS if is_over else Kind.DRAFTS, row.id, row.person_id, since, done, waits_for)
        if is_over and answers is not None and answers.notes:
            yield Holding(Kind.NOTES, NOTES + row.id, row.person_id, ended, many=answers.notes)
        if is_over:
            private.append(
                Holding(Kind.PRIVATE, f"{PRIVATE}{row.id}:{since}", row.person_id, since, done, within=row.id)
            )
    # Of every talk that is over, whether anything was told in private or not, so that neither number nor name says it.
    gone = remembered(connection, [each.key for each in private])
    yield from (replace(each, many=0) if each.key in gone else each for each in private)


def _said(connection: Connection) -> dict[str, Line]:
    """Of each talk the last moment of an answer, and how many have a note."""
    columns = ANSWERS.c
    counted = select(
        columns.interview_id,
        func.max(columns.updated_at, type_=columns.updated_at.type).label("last"),
        func.count().filter(columns.note != "").label("notes"),
    )
    return {row.interview_id: row for row in connection.execute(counted.group_by(columns.interview_id))}


def _plans(connection: Connection, known: Known) -> Iterator[Holding]:
    columns, steps = ACTIONS.c, defaultdict[str, set[str]](set)
    for row in _lines(
        connection,
        columns.id,
        columns.person_id,
        columns.goal_id,
        columns.state,
        columns.by,
        columns.in_account_since,
        columns.created_at,
        columns.updated_at,
    ):
        steps[row.goal_id].add(row.id)
        yield _step(row, known, due=row.by, recorded=row.in_account_since)
    columns = GOALS.c
    for row in _lines(connection, columns.id, columns.person_id, columns.state, columns.created_at, columns.updated_at):
        yield _step(row, known, waits_for=frozenset(steps[row.id]))


def _step(
    row: Line,
    known: Known,
    *,
    due: date | None = None,
    recorded: date | None = None,
    waits_for: frozenset[str] = frozenset(),
) -> Holding:
    """A goal or step: what is open counts from the day on which it was in the account, and not before it is due."""
    if row.state is ActionState.DRAFT:
        return Holding(Kind.DRAFTS, row.id, row.person_id, day_of(row.updated_at), waits_for=waits_for)
    since, done = day_of(row.updated_at), True
    if row.state is ActionState.OPEN:
        made, copied = day_of(row.created_at), known.copied.get(row.person_id)
        days = [day for day in (recorded, copied if copied and copied >= made else None) if day is not None]
        done, since = bool(days), max((*days, due or date.min), default=since) if days else max(since, due or since)
    return Holding(Kind.PLANS, row.id, row.person_id, since, done, waits_for)


def _diary(connection: Connection, known: Known) -> Iterator[Holding]:
    columns = APPOINTMENTS.c
    rows = {row.id: row for row in _lines(connection, columns.id, columns.person_id, columns.on, columns.moved_to)}
    last_days = {each: row.on for each, row in rows.items()}
    for row in sorted(rows.values(), key=lambda each: str(each.id)):  # as they were made: who was moved before where to
        if row.moved_to in rows:
            last_days[row.moved_to] = max(last_days[row.moved_to], last_days[row.id])
    for row in sorted(rows.values(), key=lambda each: str(each.id), reverse=True):
        last_days[row.id] = last_days.get(row.moved_to, last_days[row.id])
        yield Holding(Kind.DIARY, row.id, row.person_id, last_days[row.id])
    for row in _lines(connection, CONTACT_RHYTHMS.c.id, CONTACT_RHYTHMS.c.person_id):
        yield Holding(Kind.DIARY, row.id, row.person_id, known.over(row.person_id, None))


def _life(connection: Connection, known: Known) -> Iterator[Holding]:
    for columns, last in ((CIRCUMSTANCES.c, CIRCUMSTANCES.c.ends_on), (DISCRETIONS.c, DISCRETIONS.c.until)):
        for row in _lines(connection, columns.id, columns.person_id, last.label("last")):
            yield Holding(Kind.LIFE, row.id, row.person_id, known.over(row.person_id, row.last))


def _papers(connection: Connection, _known: Known) -> Iterator[Holding]:
    columns = SLIPS.c
    for row in _lines(connection, columns.id, columns.person_id, columns.on, columns.created_at):
        yield Holding(Kind.PAPERS, row.id, row.person_id, max(row.on, day_of(row.created_at)))
    for row in _lines(connection, HANDOVERS.c.id, HANDOVERS.c.person_id, HANDOVERS.c.created_at):
        yield Holding(Kind.PAPERS, row.id, row.person_id, day_of(row.created_at))


def _packs(connection: Connection, _known: Known) -> Iterator[Holding]:
    for table in (PACKED_PEOPLE, JOININGS):
        columns = table.c
        for row in _lines(connection, columns.id, columns.person_id, columns.created_at):
            yield Holding(Kind.PACKS, row.id, row.person_id, day_of(row.created_at))


def _lifted(connection: Connection, known: Known) -> Iterator[Holding]:
    """Lifted holds go with whose records they held."""
    columns = HOLDS.c
    for row in _lines(connection, columns.id, columns.person_id, columns.lifted_on):
        left = known.left.get(row.person_id)
        since = max(left, row.lifted_on) if left is not None and row.lifted_on is not None else None
        yield Holding(Kind.PERSON, row.id, row.person_id, since)


def _log(connection: Connection, _known: Known) -> Iterator[Holding]:
    day = func.substr(CHANGES.c.at, 1, 10, type_=CHANGES.c.person_id.type).label("day")
    counted = (
        select(CHANGES.c.person_id, day, func.count().label("many"))
        .join_from(CHANGES, CHANGE_BODIES, CHANGE_BODIES.c.number == CHANGES.c.number)
        .where(CHANGES.c.person_id != "")
        .group_by(CHANGES.c.person_id, day)
    )
    for row in connection.execute(counted):
        key = f"{LOG}{row.person_id}:{row.day}"
        yield Holding(Kind.LOG, key, row.person_id, date.fromisoformat(row.day), many=row.many)


PARTS: tuple[Callable[[Connection, Known], Iterator[Holding]], ...] = (
    _commitments,
    _talks,
    _plans,
    _diary,
    _life,
    _papers,
    _packs,
    _lifted,
    _log,
)
"""What finds the holdings of every kind but of people themselves, who go when nothing else of theirs stays."""
