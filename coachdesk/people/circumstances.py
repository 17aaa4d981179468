"""On which days a circumstance stands. What follows from it is the business of `coachdesk.requirements`."""

from datetime import date

from coachdesk.people.person import Circumstance


def in_force(circumstance: Circumstance, day: date) -> bool:
    """Whether it stands on that day; an end or a start that nobody knows is open."""
    begun = circumstance.starts_on is None or circumstance.starts_on <= day
    return begun and (circumstance.ends_on is None or day <= circumstance.ends_on)
