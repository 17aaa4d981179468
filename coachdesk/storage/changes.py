"""`changes`: one row a record written, and apart from it an erasable body of what it said before and after.

A change keeps a salted hash of the record. The salt lies with the body and is erased with it: what stays cannot be
guessed back, and nothing that refers to it breaks.
"""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from coachdesk.commitments.acceptance import Withdrawal
from coachdesk.commitments.commitment import Commitment, CommitmentFile
from coachdesk.commitments.pasted import Pasted
from coachdesk.commitments.signature import Signature
from coachdesk.handover.records import PackedPerson
from coachdesk.interviews.interview import StoredAnswer
from coachdesk.people.joining import Joining
from coachdesk.people.person import Person
from coachdesk.records import Record
from coachdesk.slips.slip import Slip
from coachdesk.storage.mapper import canonical, plain
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.tables import CHANGE_BODIES, CHANGES, COMMITMENTS, INTERVIEWS, table_of

BODILESS: frozenset[type[Record]] = frozenset(
    {Commitment, CommitmentFile, Joining, PackedPerson, Pasted, Signature, Slip, Withdrawal}
)
"""Kinds of what was issued, signed or sent: a body would double the file, and outlive what was taken back."""

_AT_ONCE = 500


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


def content_hash(salt: str, body: str) -> str:
    """SHA-256 of the salt and a record's canonical JSON, in hexadecimal."""
    return hashlib.sha256((salt + body).encode()).hexdigest()


def append(connection: Connection, change: Change, *, author: str, at: datetime, visit: str | None = None) -> str:
    """Append a change with its bodies; its hash."""
    record, salt = change.record, secrets.token_hex(16)
    text = canonical(plain(record))
    bodies = _bodies(change, text)
    row = {
        "at": at,
        "author": author,
        "code": change.code,
        "kept_in": table_of(type(record)).name,
        "record_id": record.id,
        "person_id": _person_of(connection, record),
        "version": 0 if change.after is None else change.after.version,
        "hash": (made := content_hash(salt, text)),
        "visit": visit,
    }
    number = _insert_change().value(connection, row)
    _insert_body().run(connection, {"number": number, "salt": salt} | bodies)
    return made


def visited(connection: Connection, record_id: str, visit: str) -> int | None:
    """The number of the change of this record during this visit, or None."""
    number: int | None = _select_visit().value(connection, {"the_record": record_id, "the_visit": visit})
    return number


def renew(connection: Connection, number: int, record: Record, *, at: datetime) -> str:
    """Put the record's newest state in the place of what the same visit wrote earlier; its hash."""
    body, salt = canonical(plain(record)), secrets.token_hex(16)
    made = content_hash(salt, body)
    _update_change().run(connection, {"the_number": number, "at": at, "version": record.version, "hash": made})
    _update_body().run(connection, {"the_number": number, "salt": salt, "after": body})
    return made


def erase_bodies(connection: Connection, person_id: str, days: Collection[str] | None = None) -> None:
    """Erase what every change of a person's records said, or those of some days (ISO, UTC); the hashes stay."""
    of_person = select(CHANGES.c.number).where(CHANGES.c.person_id == person_id)
    if days is not None:
        of_person = of_person.where(func.substr(CHANGES.c.at, 1, 10, type_=CHANGES.c.person_id.type).in_(days))
    connection.execute(delete(CHANGE_BODIES).where(CHANGE_BODIES.c.number.in_(of_person)))


def erase_bodies_of(connection: Connection, record_ids: Sequence[str]) -> None:
    """Erase what every change of these records said; the hashes stay."""
    for start in range(0, len(record_ids), _AT_ONCE):
        of_them = select(CHANGES.c.number).where(CHANGES.c.record_id.in_(record_ids[start : start + _AT_ONCE]))
        connection.execute(delete(CHANGE_BODIES).where(CHANGE_BODIES.c.number.in_(of_them)))


def _bodies(change: Change, text: str) -> dict[str, str | None]:
    """What the record said before and after; `text` is the canonical JSON of the change's record."""
    if type(change.record) in BODILESS:
        return {"before": None, "after": None}
    if change.after is None:
        return {"before": text, "after": None}
    return {"before": None if change.before is None else canonical(plain(change.before)), "after": text}


def _person_of(connection: Connection, record: Record) -> str:
    """Whose record it is: the id of a person."""
    if isinstance(record, Person):
        return record.id
    if isinstance(record, StoredAnswer):
        return _parent(connection, INTERVIEWS, record.interview_id)
    if isinstance(record, CommitmentFile):
        return _parent(connection, COMMITMENTS, record.commitment_id)
    return str(getattr(record, "person_id", ""))


def _parent(connection: Connection, table: Table, record_id: str) -> str:
    return str(_person_in(table).value(connection, {"the_id": record_id}) or "")


@cache
def _person_in(table: Table) -> Prepared:
    return Prepared(select(table.c.person_id).where(table.c.id == bindparam("the_id")))


@cache
def _insert_change() -> Prepared:
    given = [column.name for column in CHANGES.c if column.name != "number"]
    return Prepared(insert(CHANGES).returning(CHANGES.c.number), given)


@cache
def _insert_body() -> Prepared:
    return Prepared(insert(CHANGE_BODIES))


@cache
def _select_visit() -> Prepared:
    columns = CHANGES.c
    return Prepared(
        select(columns.number).where(
            columns.record_id == bindparam("the_record"), columns.visit == bindparam("the_visit")
        )
    )


@cache
def _update_change() -> Prepared:
    return Prepared(update(CHANGES).where(CHANGES.c.number == bindparam("the_number")), ["at", "version", "hash"])


@cache
def _update_body() -> Prepared:
    return Prepared(update(CHANGE_BODIES).where(CHANGE_BODIES.c.number == bindparam("the_number")), ["salt", "after"])
