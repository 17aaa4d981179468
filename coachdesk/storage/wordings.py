"""The words that interviews were begun under, as they were sent: about nobody, written once, never changed."""

from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from coachdesk.i18n import Language
from coachdesk.storage.tables import WORDINGS

Version = tuple[str, int]
"""A definition's id and version."""


def keep_wording(connection: Connection, of: Version, texts: Mapping[Language, str]) -> None:
    """Keep the text of a definition in each language that is not kept of this version yet."""
    definition_id, version = of
    rows = [
        {"definition_id": definition_id, "version": version, "language": language, "text": text}
        for language, text in texts.items()
    ]
    connection.execute(insert(WORDINGS).on_conflict_do_nothing(), rows)


def kept_wordings(connection: Connection) -> Mapping[Version, Mapping[Language, str]]:
    """Every text that is kept."""
    found = dict[Version, dict[Language, str]]()
    for row in connection.execute(select(WORDINGS)):
        found.setdefault((row.definition_id, row.version), {})[row.language] = row.text
    return found
