"""Temporary circumstances, a carer's benefit that is awaited, and agreed preparation (reg. 99(5)(a), (b))."""

from coachdesk.requirements.facts import Decided, Facts, Known, TemporaryKind
from coachdesk.requirements.finding import Easement
from coachdesk.requirements.household import cares_enough
from coachdesk.requirements.law import Law

PENDING, PREPARING = "carer_pending", "preparation_under_way"

IDS = {
    TemporaryKind.CHILDCARE: "temporary_childcare",
    TemporaryKind.DOMESTIC_EMERGENCY: "domestic_emergency",
    TemporaryKind.FUNERAL: "funeral",
    TemporaryKind.HOMELESS: "homeless",
    TemporaryKind.OTHER: "other_temporary",
}


def temporary(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """Each that stands on the day; a coach decides about every one of them."""
    now = (each for each in facts.claimant.temporary if each.covers(facts.on))
    return tuple(found for each in now for found in law.easement(IDS[each.kind], each.from_, each.until))


def carer_pending(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """Care for 35 hours a week of somebody whose benefit is awaited."""
    hours = law.value("group.carer_35", "hours")
    waits = hours is not None and cares_enough(facts.claimant, int(hours), Known.PENDING)
    return law.easement(PENDING) if waits else ()


def preparation(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """Agreed preparation pauses search only where a coach has decided so; until then its hours are taken off."""
    decided = any(
        each.id == PREPARING and each.decided is Decided.APPLIED for each in facts.claimant.decisions.discretions
    )
    return law.easement(PREPARING) if decided else ()
