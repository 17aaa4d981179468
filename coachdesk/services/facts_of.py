"""Everything that is recorded about people, ready to be gathered into facts, inside the caller's transaction."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.interviews import Answer, Answers, for_this_talk
from coachdesk.people import Circumstance
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.gathering import Recorded, Said
from coachdesk.requirements.noted import Noted
from coachdesk.requirements.questions import Feed, feeds_of
from coachdesk.services.context import Context
from coachdesk.storage import InterviewFactRow, fact_rows

Feeds = dict[tuple[str, int, tuple[str, ...]], tuple[Feed, ...]]
"""What feeds facts, by definition, version, and the steps that an earlier talk put off."""

OfPerson = TypeVar("OfPerson", InterviewFactRow, Circumstance, DiscretionRecord)


def recorded_of(
    context: Context,
    connection: Connection,
    people: Collection[str] | None = None,
    *,
    on_screen: Mapping[str, Answers] | None = None,
) -> Mapping[str, Recorded]:
    """What is recorded, by person.

    Args:
        context: the vault.
        connection: a read connection.
        people: whose, also when they have left the caseload; None for everybody on it.
        on_screen: answers by id of the interview, which win over the stored ones of that interview.
    """
    every = each_recorded(context, connection, people, archived=people is not None, on_screen=on_screen)
    return dict(every)


def each_recorded(
    context: Context,
    connection: Connection,
    people: Collection[str] | None = None,
    *,
    archived: bool = False,
    but: Collection[str] = (),
    on_screen: Mapping[str, Answers] | None = None,
) -> Iterator[tuple[str, Recorded]]:
    """As `recorded_of`, one person after the other, and without the facts `but`: for a whole caseload."""
    feeds: Feeds = {(each.id, each.version, ()): feeds_of(each, but=but) for each in context.content.definitions}
    rows = fact_rows(
        connection, {feed.question.id for every in feeds.values() for feed in every}, people, archived=archived
    )
    interviews, circumstances, decisions = (
        _by_person(rows.interviews),
        _by_person(rows.circumstances),
        _by_person(rows.decisions),
    )
    for talk in rows.interviews:
        _with_brought(context, feeds, talk, but)
    for row in rows.people:
        yield (
            row.person_id,
            Recorded(
                date_of_birth=row.date_of_birth,
                nation=row.nation,
                said=_said(feeds, interviews.get(row.person_id, []), on_screen or {}),
                noted=_noted(circumstances.get(row.person_id, [])),
                decisions=tuple(decisions.get(row.person_id, [])),
            ),
        )


def _with_brought(context: Context, feeds: Feeds, row: InterviewFactRow, but: Collection[str]) -> None:
    """Add what an interview asks that holds steps which an earlier one put off: once for all that hold the same."""
    definition = context.written(row.definition_id, row.definition_version) if row.brought else None
    if definition is not None and _asked_in(row) not in feeds:
        asked = for_this_talk(definition, row.brought, context.written, met_before=True)
        feeds[_asked_in(row)] = feeds_of(asked, but=but)


def _asked_in(row: InterviewFactRow) -> tuple[str, int, tuple[str, ...]]:
    return row.definition_id, row.definition_version, row.brought


def _said(
    feeds: Feeds,
    interviews: list[InterviewFactRow],
    on_screen: Mapping[str, Answers],
) -> tuple[Said, ...]:
    """The newest interview first; one whose definition is not on this machine says nothing."""
    found: list[Said] = []
    for row in interviews:
        asked, shown = feeds.get(_asked_in(row)), on_screen.get(row.interview_id)
        if asked is not None and (row.values or shown):
            answers = {question: Answer(value) for question, value in json.loads(row.values or "{}").items()}
            answers.update(shown or {})
            found.append(Said(local(row.started_at).date(), asked, answers))
    return tuple(found)


def _noted(circumstances: list[Circumstance]) -> tuple[Noted, ...]:
    dated = ((each, each.created_at) for each in circumstances)
    return tuple(Noted(each, local(at).date()) for each, at in dated if at is not None) if circumstances else ()


def _by_person(rows: Iterable[OfPerson]) -> Mapping[str, list[OfPerson]]:
    found: defaultdict[str, list[OfPerson]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found
