"""Which commitments are in the account, from when on, and whose second opinion is still to come: what retention goes by."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from coachdesk.clock import local
from coachdesk.commitments.acceptance import EntryKind
from coachdesk.commitments.pasted import WHOLE
from coachdesk.i18n import Language
from coachdesk.storage.tables import (
    COMMITMENT_ENTRIES,
    COMMITMENT_PASTED,
    COMMITMENT_WITHDRAWALS,
    COMMITMENTS,
    INTERVIEWS,
)

Line = Row[*tuple[Any, ...]]
"""A few columns of a record."""

Pieces = Callable[[str, Language], Collection[str]]
"""The ids of everything that is to be pasted of a commitment in a language."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How far one commitment's number is with the account; the same for all its editions.

    Attributes:
        since: the day on which its newest edition was in the account, or on which there was nothing to carry over any
            more; where it is still to be carried over, the day on which it was issued.
        done: it is in the account, or there is nothing to carry over any more.
        copied: the last day on which any of its editions was whole in the account, or None.
    """

    commitment_id: str
    person_id: str
    interview_id: str
    since: date
    done: bool
    copied: date | None


def carried(connection: Connection, pieces: Pieces) -> tuple[Carried, ...]:
    """Every commitment, and how far it is with the account."""
    copied, over = _copied(connection, pieces), _over(connection)
    columns = COMMITMENTS.c
    by_number = defaultdict[str, list[Line]](list)
    for row in connection.execute(
        select(columns.id, columns.person_id, columns.interview_id, columns.number, columns.issued_at).order_by(
            columns.number, columns.edition
        )
    ):
        by_number[row.number].append(row)
    return tuple(each for editions in by_number.values() for each in _of_number(editions, copied, over))


def _of_number(editions: list[Line], copied: Mapping[str, date], over: Mapping[str, date]) -> Iterator[Carried]:
    newest = editions[-1]
    done = newest.id in copied or newest.id in over
    days = [copied[each.id] for each in editions if each.id in copied]
    ends = [each[newest.id] for each in (copied, over) if newest.id in each]
    since = max((*days, *ends), default=day_of(newest.issued_at)) if done else day_of(newest.issued_at)
    for each in editions:
        yield Carried(each.id, each.person_id, each.interview_id, since, done, max(days, default=None))


def _copied(connection: Connection, pieces: Pieces) -> dict[str, date]:
    """The day on which a commitment was whole in the account, by its id: what was taken back does not count."""
    columns = COMMITMENT_PASTED.c
    marks = defaultdict[tuple[str, Language], dict[str, date | None]](dict)
    for row in connection.execute(
        select(columns.commitment_id, columns.language, columns.piece, columns.created_at, columns.taken_back).order_by(
            columns.id
        )
    ):
        there = None if row.taken_back else day_of(row.created_at)
        marks[row.commitment_id, row.language][row.piece] = there
    found = dict[str, date]()
    for (commitment_id, language), by_piece in marks.items():
        days = {piece: day for piece, day in by_piece.items() if day is not None}
        if days and (WHOLE in days or days.keys() >= set(pieces(commitment_id, language))):
            found[commitment_id] = max(*days.values(), found.get(commitment_id, date.min))
    return found


def _over(connection: Connection) -> dict[str, date]:
    """The day on which a commitment ended or its document was withdrawn, by its id."""
    entries, withdrawals = COMMITMENT_ENTRIES.c, COMMITMENT_WITHDRAWALS.c
    ends = (EntryKind.REPLY, EntryKind.ENDED)
    newest = {
        row.commitment_id: row
        for row in connection.execute(
            select(entries.commitment_id, entries.kind, entries.on)
            .where(entries.kind.in_([each.value for each in ends]))
            .order_by(entries.id)
        )
    }
    over = {each: row.on for each, row in newest.items() if row.kind is EntryKind.ENDED}
    rows = connection.execute(select(withdrawals.commitment_id, withdrawals.on))
    return over | {row.commitment_id: row.on for row in rows}


def awaiting_second_opinion(connection: Connection) -> frozenset[str]:
    """The ids of people who asked for a second opinion that nobody has given, and of whom something is still asked."""
    entries, columns, talks = COMMITMENT_ENTRIES.c, COMMITMENTS.c, INTERVIEWS.c
    asked = dict[str, bool]()
    for row in connection.execute(
        select(entries.commitment_id, entries.kind, entries.taken_back)
        .where(entries.kind.in_([EntryKind.SECOND_OPINION.value, EntryKind.LOOKED.value]))
        .order_by(entries.id)
    ):
        asked[row.commitment_id] = row.kind is EntryKind.SECOND_OPINION and not row.taken_back
    waiting = [each for each, is_asked in asked.items() if is_asked]
    if not waiting:
        return frozenset()
    stopped = defaultdict[str, list[Line]](list)
    for row in connection.execute(select(talks.id, talks.person_id, talks.started_at).where(talks.must_stop.is_(True))):
        stopped[row.person_id].append(row)
    rows = connection.execute(
        select(columns.id, columns.person_id, columns.interview_id, columns.issued_at).where(columns.id.in_(waiting))
    )
    return frozenset(
        row.person_id
        for row in rows
        if not any(each.started_at >= row.issued_at or each.id == row.interview_id for each in stopped[row.person_id])
    )


def day_of(moment: datetime) -> date:
    """The day on the wall of a stored moment."""
    return local(moment).date()
