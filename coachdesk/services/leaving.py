"""What leaves the vault: it is made, it has left, and only then it is recorded that it left.

That it was read for this stands in the audit before. So no line says "saved", "printed" or "copied" of what stayed, and of
what went out while the computer stopped, there is at least the line that it was looked at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from coachdesk.storage import Database, Writer


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something that may leave and has not yet; where it is about somebody, that it was read is audited.

    Attributes:
        content: the bytes that leave.
        refuse: raises AppError where it may not leave, or not any more.
        record: records that it left.
    """

    content: bytes = field(repr=False)
    refuse: Callable[[Connection], object]
    record: Callable[[Writer], object]

    @property
    def text(self) -> str:
        """What leaves as a text."""
        return self.content.decode()


def saved(database: Database, files: Mapping[Path, bytes], record: Callable[[Writer], object]) -> None:
    """Write files whole and record that, so that nothing is called saved that is not on the disk.

    The vault can be written to while the bytes go to the disk, which may be a slow one: a talk that is open is stored
    meanwhile. Only to take their names, before the record is committed, do the files wait in its transaction.

    Args:
        database: the open vault.
        files: the bytes of each file. What may not leave is refused before.
        record: records that they left.

    Raises:
        AppError: "documents.cannot-write"; as `record` and `Database.write`. Nothing is recorded then, and in each place
            lies what lay there before.
    """
    from coachdesk.documents.write import laid_beside

    with laid_beside(files) as take_names, database.write() as writer:
        record(writer)
        take_names()


def saved_as(path: Path, database: Database, going: Outgoing) -> None:
    """`saved`, of what may leave. Raises AppError as `going.refuse` too; then it stays."""

    def record(writer: Writer) -> None:
        going.refuse(writer.connection)
        going.record(writer)

    saved(database, {path: going.content}, record)
