"""Which files of a commitment are made at once, and which row of the vault is one of them."""

import hashlib
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection

from coachdesk.commitments import CommitmentFile, Format, usual_formats
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.storage import find, table_of

FileKey = tuple[str, Format, Language]
"""Of which commitment, in which form and language."""


def chosen_formats(formats: Collection[Format], person: Person) -> tuple[Format, ...]:
    """What is made at once, in the order of the formats."""
    chosen = {Format.PDF, Format.TEXT, *(formats or usual_formats(person.needs))}
    return tuple(kind for kind in Format if kind in chosen)


def that_file(commitment_id: str, kind: Format, language: Language) -> tuple[ColumnElement[bool], ...]:
    """The condition for one file of a commitment."""
    table = table_of(CommitmentFile)
    return table.c.commitment_id == commitment_id, table.c.format == kind, table.c.language == language


def as_issued(connection: Connection, file: FileKey) -> bytes:
    """The exact bytes of a file that is in the vault. Raises AppError("commitment.altered") where they are others."""
    found = find(connection, CommitmentFile, *that_file(*file))[0]
    if hashlib.sha256(found.content).hexdigest() != found.sha256:
        raise AppError("commitment.altered")
    return found.content
