"""The log: `changes`, one row a record written, and `audit`, one row a service call, chained by hashes.

A change keeps a salted hash of the record; what the record said before and after lies apart, in `change_bodies`, and can
be erased without breaking anything. The salt goes with the bodies: what stays cannot be guessed back.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, Update, bindparam, delete, insert, select, update

from coachdesk.commitments.commitment import CommitmentFile
from coachdesk.interviews.interview import StoredAnswer
from coachdesk.people.person import Person
from coachdesk.records import Record
from coachdesk.storage.mapper import canonical, plain
from coachdesk.storage.tables import AUDIT, CHANGE_BODIES, CHANGES, COMMITMENTS, INTERVIEWS, table_of

BODILESS: frozenset[type[Record]] = frozenset({CommitmentFile})
"""Kinds whose rows never change, so that a body would only double the file."""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def content_hash(salt: str, record: Record) -> str:
    """SHA-256 of the salt and the record's canonical JSON, in hexadecimal."""
    return _digest(salt + canonical(plain(record)))


@dataclass(frozen=True, slots=True)
class Change:
    """One record written: `before` is None where it is new, `after` where it is deleted."""

    code: str
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change is about a record")
        return record


def _body(record: Record | None) -> str | None:
    return None if record is None or type(record) in BODILESS else canonical(plain(record))


def append(connection: Connection, change: Change, *, author: str, at: datetime, visit: str | None = None) -> str:
    """Append a change with its bodies; its hash."""
    record, salt = change.record, secrets.token_hex(16)
    number = connection.execute(
        _insert_change(),
        {
            "at": at,
            "author": author,
            "code": change.code,
            "kept_in": table_of(type(record)).name,
            "record_id": record.id,
            "person_id": person_of(connection, record),
            "version": 0 if change.after is None else change.after.version,
            "hash": (made := content_hash(salt, record)),
            "visit": visit,
        },
    ).scalar_one()
    connection.execute(
        _insert_body(),
        {"number": number, "salt": salt, "before": _body(change.before), "after": _body(change.after)},
    )
    return made


def visited(connection: Connection, record_id: str, visit: str) -> int | None:
    """The number of the change of this record during this visit, or None."""
    number: int | None = connection.execute(_select_visit(), {"the_record": record_id, "the_visit": visit}).scalar()
    return number


def replace_change(connection: Connection, number: int, record: Record, *, at: datetime) -> str:
    """Put the record's newest state in the place of what the visit wrote earlier; its hash."""
    body, salt = canonical(plain(record)), secrets.token_hex(16)
    made = _digest(salt + body)
    connection.execute(_update_change(), {"the_number": number, "at": at, "version": record.version, "hash": made})
    connection.execute(_update_body(), {"the_number": number, "salt": salt, "after": body})
    return made


def person_of(connection: Connection, record: Record) -> str:
    """Whose record it is: the id of a person."""
    if isinstance(record, Person):
        return record.id
    if isinstance(record, StoredAnswer):
        return _parent(connection, select(INTERVIEWS.c.person_id).where(INTERVIEWS.c.id == record.interview_id))
    if isinstance(record, CommitmentFile):
        return _parent(connection, select(COMMITMENTS.c.person_id).where(COMMITMENTS.c.id == record.commitment_id))
    return str(getattr(record, "person_id", ""))


def _parent(connection: Connection, statement: Select[Any]) -> str:
    return str(connection.execute(statement).scalar() or "")


def erase_bodies(connection: Connection, person_id: str) -> None:
    """Erase what every change of a person's records said; the hashes stay."""
    of_person = select(CHANGES.c.number).where(CHANGES.c.person_id == person_id)
    connection.execute(delete(CHANGE_BODIES).where(CHANGE_BODIES.c.number.in_(of_person)))


def append_audit(
    connection: Connection, *, code: str, subject: str, record: str, written: Sequence[str], author: str, at: datetime
) -> None:
    """Append a line to the audit; `written` are the hashes of what the same transaction wrote so far."""
    last = connection.execute(_select_last()).one_or_none()
    number, previous = (last.number, last.hash) if last else (0, "")
    line = {
        "number": number + 1,
        "at": at,
        "author": author,
        "code": code,
        "subject": subject,
        "record": record,
        "written": _digest(canonical(list(written))) if written else "",
        "previous": previous,
    }
    connection.execute(_insert_audit(), line | {"hash": _link(line)})


def _link(line: dict[str, Any]) -> str:
    return _digest(canonical(line | {"at": line["at"].isoformat(timespec="microseconds")}))


def verify_audit(connection: Connection) -> int | None:
    """The number of the first line of the audit that was changed, removed or put in; None where all is as written."""
    previous = ""
    rows = connection.execute(select(AUDIT).order_by(AUDIT.c.number)).mappings()
    for expected, row in enumerate(rows, 1):
        line = dict(row)
        kept = line.pop("hash")
        if line["number"] != expected or line["previous"] != previous or _link(line) != kept:
            return expected
        previous = kept
    return None


@cache
def _insert_change() -> Insert:
    return insert(CHANGES).returning(CHANGES.c.number)


@cache
def _insert_body() -> Insert:
    return insert(CHANGE_BODIES)


@cache
def _insert_audit() -> Insert:
    return insert(AUDIT)


@cache
def _select_last() -> Select[Any]:
    return select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)


@cache
def _select_visit() -> Select[Any]:
    return select(CHANGES.c.number).where(
        CHANGES.c.record_id == bindparam("the_record"), CHANGES.c.visit == bindparam("the_visit")
    )


@cache
def _update_change() -> Update:
    return update(CHANGES).where(CHANGES.c.number == bindparam("the_number"))


@cache
def _update_body() -> Update:
    return update(CHANGE_BODIES).where(CHANGE_BODIES.c.number == bindparam("the_number"))
