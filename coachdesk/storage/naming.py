"""The name of a person as lists say it, from three columns and no whole record."""

from typing import Any

from coachdesk.storage.tables import PEOPLE

NAMES = (PEOPLE.c.given_name, PEOPLE.c.family_name, PEOPLE.c.preferred_name)


def name_of(row: Any) -> str:
    """Given and family name; the preferred one where nothing else is known."""
    return f"{row.given_name} {row.family_name}".strip() or str(row.preferred_name)
