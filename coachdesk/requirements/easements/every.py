"""All easements of a day, with what the coach has decided about those that are left to a decision."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coachdesk.requirements.easements.abuse import CARER, abuse
from coachdesk.requirements.easements.abuse import ID as ABUSE
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


def decision_on(facts: Facts, easement: Easement) -> DiscretionDecision | None:
    """The newest decision about a discretion, where it still stands; an older one does not come back when it has run out.

    A decision not to pause counts only where it was taken about this circumstance, and so not before it began.
    """
    newest = newest_decision(facts, easement.id)
    if newest is None or (newest.until is not None and newest.until < facts.on):
        return None
    early = newest.on is not None and easement.from_ is not None and newest.on < easement.from_
    return None if early and newest.decided is Decided.NOT_APPLIED else newest


def newest_decision(facts: Facts, easement_id: str) -> DiscretionDecision | None:
    """The last decision about it that was taken by the day, whether or not it has run out."""
    taken = [
        each
        for each in facts.claimant.decisions.discretions
        if each.id == easement_id and (each.on is None or each.on <= facts.on)
    ]
    return max(taken, key=lambda each: each.on or date.min, default=None)


def decisions_over(facts: Facts, found: Iterable[Easement]) -> bool:
    """Whether a decision has reached its review date while what it was about goes on."""
    due = (newest_decision(facts, each.id) for each in found if each.due)
    return any(each is not None and each.until is not None and each.until < facts.on for each in due)


def _says_something(easement: Easement) -> bool:
    """Whether it matters to somebody of whom no search is asked: reg. 98(1A) does not, abuse outside reg. 98 does."""
    return easement.id == ABUSE or (easement.standing is Discretion.MUST and easement.id != CARER)


def _weighed(easement: Easement, facts: Facts) -> Easement:
    """A discretion with its decision; an easement that applies by itself needs none."""
    decision = decision_on(facts, easement)
    if easement.standing is Discretion.MUST or decision is None:
        return easement
    applied = decision.decided is Decided.APPLIED
    return replace(easement, decided=applied, review_on=decision.until)
