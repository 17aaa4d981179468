"""What two files of one vault do not share, by the logs of their changes: counts alone, no names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from coachdesk.storage.tables import CHANGES

_AT_ONCE = 2000

_Record = tuple[str, str]
"""The table that a record is kept in, and its id."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many records of one kind were added, changed or deleted; each counts once, as what became of it."""

    added: int = 0
    changed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the one file has, and what only the other has, by the table that it is kept in."""

    only_here: dict[str, Counted]
    only_there: dict[str, Counted]


def difference(here: Connection, there: Connection) -> Difference:
    """Compare the logs of two files. It reads both from end to end: a task for a worker."""
    mine, theirs = dict[_Record, int](), dict[_Record, int]()
    left, right = _changes(here), _changes(there)
    a, b = next(left, None), next(right, None)
    while a is not None or b is not None:
        both = a is not None and b is not None and a.number == b.number
        if both and a is not None and b is not None and a.hash == b.hash:
            a, b = next(left, None), next(right, None)
        elif b is None or (a is not None and a.number <= b.number):
            assert a is not None, "one of the two is there"
            mine[a.kept_in, a.record_id] = a.version
            a = next(left, None)
        else:
            theirs[b.kept_in, b.record_id] = b.version
            b = next(right, None)
    return Difference(_counted(mine, there), _counted(theirs, here))


def _changes(connection: Connection) -> Iterator[Row[Any, Any, Any, Any, Any]]:
    columns = CHANGES.c
    chosen = select(columns.number, columns.hash, columns.kept_in, columns.record_id, columns.version)
    yield from connection.execute(chosen.order_by(columns.number)).yield_per(_AT_ONCE)


def _counted(versions: dict[_Record, int], other: Connection) -> dict[str, Counted]:
    """By table, from the last version of each record (0: deleted); what the other log never heard of was added."""
    found: dict[str, Counted] = {}
    for (kept_in, record_id), version in versions.items():
        known = other.execute(select(CHANGES.c.number).where(CHANGES.c.record_id == record_id).limit(1)).scalar()
        if known is None and not version:
            continue  # it came and went
        kind = "added" if known is None else "changed" if version else "deleted"
        so_far = found.get(kept_in, Counted())
        found[kept_in] = replace(so_far, **{kind: getattr(so_far, kind) + 1})
    return found
