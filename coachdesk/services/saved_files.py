"""Files that leave the vault, and the record that they did: both or neither."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from coachdesk.storage import Database, Writer


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


def made_and_saved(database: Database, made: Callable[[Writer], Mapping[Path, bytes]]) -> None:
    """As `saved`, of files that hold what is recorded with them: `made` records, and gives the bytes of each file."""
    from coachdesk.documents.write import laid_beside

    with ExitStack() as laid, database.write() as writer:
        laid.enter_context(laid_beside(made(writer)))()
