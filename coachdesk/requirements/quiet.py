"""Whether facts can leave a decision at all: the easement check assesses only those of whom they can.

Assessing everybody would cost a caseload of ten thousand more than all the reading. Whoever is passed over here has
nothing that a coach decides about; a test holds this against the finding itself.
"""

from coachdesk.requirements.facts import Capability, Facts, PersonFacts

_IN_QUESTION = {Capability.AWAITING_ASSESSMENT, Capability.LIMITED, Capability.LIMITED_AND_ACTIVITY}


def may_leave_a_decision(facts: Facts) -> bool:
    """Whether a decision or a review may be due; True where it is uncertain."""
    person = facts.claimant
    return _something_happened(person) or _health(facts) or _hours(facts)


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
