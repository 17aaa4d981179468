"""Whom the easement check passes over: those of whom nothing is recorded, or known, that could leave a decision.

Gathering and assessing everybody would cost a caseload of ten thousand more than all the reading. Tests hold what is
passed over against the finding itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from coachdesk.requirements.facts import Facts
from coachdesk.requirements.gathering import Recorded


def _always(value: object, day: date) -> bool:
    del value, day
    return True


def _is_over(value: object, day: date) -> bool:
    return isinstance(value, str) and value < day.isoformat()


MATTERS: Mapping[str, Callable[[object, date], bool]] = MappingProxyType(
    {
        "children": _always,
        "claimant.responsible_carer": lambda value, _day: value == "shared",
        "claimant.cares_for": lambda value, _day: value != "no",
        "claimant.cares_for.hours": _always,
        "claimant.cares_for.qualifying_benefit": _always,
        "claimant.fit_notes": _always,
        "claimant.fit_notes.evidence_on": _always,
        "claimant.decisions.expected_hours.review_on": _is_over,
    }
)
"""By `fact` key: whether a value can leave a decision on a day; a day is ISO 8601. No other answer can."""


def may_matter(recorded: Recorded, day: date) -> bool:
    """Whether something was recorded that may leave a decision; True where it is uncertain."""
    if recorded.noted or recorded.decisions:
        return True
    for said in recorded.said:
        for feed in said.feeds:
            matters, answer = MATTERS.get(feed.question.fact), said.answers.get(feed.question.id)
            if matters is not None and answer is not None and matters(answer.value, day):
                return True
    return False


def may_leave_more(facts: Facts) -> bool:
    """Whether more may be due than `is_due` looks at: hours again, a word to the benefit team, what stops interviews."""
    person = facts.claimant
    decision = person.decisions.expected_hours
    return (
        (decision is not None and decision.review_on is not None and decision.review_on < facts.on)
        or person.domestic_abuse is not None
        or bool(person.may_be_treated_as_limited)
        or any(note.covers(facts.on) for note in person.fit_notes)
    )
