"""What a record said before: from the bodies of its changes, as far as they were not erased."""

import json
from typing import TypeVar, cast

from sqlalchemy import Connection, select

from coachdesk.records import Record
from coachdesk.storage.mapper import codec_of
from coachdesk.storage.tables import CHANGE_BODIES, CHANGES, table_of

R = TypeVar("R", bound=Record)


def earlier(connection: Connection, kind: type[R], record_id: str) -> tuple[R, ...]:
    """Every version of a record that another took the place of, newest first. For kinds that hold no bytes."""
    statement = (
        select(CHANGE_BODIES.c.before)
        .join_from(CHANGES, CHANGE_BODIES, CHANGE_BODIES.c.number == CHANGES.c.number)
        .where(CHANGES.c.record_id == record_id, CHANGES.c.kept_in == table_of(kind).name)
        .where(CHANGE_BODIES.c.before.is_not(None))
        .order_by(CHANGES.c.number.desc())
    )
    whole: type = kind
    load = codec_of(whole).load
    return tuple(cast(R, load(json.loads(body))) for body in connection.execute(statement).scalars())
