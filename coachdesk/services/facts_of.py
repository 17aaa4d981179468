"""Everything that is recorded about people, ready to be gathered into facts, inside the caller's transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.interviews import KINDS, Answer, Answers, Definition
from coachdesk.requirements.gathering import Recorded, Said
from coachdesk.requirements.noted import Noted
from coachdesk.requirements.questions import feeding_part
from coachdesk.services.context import Context
from coachdesk.storage import FactRows, fact_rows

T = TypeVar("T")


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
        people: whose; None for everybody on the caseload.
        on_screen: answers by id of the interview, which win over the stored ones of that interview.
    """
    parts = {(each.id, each.version): feeding_part(each) for each in context.content.definitions}
    wanted = {question.id for part in parts.values() for question in part.questions()}
    rows = fact_rows(connection, wanted, people)
    said = _said(parts, rows, on_screen or {})
    noted = _grouped(
        (each.person_id, Noted(each, local(each.created_at).date())) for each in rows.circumstances if each.created_at
    )
    decisions = _grouped((each.person_id, each) for each in rows.decisions)
    return {
        row.person_id: Recorded(
            date_of_birth=row.date_of_birth,
            nation=row.nation,
            said=tuple(said.get(row.person_id, ())),
            noted=tuple(noted.get(row.person_id, ())),
            decisions=tuple(decisions.get(row.person_id, ())),
        )
        for row in rows.people
    }


def _said(
    parts: Mapping[tuple[str, int], Definition], rows: FactRows, on_screen: Mapping[str, Answers]
) -> Mapping[str, list[Said]]:
    """By person, the newest interview first; one whose definition is not on this machine says nothing."""
    kinds = {key: {each.id: each.kind for each in part.questions()} for key, part in parts.items()}
    values = _grouped((each.interview_id, (each.question_id, each.value)) for each in rows.answers)
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for row in rows.interviews:
        key = (row.definition_id, row.definition_version)
        if key not in parts or not (row.interview_id in values or row.interview_id in on_screen):
            continue
        answers = {
            question: Answer(KINDS[kinds[key][question]].parse(text))
            for question, text in values.get(row.interview_id, ())
            if question in kinds[key]
        }
        answers.update(on_screen.get(row.interview_id, {}))
        found[row.person_id].append(Said(local(row.started_at).date(), parts[key], answers))
    return found


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
