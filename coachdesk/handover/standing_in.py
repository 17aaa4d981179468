"""What goes in the place of a circumstance whose reason stays: a pause, and its first or its last day.

Never both days: how long a pause is tells what it is for. Every such pause looks the same, whatever it stands for.
"""

from datetime import date
from typing import Any

from coachdesk.handover.bodies import Body
from coachdesk.people.person import Circumstance
from coachdesk.requirements.facts import Span
from coachdesk.requirements.law import Law
from coachdesk.requirements.set_aside import SETS_ASIDE, set_aside

NEUTRAL = "restricted_pause"
"""The kind of circumstance that stands for one whose reason does not travel: a pause whose reason is not held."""


def circumstance_of(body: Body) -> Circumstance:
    """The circumstance of a row, without its stamps."""
    return Circumstance(
        id=body["id"],
        person_id=body["person_id"],
        kind=body["kind"],
        starts_on=_day(body["starts_on"]),
        ends_on=_day(body["ends_on"]),
        detail=body["detail"],
        question_id=body["question_id"],
    )


def standing_in(body: Body, law: Law) -> dict[str, Any] | None:
    """The row that goes instead of a circumstance; None where nothing is asked less of the person because of it."""
    circumstance = circumstance_of(body)
    if circumstance.kind in SETS_ASIDE:
        days = set_aside(circumstance, law)
    else:
        days = Span(from_=circumstance.starts_on, until=circumstance.ends_on)
    if days is None:
        return None
    to_come = days.from_ is not None and days.from_ > law.day
    return {
        **body,
        "kind": NEUTRAL,
        "starts_on": days.from_.isoformat() if to_come and days.from_ is not None else None,
        "ends_on": days.until.isoformat() if not to_come and days.until is not None else None,
        "sensitive": 1,
        "detail": {},
        "interview_id": "",
        "question_id": "",
    }


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
