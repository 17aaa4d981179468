"""Lists of people by what was issued to them, without reading what it says."""

from sqlalchemy import Connection, exists, select

from coachdesk.storage.tables import COMMITMENTS, PEOPLE, PEOPLE_INDEX


def people_with_commitments(connection: Connection) -> tuple[str, ...]:
    """The ids of everybody on the caseload to whom something was ever issued, by family name."""
    statement = (
        select(PEOPLE.c.id)
        .join_from(PEOPLE_INDEX, PEOPLE, PEOPLE.c.id == PEOPLE_INDEX.c.person_id)
        .where(PEOPLE_INDEX.c.archived == 0, exists().where(COMMITMENTS.c.person_id == PEOPLE.c.id))
        .order_by(PEOPLE_INDEX.c.sort_key, PEOPLE_INDEX.c.number)
    )
    return tuple(connection.scalars(statement))
