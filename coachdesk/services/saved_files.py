"""A file that leaves the vault, and the record that it did: both or neither."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from coachdesk.storage import Database, Writer


def saved(database: Database, record: Callable[[Writer], Mapping[Path, bytes]]) -> tuple[Path, ...]:
    """Write files whole and record that, so that nothing is called saved that is not on the disk.

    Args:
        database: the open vault.
        record: refuses what may not leave, records what does, and gives the bytes of each file. They are on the disk
            before its transaction is committed; where that fails the files are taken away again.

    Raises:
        AppError: "documents.cannot-write"; as `record` and `Database.write`. Nothing is recorded then.
    """
    from coachdesk.documents.write import write_whole

    done = list[Path]()
    try:
        with database.write() as writer:
            for path, content in record(writer).items():
                write_whole(path, content)
                done.append(path)
    except BaseException:
        for path in done:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(done)
