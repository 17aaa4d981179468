"""Which files of a commitment are made at once, and which row of the vault is one of them."""

from collections.abc import Collection

from sqlalchemy import ColumnElement

from coachdesk.commitments import CommitmentFile, Format, usual_formats
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.storage import table_of


def chosen_formats(formats: Collection[Format], person: Person) -> tuple[Format, ...]:
    """What is made at once, in the order of the formats."""
    chosen = {Format.PDF, Format.TEXT, *(formats or usual_formats(person.needs))}
    return tuple(kind for kind in Format if kind in chosen)


def that_file(commitment_id: str, kind: Format, language: Language) -> tuple[ColumnElement[bool], ...]:
    """The condition for one file of a commitment."""
    table = table_of(CommitmentFile)
    return table.c.commitment_id == commitment_id, table.c.format == kind, table.c.language == language
