"""Whether a row takes people on a day. What is not known is never offered as open."""

from datetime import date, timedelta
from typing import Final

from coachdesk.provision.provision import Provision, State, Status

CHECK_AGAIN: Final = timedelta(days=365)
"""Nobody has looked at a row for longer than this: it is to be checked before anybody is referred."""


def state_on(row: Provision, day: date) -> State:
    """Where a row stands on a day."""
    if row.status is Status.CLOSED or (row.open_to is not None and day > row.open_to):
        return State.CLOSED
    if row.status is Status.CHECK:
        return State.CHECK
    if row.open_from is not None and day < row.open_from:
        return State.SOON
    return State.UNCONFIRMED if row.unconfirmed or day - row.last_checked > CHECK_AGAIN else State.OPEN


def is_open(state: State) -> bool:
    """Whether it counts as open; what is unconfirmed does, and says so."""
    return state in {State.OPEN, State.UNCONFIRMED}
