"""The days that the law sets aside for one circumstance, for whoever may know the days and not the reason."""

from coachdesk.people.person import Circumstance
from coachdesk.requirements.easements.statutory import days_abroad
from coachdesk.requirements.facts import PersonFacts, Span
from coachdesk.requirements.groups import confinement_days
from coachdesk.requirements.law import Law
from coachdesk.requirements.noted import Noted

SETS_ASIDE = frozenset({"pregnancy", "treatment_abroad"})
"""Kinds of circumstance of which only days follow: before and after a birth, and abroad for health reasons."""


def set_aside(circumstance: Circumstance, law: Law) -> Span | None:
    """The days of a circumstance of one of these kinds; None where no day is known, or all are over by the law's day.

    Before and after a birth: reg. 89(1)(c); treatment abroad: reg. 99(3)(c).
    """
    noted = Noted(circumstance, law.day)
    if circumstance.kind == "treatment_abroad":
        days = days_abroad(noted.span, law)
    else:
        person = PersonFacts(
            expected_confinement=noted.day("expected_confinement"), confined_on=noted.day("confined_on")
        )
        first, last = confinement_days(person, law)
        days = Span(from_=first, until=last)
    over = days.until is not None and days.until < law.day
    return days if days.dated and not over else None
