from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from coachdesk.errors import AppError
from coachdesk.people.joining import Joining
from coachdesk.people.person import Person
from coachdesk.plans.plan import Action, Goal
from coachdesk.records import Record
from coachdesk.storage import changes
from coachdesk.storage.agreed_index import forget_agreed, index_agreed, index_agreed_with, is_archived
from coachdesk.storage.audit import Via, append_audit
from coachdesk.storage.erasure import records_of, remember_erased
from coachdesk.storage.info import VaultInfo
from coachdesk.storage.mapper import hints_of
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.reading import find_by, get
from coachdesk.storage.search_index import forget_person, index_person
from coachdesk.storage.tables import VAULT_INFO, table_of
from coachdesk.storage.waiting_index import keep_waiting

R = TypeVar("R", bound=Record)


class Writer:
    """One write transaction: what is put, deleted and audited here is committed together or not at all.

    Attributes:
        connection: for reading what this transaction sees.
        deleted: something was deleted, so the write-ahead log is to be emptied after the commit.
        erased: nothing of it may be found, so the whole file is to be written anew as well.
    """

    def __init__(self, connection: Connection, *, author: str, now: datetime, via: Via = Via.WINDOW) -> None:
        self.connection = connection
        self.deleted = self.erased = False
        self._author = author
        self._via = via
        self._now = now.astimezone(UTC)
        self._written: list[str] = []

    @property
    def wrote(self) -> bool:
        """Whether records were written, not only lines of the audit."""
        return bool(self._written)

    def put(self, record: R, code: str, *, visit: str = "") -> R:
        """Store a record: new where its version is 0, otherwise in the place of the version that it names.

        Where a `visit` is named (one stay in a field), all that it stores of the record is one change in the log.

        Raises:
            AppError: "storage.stale" where the stored version is another one, or is gone.
        """
        number = changes.visited(self.connection, record.id, visit) if visit and record.version else None
        if number is not None:
            stored = self._store(record)
            self._written.append(changes.renew(self.connection, number, stored, at=self._now))
            return stored
        before = get(self.connection, type(record), record.id) if record.version else None
        stored = self._store(record)
        if before is not None and _whose(before) != _whose(stored):
            keep_waiting(self.connection, before)
        self._log(changes.Change(code, before, stored), visit or None)
        return stored

    def adopt(self, record: R, code: str, *, version: int = 0) -> R:
        """Store a record that was written elsewhere as it is: with its author, its stamps and its own version.

        Args:
            record: as it was written there.
            code: what the change is called; its author is whoever adopts.
            version: of ours, in whose place it comes; 0 where there is none. The stored version is never below that.

        Raises:
            AppError: "storage.stale" where the stored version is another one, or is gone.
        """
        before = get(self.connection, type(record), record.id) if version else None
        stored = replace(record, version=max(record.version, version + 1))
        self._keep(stored, record.id, version)
        self._log(changes.Change(code, before, stored))
        return stored

    def delete(self, record: Record, code: str) -> None:
        """Delete a record. With a person go all their records, and what the log kept of them; no backup brings them back.

        Raises AppError("storage.stale") where the stored version is another one, or is gone.
        """
        self.deleted = True
        if not isinstance(record, Person):
            self._delete(record, code)
            return
        self.erased = True
        joined = [each.other_id for each in find_by(self.connection, Joining, person_id=record.id)]
        for each in records_of(self.connection, record.id):
            self._delete(each, code)
        forget_person(self.connection, record.id)
        self._delete(record, code)
        for person_id in (record.id, *joined):
            changes.erase_bodies(self.connection, person_id)
            remember_erased(self.connection, person_id)

    def take_out(self, person: Person, code: str) -> None:
        """Take a person out of all lists, after all their records went to another one; the log keeps what it holds.

        Raises AppError("storage.stale") where the stored version is another one, or is gone.
        """
        forget_person(self.connection, person.id)
        self._delete(person, code)

    def audit(self, code: str, *, subject: str = "", record: str = "", via: Via | None = None) -> None:
        """One line for a service call; `subject` is the person's id, `record` the id of what it was about.

        `via` says where from in the program; where it is left out, from wherever the vault was opened.
        """
        append_audit(
            self.connection,
            code=code,
            subject=subject,
            record=record,
            via=via or self._via,
            written=self._written,
            author=self._author,
            at=self._now,
        )

    def set_info(self, info: VaultInfo) -> VaultInfo:
        """Say whose vault this is, guarded by its version as `put` is."""
        stored = replace(info, version=info.version + 1)
        values = {field.name: getattr(stored, field.name) for field in fields(stored)}
        if info.version == 0:
            self.connection.execute(insert(VAULT_INFO), values | {"row": 1, "last_number": 0})
            return stored
        changed = self.connection.execute(update(VAULT_INFO).where(VAULT_INFO.c.version == info.version), values)
        if changed.rowcount != 1:
            raise AppError("storage.stale", kind="vault_info")
        return stored

    def next_number(self) -> int:
        """The next of the numbers of commitments; one that was committed is never given again."""
        column = VAULT_INFO.c.last_number
        number: int | None = self.connection.execute(
            update(VAULT_INFO).values(last_number=column + 1).returning(column)
        ).scalar()
        if number is None:
            raise AppError("storage.not-found", kind="vault_info")
        return number

    def _store(self, record: R) -> R:
        stored = replace(
            record,
            version=record.version + 1,
            author=self._author,
            created_at=record.created_at if record.version else self._now,
            updated_at=self._now,
        )
        self._keep(stored, record.id, record.version)
        return stored

    def _keep(self, stored: Record, record_id: str, version: int) -> None:
        """Write a row: a new one, or in the place of this version of it."""
        table = table_of(type(stored))
        values = {name: getattr(stored, name) for name in hints_of(type(stored))}
        if version == 0:
            _insert(table).run(self.connection, values)
        elif _update(table).run(self.connection, values | _guard(record_id, version)) != 1:
            raise AppError("storage.stale", kind=table.name)
        self._index(stored)

    def _index(self, stored: Record) -> None:
        """Make what was stored findable, and what waits because of it, in this same transaction."""
        keep_waiting(self.connection, stored)
        if isinstance(stored, Person):
            archived = is_archived(self.connection, stored.id)
            index_person(self.connection, stored)
            if archived is not None and archived is not bool(stored.archived_at):
                index_agreed_with(self.connection, stored)
        elif isinstance(stored, (Goal, Action)):
            index_agreed(self.connection, stored)

    def _delete(self, record: Record, code: str) -> None:
        table = table_of(type(record))
        if isinstance(record, (Goal, Action)):
            forget_agreed(self.connection, record.id)
        self._log(changes.Change(code, get(self.connection, type(record), record.id), None))
        gone = _delete(table).run(self.connection, _guard(record.id, record.version))
        if gone != 1:
            raise AppError("storage.stale", kind=table.name)
        keep_waiting(self.connection, record)

    def _log(self, change: changes.Change, visit: str | None = None) -> None:
        made = changes.append(self.connection, change, author=self._author, at=self._now, visit=visit)
        self._written.append(made)


def _whose(record: Record) -> str:
    return str(getattr(record, "person_id", ""))


def _guard(record_id: str, version: int) -> dict[str, str | int]:
    return {"the_id": record_id, "the_version": version}


@cache
def _insert(table: Table) -> Prepared:
    return Prepared(insert(table))


@cache
def _update(table: Table) -> Prepared:
    changed = update(table).where(table.c.id == bindparam("the_id"), table.c.version == bindparam("the_version"))
    return Prepared(changed, [column.name for column in table.c if not column.primary_key])


@cache
def _delete(table: Table) -> Prepared:
    gone = delete(table).where(table.c.id == bindparam("the_id"), table.c.version == bindparam("the_version"))
    return Prepared(gone)
