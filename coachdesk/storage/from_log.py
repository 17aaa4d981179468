"""A record whose row is lost, out of the log of changes: what it last said, proved by the hash of the change."""

import json

from sqlalchemy import Connection, func, insert, select

from coachdesk.storage.changes import content_hash
from coachdesk.storage.mapper import hints_of
from coachdesk.storage.tables import CHANGE_BODIES, CHANGES, METADATA, kinds, table_of
from coachdesk.storage.travelling import record_from

KINDS = {table_of(kind).name: kind for kind in kinds()}
"""The kinds of record by their table."""


def from_log(connection: Connection, table: str, record_id: str) -> bool:
    """Store a record as its last change says it; whether that change is there, whole and no deletion.

    The caller knows that no later change of the record is missing.
    """
    newest = (
        select(CHANGES.c.version, CHANGES.c.hash, CHANGE_BODIES.c.salt, CHANGE_BODIES.c.after)
        .join_from(CHANGES, CHANGE_BODIES, CHANGES.c.number == CHANGE_BODIES.c.number, isouter=True)
        .where(CHANGES.c.record_id == record_id, CHANGES.c.kept_in == table)
        .order_by(CHANGES.c.number.desc())
        .limit(1)
    )
    row = connection.execute(newest).one_or_none()
    if row is None or not row.version or row.after is None or content_hash(row.salt, row.after) != row.hash:
        return False
    kind = KINDS[table]
    try:
        record = record_from(kind, json.loads(row.after))
    except ValueError:
        return False
    if record.id != record_id or record.version != row.version:
        return False
    connection.execute(insert(table_of(kind)), {name: getattr(record, name) for name in hints_of(kind)})
    return True


def missing(connection: Connection, table: str) -> frozenset[str]:
    """The ids of records that are not in their table although the last change that is there does not delete them."""
    newest = (
        select(CHANGES.c.record_id, func.max(CHANGES.c.number).label("number"))
        .where(CHANGES.c.kept_in == table)
        .group_by(CHANGES.c.record_id)
        .subquery()
    )
    there = select(METADATA.tables[table].c.id)
    live = select(CHANGES.c.record_id).join(newest, CHANGES.c.number == newest.c.number)
    return frozenset(connection.scalars(live.where(CHANGES.c.version > 0, CHANGES.c.record_id.not_in(there))))


def person_of(connection: Connection, record_id: str) -> str:
    """Whose record it is or was, by the log; empty where that is not known."""
    found = select(CHANGES.c.person_id).where(CHANGES.c.record_id == record_id).limit(1)
    return str(connection.execute(found).scalar() or "")
