"""The driver's side: opening the encrypted file, and its errors told in our words."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from coachdesk.errors import AppError

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can lose or corrupt commits in WAL mode (sqlite.org/changes.html, 3.53.0)."""

BUSY_MILLISECONDS = 5_000
_NEARLY_FULL = 256 * 1024
_CODES = {
    dbapi2.SQLITE_FULL: "storage.disk-full",
    dbapi2.SQLITE_BUSY: "storage.busy",
    dbapi2.SQLITE_LOCKED: "storage.busy",
    dbapi2.SQLITE_INTERRUPT: "storage.closed",  # nobody breaks anything off but whoever closes
    dbapi2.SQLITE_READONLY: "storage.read-only",
    dbapi2.SQLITE_PERM: "storage.read-only",
    dbapi2.SQLITE_CORRUPT: "storage.damaged",
    dbapi2.SQLITE_NOTADB: "storage.damaged",
    dbapi2.SQLITE_CANTOPEN: "storage.cannot-open",
    dbapi2.SQLITE_IOERR: "storage.disk-failed",
}
_MALFORMED = "database disk image is malformed"
_SENTENCES = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    _MALFORMED: dbapi2.SQLITE_CORRUPT,
}


def check_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Refuse a SQLite that can lose what was committed: AppError("storage.sqlite-too-old", found=, needed=)."""
    if version < OLDEST_SQLITE:
        raise AppError("storage.sqlite-too-old", found=_dotted(version), needed=_dotted(OLDEST_SQLITE))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Tell the driver's errors as AppErrors where a coach can act on them; let every other one through."""
    try:
        yield
    except DBAPIError as error:
        code = _code_of(error.orig, path)
        if code is None:
            raise
        raise AppError(code) from error
    except dbapi2.Error as error:
        code = _code_of(error, path)
        if code is None:
            raise
        raise AppError(code) from error
    except MemoryError as error:
        raise AppError("storage.no-memory") from error


def _code_of(error: BaseException | None, path: Path) -> str | None:
    # The low byte is the error's family: extended codes say which of its members. The driver's online backup gives no
    # code, only SQLite's own fixed sentence.
    family = getattr(error, "sqlite_errorcode", _SENTENCES.get(str(error), 0)) & 0xFF
    code = _CODES.get(family)
    if code == "storage.disk-failed" and shutil.disk_usage(path.parent).free < _NEARLY_FULL:
        return "storage.disk-full"  # a full disk can also show as a failed write of the shared-memory file
    return code


def refuse_unproved(driver: dbapi2.Connection) -> None:
    """Refuse what was just read or is about to be committed where a page of it did not authenticate.

    SQLCipher gives the last page of a long value as zeros then and reports nothing before the next page is read
    (4.19): without this question the zeros would be taken for what was written. Raises the driver's own error of a damaged file.
    """
    cursor = driver.cursor()
    cursor.row_factory = None  # of the connection: no row of anybody's
    if cursor.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise dbapi2.DatabaseError(_MALFORMED)


def connect(path: Path, key: bytes) -> dbapi2.Connection:
    """A connection in autocommit to the file encrypted under the raw 32-byte key, or AppError("storage.damaged").

    A wrong key and a damaged file look alike to SQLCipher; the vault's header tells them apart before we come here.
    """
    if len(key) != 32:
        raise ValueError("a data key has 32 bytes")
    # SQLite would let everybody read a new file; what it puts beside the file has the file's own rights.
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))
    # Any thread may use it, one at a time: `Database` sees to that.
    driver = dbapi2.connect(
        str(path),
        isolation_level=None,
        timeout=BUSY_MILLISECONDS / 1000,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        driver.execute("PRAGMA cipher_log_level = none")
        driver.set_key(f"x'{key.hex()}'")  # the x'...' form: without it SQLCipher derives another key
        with closing(driver.execute("SELECT count(*) FROM sqlite_master")) as cursor:
            cursor.fetchone()
        for pragma in (
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "synchronous = FULL",
            "cache_size = -32000",  # KiB: what searches read of a hundred thousand people, so that a key decrypts few pages
        ):
            driver.execute(f"PRAGMA {pragma}")
    except BaseException:
        driver.close()
        raise
    return driver
