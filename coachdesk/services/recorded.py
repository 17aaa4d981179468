"""What answers say about the plan and the commitment: values by record name ("plan.hours"), of one or all interviews."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from coachdesk.interviews import Answers, Definition, Interview, is_given, visible
from coachdesk.services.answers import read_answers
from coachdesk.services.context import Context
from coachdesk.storage import find, table_of


def recorded(definition: Definition, answers: Answers) -> Mapping[str, Any]:
    """The given values of the visible questions that feed a record."""
    return {
        question.record: answers[question.id].value
        for question in visible(definition, answers)
        if question.record and is_given(question, answers.get(question.id))
    }


def latest(context: Context, connection: Connection, person_id: str, record: str) -> Any:
    """The newest value that a person's interviews hold for a record, or None."""
    table = table_of(Interview)
    interviews = find(connection, Interview, table.c.person_id == person_id, order_by=(table.c.id.desc(),), limit=10)
    for interview in filter(context.has_words_of, interviews):
        definition = context.definition_of(interview)
        value = recorded(definition, read_answers(connection, definition, interview.id)).get(record)
        if value is not None:
            return value
    return None
