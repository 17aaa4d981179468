"""The name of a person as lists say it, from three columns and no whole record."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from coachdesk.storage.tables import PEOPLE

NAMES = (PEOPLE.c.given_name, PEOPLE.c.family_name, PEOPLE.c.preferred_name)


def name_of(row: Any) -> str:
    """Given and family name; the preferred one where nothing else is known."""
    return f"{row.given_name} {row.family_name}".strip() or str(row.preferred_name)


def names_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The names of some people, by their ids; of whoever is not there none."""
    rows = connection.execute(select(PEOPLE.c.id, *NAMES))
    return {row.id: name_of(row) for row in rows if row.id in ids}
