"""Whom the easement check passes over: those of whom nothing is recorded, or known, that could leave a decision.

Gathering and assessing everybody would cost a caseload of ten thousand more than all the reading. Tests hold what is
passed over against the finding itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from coachdesk.interviews import number
from coachdesk.requirements.facts import Capability, Facts, PersonFacts
from coachdesk.requirements.gathering import Recorded

_IN_QUESTION = {Capability.AWAITING_ASSESSMENT, Capability.LIMITED, Capability.LIMITED_AND_ACTIVITY}


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
        "claimant.earnings.employed_monthly": _always,
        "claimant.fit_notes": _always,
        "claimant.fit_notes.evidence_on": _always,
        "claimant.decisions.expected_hours.review_on": _is_over,
    }
)
"""By `fact` key: whether a value can leave a decision on a day; a day is ISO 8601. No other answer can."""


NEVER_DUE = frozenset(
    {
        "claimant.claim_started",
        "claimant.contract_notice_days",
        "claimant.decisions.expected_hours.reason",
        "claimant.decisions.limits",
        "claimant.decisions.limits.travel",
    }
)
"""`fact` keys that no decision hangs on: they need not even be read."""


HOURS = "claimant.decisions.expected_hours.hours"

OF_HOURS = frozenset({"children", "claimant.responsible_carer"})
"""`fact` keys that leave nothing but the decision about hours: once it is taken, they do not matter."""


def may_matter(recorded: Recorded, day: date) -> bool:
    """Whether something was recorded that may leave a decision; True where it is uncertain."""
    if recorded.noted or recorded.decisions:
        return True
    about_hours = decided = False
    for said in (each for each in recorded.said if each.on <= day):
        for feed in said.feeds:
            answer = said.answers.get(feed.question.id)
            if answer is None:
                continue
            fact = feed.question.fact
            if fact == HOURS and not feed.conditions:
                decided = decided or number(answer.value) is not None
            elif fact in MATTERS and MATTERS[fact](answer.value, day):
                if fact not in OF_HOURS:
                    return True
                about_hours = True
    return about_hours and not decided


def may_leave_a_decision(facts: Facts) -> bool:
    """Whether a decision or a review may be due; True where it is uncertain."""
    person = facts.claimant
    return (
        bool(person.decisions.discretions)
        or _something_happened(person)
        or _earns(person)
        or (facts.partner is not None and _earns(facts.partner))
        or _health(facts)
        or _hours(facts)
    )


def _earns(person: PersonFacts) -> bool:
    """Earnings leave a decision where no threshold is held for the day."""
    return bool(person.earnings.employed_monthly or person.earnings.self_employed_monthly)


def _something_happened(person: PersonFacts) -> bool:
    """What reg. 98 and 99 speak of, or have an end that leaves a decision."""
    return bool(
        person.domestic_abuse
        or person.bereavements
        or person.child_distress
        or person.structured_recovery
        or person.court
        or person.restricted_pause
        or person.public_duty
        or person.treatment_abroad
        or person.temporary
        or person.custody
    )


def _health(facts: Facts) -> bool:
    person = facts.claimant
    if person.may_be_treated_as_limited or person.capability in _IN_QUESTION:
        return True
    return any(not note.dated or note.covers(facts.on) for note in person.fit_notes)


def _hours(facts: Facts) -> bool:
    """Something that fewer hours may follow from while nobody has decided them, or a decision to be looked at again."""
    person = facts.claimant
    decision = person.decisions.expected_hours
    if decision is not None and decision.hours is not None:
        if decision.on is not None and decision.on > facts.on:
            return True
        if decision.review_on is not None and decision.review_on < facts.on:
            return True
    elif facts.children or person.relevant_carer:
        return True
    return bool(person.cares_for)


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
