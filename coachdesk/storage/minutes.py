"""The minutes of days: totals without a person, a record or a line in any log."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from coachdesk.minutes import Kind, Total, Totals
from coachdesk.storage.tables import MINUTES


def add_minutes(connection: Connection, on: date, kind: Kind, total: Total) -> None:
    """Add to what a day has of a kind."""
    row = insert(MINUTES).values(on=on, kind=kind.value, seconds=total.seconds, times=total.times)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[MINUTES.c.on, MINUTES.c.kind],
            set_={
                "seconds": MINUTES.c.seconds + row.excluded.seconds,
                "times": MINUTES.c.times + row.excluded.times,
            },
        )
    )


def minutes_since(connection: Connection, first: date) -> Mapping[date, Totals]:
    """The totals of every day from the first on."""
    found = dict[date, dict[Kind, Total]]()
    for row in connection.execute(select(MINUTES).where(MINUTES.c.on >= first)):
        found.setdefault(row.on, {})[Kind(row.kind)] = Total(row.seconds, row.times)
    return found


def forget_minutes(connection: Connection, before: date) -> None:
    """Days before that one are not kept."""
    connection.execute(delete(MINUTES).where(MINUTES.c.on < before))
