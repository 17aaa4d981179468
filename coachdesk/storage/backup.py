"""Backups: a whole encrypted copy, checked before it takes its place; and what "checked" means."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Select, column, select, table

from coachdesk.errors import AppError
from coachdesk.storage.audit import verify_audit
from coachdesk.storage.connection import reading_file
from coachdesk.storage.copying import copy_vault, put_in_place
from coachdesk.storage.database import Database
from coachdesk.storage.mapper import canonical
from coachdesk.storage.tables import METADATA


@dataclass(frozen=True, slots=True)
class Integrity:
    """What the checks of a vault found.

    Attributes:
        pages: what SQLCipher says of pages whose authentication fails (a changed byte shows here only).
        structure: what SQLite says of its trees and indexes.
        references: how many rows refer to something that is not there.
        audit_broken_at: the first line of the audit that is not as it was written, or None.
        digest: SHA-256 over everything that is kept; equal for two files that say the same. Empty where pages are bad.
    """

    pages: tuple[str, ...]
    structure: tuple[str, ...]
    references: int
    audit_broken_at: int | None
    digest: str

    @property
    def fits_together(self) -> bool:
        """Whether everything but the audit is sound: such a file can be kept, copied and brought back.

        A line of the audit that somebody altered is found wherever the file goes. It takes nobody's backups away.
        """
        return not (self.pages or self.structure or self.references)

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return self.fits_together and not self.audit_broken_at


def integrity(connection: Connection) -> Integrity:
    """Check a vault through an open connection. It reads everything: a task for a worker."""
    pages = _said(connection, "PRAGMA cipher_integrity_check")
    if pages:
        return Integrity(pages, (), 0, None, "")
    _see_the_newest_index(connection)
    return Integrity(
        pages=(),
        structure=tuple(line for line in _said(connection, "PRAGMA integrity_check") if line != "ok"),
        references=len(_said(connection, "PRAGMA foreign_key_check")),
        audit_broken_at=verify_audit(connection),
        digest=digest(connection),
    )


def _see_the_newest_index(connection: Connection) -> None:
    """What a connection remembers of a full-text index from an earlier search, the check would take for damage.

    FTS5 looks whether another connection wrote since when it is read, but not when it is checked (SQLite 3.53).
    """
    names: Select[str] = (
        select(column("name")).select_from(table("sqlite_master")).where(column("sql").like("CREATE VIRTUAL%"))
    )
    for name in connection.scalars(names).all():
        connection.execute(select(column("rowid")).select_from(table(name)).limit(1)).all()


def _said(connection: Connection, pragma: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in connection.exec_driver_sql(pragma))


def digest(connection: Connection) -> str:
    """SHA-256 over every row of every table, in hexadecimal; of an older vault over what there is of today's tables."""
    total = hashlib.sha256()
    for kept in METADATA.sorted_tables:
        total.update(f"{kept.name}\n".encode())
        there = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info('{kept.name}')")}
        if not there:
            continue
        statement = select(*(each for each in kept.columns if each.name in there)).order_by(*kept.primary_key)
        for row in connection.exec_driver_sql(str(statement.compile(connection))):
            cells = [cell.hex() if isinstance(cell, bytes) else cell for cell in row]
            total.update(f"{canonical(cells)}\n".encode())
    return total.hexdigest()


def verify(path: Path, key: bytes) -> Integrity:
    """Open a vault's file or a backup with its key and check it.

    Raises AppError: "storage.missing"; "storage.damaged" where it cannot even be opened (or the key is another one).
    """
    if not path.is_file():
        raise AppError("storage.missing")
    with reading_file(path, key) as connection:
        return integrity(connection)


def backup_to(database: Database, path: Path) -> Integrity:
    """Write an encrypted copy of an open vault in the place of `path`, after checking the copy.

    The header file beside the vault is part of a backup too; copying it is the caller's.

    Raises:
        AppError: "storage.damaged" where the copy does not fit together, "storage.disk-full" and the like; `path` is as it was.
    """
    checked = path.with_name(f".{path.name}.unchecked")
    try:
        copy_vault(database.path, database.key, checked)
        found = verify(checked, database.key)
        if not found.fits_together:
            raise AppError("storage.damaged")
        put_in_place(checked, path)
    finally:
        with suppress(OSError):
            checked.unlink(missing_ok=True)
    return found


def restore(backup: Path, key: bytes, path: Path) -> Integrity:
    """Put a checked backup where a vault was. A vault that still lies there is never overwritten.

    Raises:
        AppError: "storage.exists" where a vault, or what is left of its write-ahead log, lies at `path`;
            "storage.missing" or "storage.damaged" for the backup.
    """
    beside = (path.with_name(f"{path.name}{suffix}") for suffix in ("", "-wal", "-shm"))
    if any(file.exists() for file in beside):
        raise AppError("storage.exists")
    found = verify(backup, key)
    if not found.fits_together:
        raise AppError("storage.damaged")
    copy_vault(backup, key, path)
    return found
