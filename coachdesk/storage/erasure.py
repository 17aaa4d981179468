"""What is kept of a person, and who was erased."""

import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select

from coachdesk.diary.appointment import BusyTime
from coachdesk.handover.records import Colleague
from coachdesk.people.person import Person
from coachdesk.records import Record
from coachdesk.storage.reading import find
from coachdesk.storage.tables import COMMITMENTS, ERASED, INTERVIEWS, kinds, table_of

_NOBODYS = frozenset({Person, BusyTime, Colleague})
"""Kinds that are not kept of a person: the person, what another calendar has taken, a coach."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Erased:
    """Somebody who was erased, or a record whose time was over: the salted hash of the id; one salt serves a vault."""

    salt: str
    hash: str


def records_of(connection: Connection, person_id: str) -> Iterator[Record]:
    """Everything that is kept of a person beside the person, children before their parents."""
    for kind in reversed(kinds()):
        if kind not in _NOBODYS:
            yield from find(connection, kind, _of_person(kind, person_id))


def remember_erased(connection: Connection, *ids: str) -> None:
    """Remember that these ids are not to come back from a backup: salted and hashed, so that nothing says whose they were."""
    salt = connection.execute(select(ERASED.c.salt).limit(1)).scalar() or secrets.token_hex(16)
    adopt_erased(connection, (Erased(salt=salt, hash=_hash(salt, each)) for each in ids))


def erased(connection: Connection) -> tuple[Erased, ...]:
    """Everybody and everything erased in this vault, or in one that was restored before it."""
    columns = ERASED.c
    rows = connection.execute(select(columns.salt, columns.hash).order_by(columns.hash))
    return tuple(Erased(salt=row.salt, hash=row.hash) for row in rows)


def adopt_erased(connection: Connection, those: Iterable[Erased]) -> None:
    """Remember here as well who and what was erased elsewhere."""
    rows = [{"salt": each.salt, "hash": each.hash} for each in those]
    if rows:
        connection.execute(insert(ERASED).prefix_with("OR IGNORE"), rows)


def among(those: Collection[Erased], ids: Iterable[str]) -> Iterator[str]:
    """Which of these ids are among the erased ones."""
    by_salt = dict[str, set[str]]()
    for each in those:
        by_salt.setdefault(each.salt, set()).add(each.hash)
    for person_id in ids:
        if any(_hash(salt, person_id) in hashes for salt, hashes in by_salt.items()):
            yield person_id


def remembered(connection: Connection, ids: Collection[str]) -> frozenset[str]:
    """Which of these ids are remembered here as erased; only their own rows are read."""
    found = set[str]()
    for salt in connection.scalars(select(ERASED.c.salt).distinct()).all() if ids else ():
        by_hash = {_hash(salt, each): each for each in ids}
        hashes = tuple(by_hash)
        for start in range(0, len(hashes), _AT_ONCE):
            some = ERASED.c.hash.in_(hashes[start : start + _AT_ONCE])
            found |= {by_hash[each] for each in connection.scalars(select(ERASED.c.hash).where(some))}
    return frozenset(found)


def _hash(salt: str, person_id: str) -> str:
    return hashlib.sha256((salt + person_id).encode()).hexdigest()


def _of_person(kind: type[Record], person_id: str) -> ColumnElement[bool]:
    columns = table_of(kind).c
    if "person_id" in columns:
        return columns.person_id == person_id
    if "commitment_id" in columns:
        return columns.commitment_id.in_(select(COMMITMENTS.c.id).where(COMMITMENTS.c.person_id == person_id))
    return columns.interview_id.in_(select(INTERVIEWS.c.id).where(INTERVIEWS.c.person_id == person_id))
