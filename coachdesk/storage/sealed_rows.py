from sqlalchemy import Connection, select

from coachdesk.storage.tables import ANSWERS, INTERVIEWS


def people_with_sealed_answers(connection: Connection) -> tuple[str, ...]:
    """The ids of everybody of whom a sealed answer is kept."""
    sealed = select(INTERVIEWS.c.person_id).join(ANSWERS, ANSWERS.c.interview_id == INTERVIEWS.c.id)
    return tuple(connection.scalars(sealed.where(ANSWERS.c.sealed_value.is_not(None)).distinct()))
