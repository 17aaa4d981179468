"""All easements of a day, with what the coach has decided about those that are left to a decision."""

from dataclasses import replace
from datetime import date

from coachdesk.requirements.easements.abuse import CARER, abuse
from coachdesk.requirements.easements.earnings import light_touch
from coachdesk.requirements.easements.family import bereavements, child_distress
from coachdesk.requirements.easements.health import health
from coachdesk.requirements.easements.statutory import statutory
from coachdesk.requirements.easements.temporary import carer_pending, preparation, temporary
from coachdesk.requirements.facts import Decided, DiscretionDecision, Facts
from coachdesk.requirements.finding import Easement, Group, Thresholds
from coachdesk.requirements.law import Law
from coachdesk.requirements.rule import Discretion


def easements(facts: Facts, group: Group, found: Thresholds, law: Law) -> tuple[Easement, ...]:
    """What applies or is to be decided today; nothing is to be decided where the group asks for no search anyway."""
    every = (
        *abuse(facts, law),
        *statutory(facts, law),
        *bereavements(facts, law),
        *child_distress(facts, law),
        *health(facts, law),
        *temporary(facts, law),
        *carer_pending(facts, law),
        *preparation(facts, law),
        *(light_touch(facts, found, law) if group is Group.ALL else ()),
    )
    weighed = (_weighed(each, facts) for each in every)
    return tuple(each for each in weighed if group is Group.ALL or _says_something(each))


def decision_on(facts: Facts, easement_id: str) -> DiscretionDecision | None:
    """The decision about a discretion that stands on the day: the newest that has begun and not yet run out."""
    standing = [
        each
        for each in facts.claimant.decisions.discretions
        if each.id == easement_id
        and (each.on is None or each.on <= facts.on)
        and (each.until is None or facts.on <= each.until)
    ]
    return max(standing, key=lambda each: each.on or date.min, default=None)


def _says_something(easement: Easement) -> bool:
    """Whether it matters to somebody of whom no search is asked; reg. 98(1A) is for those of s.22."""
    return easement.standing is Discretion.MUST and easement.id != CARER


def _weighed(easement: Easement, facts: Facts) -> Easement:
    """A discretion with its decision; an easement that applies by itself needs none."""
    decision = decision_on(facts, easement.id)
    if easement.standing is Discretion.MUST or decision is None:
        return easement
    applied = decision.decided is Decided.APPLIED
    return replace(easement, decided=applied, review_on=decision.until)
