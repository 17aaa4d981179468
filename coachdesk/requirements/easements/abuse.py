"""Domestic abuse: thirteen weeks of nothing asked, thirteen more without search for a responsible carer (reg. 98)."""

from dataclasses import replace
from datetime import date

from coachdesk.requirements.facts import DomesticAbuse, Facts
from coachdesk.requirements.finding import Easement, Review, Warned
from coachdesk.requirements.household import carer_children
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import DAY, last_of_weeks, months_after

ID, CARER = "domestic_abuse", "domestic_abuse_carer"


def abuse(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """The easement on the day. Only what is known to lie outside reg. 98 lapses; the unknown does not."""
    told = _told(facts)
    if told is None or (rule := law.held(f"easement.{ID}")) is None:
        return ()
    if told.notified_on is None:
        return law.easement(ID)
    if _outside(told, law) or _evidence_is_late(told, law):
        return law.lapsed(ID, told.notified_on)
    last = last_of_weeks(told.notified_on, int(rule.values["weeks"]))
    if facts.on <= last:
        return law.easement(ID, told.notified_on, last, evidence_by=_evidence_by(told, law))
    more = law.value(f"easement.{CARER}", "weeks")
    if more is None or not carer_children(facts):
        return law.lapsed(ID, last + DAY)
    further = last_of_weeks(last + DAY, int(more))
    return law.easement(CARER, last + DAY, further) if facts.on <= further else law.lapsed(ID, further + DAY)


def abuse_reviews(facts: Facts, law: Law) -> tuple[Review, ...]:
    """The day by which evidence is asked for, while none is recorded."""
    told = _told(facts)
    if told is None or told.evidence_seen_on is not None or _outside(told, law):
        return ()
    return law.review("evidence_due", _evidence_by(told, law), sealed=True)


def abuse_warnings(facts: Facts, law: Law) -> tuple[Warned, ...]:
    """Evidence that is awaited, or was not recorded in time."""
    told = _told(facts)
    if told is None or told.notified_on is None or _outside(told, law):
        return ()
    if _evidence_is_late(told, law):
        return _sealed(law.warn("evidence_late"))
    return _sealed(law.warn("evidence_due")) if _seen(told, facts.on) is None else ()


def _sealed(warned: tuple[Warned, ...]) -> tuple[Warned, ...]:
    return tuple(replace(each, sealed=True) for each in warned)


def _told(facts: Facts) -> DomesticAbuse | None:
    told = facts.claimant.domestic_abuse
    if told is None or (told.notified_on is not None and told.notified_on > facts.on):
        return None
    return told


def _outside(told: DomesticAbuse, law: Law) -> bool:
    """Longer ago, at the same address, or used within the twelve months before (reg. 98(1)(a), (c), (4))."""
    again = law.value(f"easement.{ID}", "again_months")
    before, notified = told.previous_easement_ended_on, told.notified_on
    used = (
        again is not None
        and before is not None
        and notified is not None
        and before >= months_after(notified, -int(again))
    )
    return told.within_six_months is False or told.at_same_address is True or used


def _evidence_by(told: DomesticAbuse, law: Law) -> date | None:
    months = law.value(f"easement.{ID}", "evidence_months")
    return months_after(told.notified_on, int(months)) if told.notified_on is not None and months is not None else None


def _evidence_is_late(told: DomesticAbuse, law: Law) -> bool:
    by = _evidence_by(told, law)
    return by is not None and (_seen(told, law.day) or law.day) > by


def _seen(told: DomesticAbuse, day: date) -> date | None:
    """When evidence was seen, unless that lies after the day."""
    seen = told.evidence_seen_on
    return seen if seen is not None and seen <= day else None
