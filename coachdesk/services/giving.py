"""What may be given to a person, read inside the caller's transaction."""

from datetime import date

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.people import Circumstance, Person, SafeToGive, is_private, safe_to_give
from coachdesk.services.context import Context
from coachdesk.storage import find, find_by, get, table_of


def giving_of(context: Context, connection: Connection, person_id: str) -> SafeToGive:
    """What counts today of what a person said about having something from us. Raises AppError("storage.not-found")."""
    return safe_to_give(get(connection, Person, person_id), told_in_private_on(context, connection, person_id))


def told_in_private_on(context: Context, connection: Connection, person_id: str) -> date | None:
    """The last day on which something was recorded that this person told us in private; None where nothing was.

    A sealed answer to a question whose every choice is a circumstance does not count by itself: "nothing of it" is
    sealed too, and what was said stands among the circumstances.
    """
    sealed = [each for definition in context.content.definitions for each in definition.questions() if each.sealed]
    spoken = {each.id for each in sealed if each.choices and all(choice.circumstance for choice in each.choices)}
    ids = {each.id for each in sealed}
    answers = _sealed_answers(connection, person_id)
    written = [
        *(each.updated_at for each in answers if each.question_id not in spoken),
        *(each.updated_at for each in find_by(connection, Circumstance, person_id=person_id) if is_private(each, ids)),
    ]
    return max((local(moment).date() for moment in written if moment is not None), default=None)


def _sealed_answers(connection: Connection, person_id: str) -> tuple[StoredAnswer, ...]:
    answers = table_of(StoredAnswer)
    interviews = [each.id for each in find_by(connection, Interview, person_id=person_id)]
    return find(connection, StoredAnswer, answers.c.interview_id.in_(interviews), answers.c.sealed_value.is_not(None))
