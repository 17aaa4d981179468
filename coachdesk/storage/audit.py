"""`audit`: one line a service call, the reading of a person included; each line holds the hash of the line before.

It holds ids, codes and hashes, never words. Editing, removing or reordering lines is found by `verify_audit`; a chain that
was cut off at its end or rebuilt as a whole is found only against a hash that was kept elsewhere.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from coachdesk.storage.mapper import canonical
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.tables import AUDIT

LINES_LOST = "audit.lines-lost"
"""Code of a line that names a gap before it: its record is the first and the last number, as "12-15"."""


class Via(StrEnum):
    """Where from in the program something was done."""

    WINDOW = "window"
    COMMAND_LINE = "command-line"
    HANDOVER = "handover"


def append_audit(
    connection: Connection,
    *,
    code: str,
    subject: str,
    record: str,
    via: Via,
    written: Sequence[str],
    author: str,
    at: datetime,
) -> None:
    """Append a line; `written` are the hashes of what the same transaction wrote so far."""
    last = next(_newest().rows(connection, {}), None)
    line = {
        "number": last["number"] + 1 if last else 1,
        "at": at,
        "author": author,
        "code": code,
        "subject": subject,
        "record": record,
        "via": via.value,
        "written": _digest(list(written)) if written else "",
        "previous": last["hash"] if last else "",
    }
    _insert().run(connection, line | {"hash": _link(line)})


@cache
def _newest() -> Prepared:
    newest = select(func.max(AUDIT.c.number)).scalar_subquery()
    return Prepared(select(AUDIT.c.number, AUDIT.c.hash).where(AUDIT.c.number == newest))


@cache
def _insert() -> Prepared:
    return Prepared(insert(AUDIT))


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line as it is read: when (UTC), who (coach id), a stable code, the ids it is about, and where it was done."""

    number: int
    at: datetime
    author: str
    code: str
    subject: str
    record: str
    via: Via


def audit_lines(connection: Connection, *, subject: str = "", limit: int = 200) -> tuple[AuditLine, ...]:
    """The newest lines, newest first; those about one person where `subject` is their id."""
    columns = AUDIT.c
    statement = _lines()
    if subject:
        statement = statement.where(columns.subject == subject)
    return tuple(_line(row) for row in connection.execute(statement.order_by(columns.number.desc()).limit(limit)))


def _lines() -> Select[tuple[Any, ...]]:
    return select(*(AUDIT.c[each.name] for each in fields(AuditLine)))


def _line(row: Row[tuple[Any, ...]]) -> AuditLine:
    return AuditLine(row.number, row.at, row.author, row.code, row.subject, row.record, Via(row.via))


def lines_about(
    connection: Connection, subjects: Collection[str], of_everybody: Collection[str] = ()
) -> Iterator[AuditLine]:
    """All lines about these people, oldest first, and those about nobody with one of the codes `of_everybody`."""
    columns = AUDIT.c
    about_all = (columns.subject == "") & columns.code.in_(of_everybody)
    statement = _lines().where(columns.subject.in_(subjects) | about_all).order_by(columns.number)
    for row in connection.execute(statement):
        yield _line(row)


def line_hash(connection: Connection, number: int | None = None) -> tuple[int, str] | None:
    """The number and hash of a line, of the last one where no number is given; None where there is no such line."""
    wanted = select(func.max(AUDIT.c.number)).scalar_subquery() if number is None else number
    row = connection.execute(select(AUDIT.c.number, AUDIT.c.hash).where(AUDIT.c.number == wanted)).one_or_none()
    return None if row is None else (row.number, row.hash)


def verify_audit(connection: Connection) -> int | None:
    """The number of the first line that was changed, removed or put in; None where all is as it was written.

    Lines that damage took, and a later line of the same chain names, are no fault: whoever reads the list sees the gap.
    """
    previous, expected, lost = "", 1, dict(lost_lines(connection))
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.number)).mappings():
        line = dict(row)
        kept = line.pop("hash")
        if expected in lost and lost[expected] + 1 == line["number"]:
            expected, previous = line["number"], line["previous"]
        if line["number"] != expected or line["previous"] != previous or _link(line) != kept:
            return expected
        previous, expected = kept, expected + 1
    return None


def lost_lines(connection: Connection) -> tuple[tuple[int, int], ...]:
    """The gaps that lines of the audit name: the first and the last number that damage took, each."""
    named = connection.scalars(select(AUDIT.c.record).where(AUDIT.c.code == LINES_LOST)).all()
    found = (re.fullmatch(r"([0-9]{1,15})-([0-9]{1,15})", each) for each in named)
    return tuple((int(each[1]), int(each[2])) for each in found if each)


def gaps(connection: Connection) -> tuple[tuple[int, int], ...]:
    """The gaps in the numbers that no line names yet."""
    numbers = connection.scalars(select(AUDIT.c.number).order_by(AUDIT.c.number)).all()
    open_ones = ((one + 1, other - 1) for one, other in pairwise((0, *numbers)) if other > one + 1)
    return tuple(each for each in open_ones if each not in lost_lines(connection))


def _link(line: dict[str, Any]) -> str:
    return _digest(line | {"at": line["at"].isoformat(timespec="microseconds")})


def _digest(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()
