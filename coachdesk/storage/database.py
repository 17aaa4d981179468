import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from coachdesk.clock import Clock
from coachdesk.errors import AppError
from coachdesk.storage.audit import Via
from coachdesk.storage.connection import BROKEN, close_quietly, engine_for, one_state
from coachdesk.storage.driver import BUSY_MILLISECONDS, check_sqlite, refuse_unproved, translated
from coachdesk.storage.in_use import InUse
from coachdesk.storage.migrations import STEPS, migrate, version_of
from coachdesk.storage.writer import Writer


class Database:
    """One vault file, opened with its data key.

    One writer connection and one reader connection are kept. A reader that finds the kept one taken (a worker's, or a
    read within a read) gets one of its own for the time.

    Attributes:
        path: the file.
        key: the 32-byte data key; for backups.
        via: where from in the program it is worked with, written into the audit.
        stored: how many transactions that wrote records were committed since it was opened.
        on_stored: told after each of them, by whichever thread wrote; it has to be quick.
        suspected: an empty file that lies beside the vault once damage was met in it (`suspected.refuse_damaged`).
    """

    def __init__(self, path: Path, key: bytes, *, author: str, clock: Clock) -> None:
        self.path = path
        self.suspected = path.with_suffix(".cdsuspected")
        self.key = key
        self.author = author
        self.via = Via.WINDOW
        self.stored = 0
        self.on_stored: Callable[[], None] = _nobody
        self._clock = clock
        self._engine = engine_for(path, key)
        self._writer: Connection | None = None
        self._reader: Connection | None = None
        self._in_use = InUse()
        self._writing = threading.RLock()
        self._reading = threading.Lock()
        self._in_write = False
        self._empty_log = False
        self._write_anew = False
        self._away = False

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        author: str,
        clock: Clock,
        must_exist: bool = False,
        before_migrating: Callable[[Self], object] | None = None,
    ) -> Self:
        """Open a vault, or make a new one where there is none; bring an old one up to date.

        Args:
            path: the vault's file; its folder exists.
            key: the 32-byte data key.
            author: coach id, written into every record.
            clock: gives the moment in UTC.
            must_exist: refuse instead of making a new one.
            before_migrating: makes a backup of an old vault, which is not migrated where that fails.

        Raises:
            AppError: as `before_migrating`; "storage.sqlite-too-old" (found, needed), "storage.missing", "storage.vault-newer" (vault,
                program), "storage.damaged" (also for a wrong key), "storage.busy", "storage.disk-full",
                "storage.read-only", "storage.cannot-open".
        """
        check_sqlite()
        if must_exist and not path.is_file():
            raise AppError("storage.missing")
        database = cls(path, key, author=author, clock=clock)
        try:
            with translated(path):
                have = database._version(must_exist=must_exist)
                if 0 < have < len(STEPS) and before_migrating is not None:
                    before_migrating(database)
                database._bring_up_to_date(have)
        except BaseException:
            database.close()
            raise
        return database

    def _version(self, *, must_exist: bool) -> int:
        """How many steps the vault has gone; AppError("storage.missing") where it has to be there and has gone none."""
        self._writer = connection = self._engine.connect()
        have = version_of(connection, STEPS)
        if must_exist and not have:
            raise AppError("storage.missing")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.rollback()
        return have

    def _bring_up_to_date(self, have: int) -> None:
        assert self._writer is not None
        migrate(self._writer, have, STEPS)
        # After a power cut pages of the file may be half written. The log that is left holds them whole, but the check
        # of pages reads the file alone.
        self._checkpoint(self._writer)
        self._write_anew = bool(self._writer.exec_driver_sql("PRAGMA application_id").scalar())
        self._writer.rollback()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the vault throughout; it cannot write."""
        with self._noting_damage(), translated(self.path):
            self._in_use.refuse_ended()
            if self._away:
                raise AppError("storage.busy")
            if not self._reading.acquire(blocking=False):
                with self._engine.connect() as connection, self._in_use.working_with(connection):
                    yield from one_state(connection)
                return
            try:
                self._reader = self._reader or self._engine.connect()
                with self._in_use.working_with(self._reader):
                    yield from one_state(self._reader)
            except BROKEN:
                close_quietly(self._reader)
                self._reader = None
                raise
            finally:
                self._reading.release()

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One write transaction: committed at the end of the block, undone by any exception.

        Raises:
            AppError: "storage.disk-full", "storage.busy", "storage.read-only", "storage.damaged", "storage.disk-failed",
                "storage.no-memory", "storage.cannot-open" or "storage.closed"; the next write is a fresh try. Nothing was
                stored then, unless memory ended just after it was: never half of it.
            RuntimeError: a write within a write.
        """
        with self._turn(), self._noting_damage(), translated(self.path), ExitStack() as used:
            try:
                self._in_use.refuse_ended()
                self._writer = connection = self._writer or self._engine.connect()
                used.enter_context(self._in_use.working_with(connection))
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                writer = Writer(connection, author=self.author, now=self._clock(), via=self.via)
                yield writer
                if writer.erased:
                    _mark(connection, to_be_written_anew=True)
                refuse_unproved(connection.connection.driver_connection)
                connection.commit()
            except BaseException as error:
                self._undo(error)
                raise
            if writer.wrote:
                self.stored += 1
                self.on_stored()
            self._empty_log = self._empty_log or writer.deleted
            self._write_anew = self._write_anew or writer.erased
            if self._write_anew:
                self._vacuum(connection)
            if self._empty_log:
                self._checkpoint(connection)

    def close(self, *, patience: float = BUSY_MILLISECONDS / 1000) -> None:
        """Close the file for good; the write-ahead log goes into it. Nobody begins anything any more ("storage.closed").

        A worker that is in the middle has so many seconds to finish before it is broken off: see `InUse.end`. One that
        puts the file under another key has as long.
        """
        self._in_use.end(patience)
        alone = self._writing.acquire(timeout=patience)
        self._let_go()
        if alone:
            self._writing.release()

    @contextmanager
    def left(self, new_key: bytes) -> Iterator[None]:
        """Leave the file for the length of the block, which puts one under the new key in its place.

        Reading and writing are refused meanwhile ("storage.busy"). Where the block fails, the old key still holds.

        Raises:
            AppError: "storage.busy" where somebody else has the file open; "storage.closed".
        """
        with self._turn(), translated(self.path):
            self._in_use.refuse_ended()
            if not self._reading.acquire(timeout=BUSY_MILLISECONDS / 1000):
                raise AppError("storage.busy")
            self._away = True
            try:
                self._let_go()
                if self.path.with_name(f"{self.path.name}-wal").exists():
                    raise AppError("storage.busy")  # the last one out takes the log along
                yield
                self.key, self._engine = new_key, engine_for(self.path, new_key)
            finally:
                self._away = False
                self._reading.release()

    def _let_go(self) -> None:
        self._in_use.close(self._reader)
        self._in_use.close(self._writer)
        self._reader = self._writer = None
        self._engine.dispose()

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        try:
            yield
        except AppError as error:
            if error.code == "storage.damaged":
                with suppress(OSError):
                    self.suspected.touch(mode=0o600)
            raise

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._writing.acquire(timeout=BUSY_MILLISECONDS / 1000):
            raise AppError("storage.busy")
        try:
            if self._in_write:
                raise RuntimeError("a write within a write")
            self._in_write = True
            try:
                yield
            finally:
                self._in_write = False
        finally:
            self._writing.release()

    def _undo(self, error: BaseException) -> None:
        """Roll back. A connection that met an error of the disk or of memory is opened anew by the next write."""
        if self._writer is None:
            return
        if not isinstance(error, BROKEN):
            with suppress(*BROKEN):
                self._writer.rollback()
                return
        close_quietly(self._writer)
        self._writer = None

    def _vacuum(self, connection: Connection) -> None:
        """Write every page anew after somebody was erased; with the next write, where that cannot be done now or was cut off.

        SQLite overwrites what is deleted where it lies, but not copies of it that it left in the gaps of a page when it
        moved rows about.
        """
        with suppress(DBAPIError):
            connection.exec_driver_sql("VACUUM")
            _mark(connection, to_be_written_anew=False)
            self._write_anew, self._empty_log = False, True
        connection.rollback()

    def _checkpoint(self, connection: Connection) -> None:
        """Empty the write-ahead log, so that nothing of what was deleted stays in it; later, where a reader is in it."""
        with suppress(DBAPIError):
            (held_up, _, _) = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            self._empty_log = bool(held_up)
        connection.rollback()


def _mark(connection: Connection, *, to_be_written_anew: bool) -> None:
    """Note in the file's head, which has a number for the program's own use, that an erasure is not finished."""
    connection.exec_driver_sql(f"PRAGMA application_id = {int(to_be_written_anew)}")


def _nobody() -> None:
    """Nobody wants to know what was stored."""
