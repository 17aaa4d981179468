"""The bones of a finding: group, hours, thresholds, easements, and how the requirements stand. Enough to see what is due."""

from dataclasses import dataclass, replace

from coachdesk.requirements.easements import easements
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Easement, Group, Hours, Thresholds
from coachdesk.requirements.groups import Place, place_apart_from_earnings
from coachdesk.requirements.hours import expected_hours, is_undecided
from coachdesk.requirements.law import Law, law_on
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.standings import Standings, standings
from coachdesk.requirements.thresholds import thresholds

NO_THRESHOLDS = Thresholds(aet_single=0, aet_couple=0, cet=None, cet_couple=None)
"""Of somebody who earns nothing that we know of: none is met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the rest of a finding is written from."""

    group: Group
    topic: str
    hours: Hours
    thresholds: Thresholds
    easements: tuple[Easement, ...]
    standings: Standings


def outline(facts: Facts, law: Law) -> Outline:
    """The bones for a day on which rules are held."""
    apart = place_apart_from_earnings(facts, law)
    hours = expected_hours(facts, law)
    found = thresholds(facts, apart.group, hours.hours, law)
    place = _with_earnings(apart, found, facts)
    if place.group is not Group.ALL:
        hours = replace(hours, decide=False)  # no search is asked, so nobody needs to decide
    eased = easements(facts, place.group, found, law)
    return Outline(
        group=place.group,
        topic=place.topic,
        hours=hours,
        thresholds=found,
        easements=eased,
        standings=standings(place.group, eased),
    )


def is_due(facts: Facts, rules: Rules) -> bool:
    """Whether a coach has a decision to take: about a discretion, or about expected hours.

    The same answer as the outline gives, with less looked at: whole caseloads are asked.
    """
    law = law_on(rules, facts.on)
    if law.held("group.everyone") is None or place_apart_from_earnings(facts, law).group is not Group.ALL:
        return False
    if _anybody_earns(facts):
        found = outline(facts, law)
        return found.group is Group.ALL and _leaves_a_decision(found.easements, decide=found.hours.decide)
    eased = easements(facts, Group.ALL, NO_THRESHOLDS, law)
    return _leaves_a_decision(eased, decide=is_undecided(facts, law))


def _leaves_a_decision(eased: tuple[Easement, ...], *, decide: bool) -> bool:
    """About one of the easements, or about hours: those can wait while no search is asked for."""
    return any(each.due for each in eased) or (decide and not any(each.in_force for each in eased))


def _anybody_earns(facts: Facts) -> bool:
    people = (facts.claimant,) if facts.partner is None else (facts.claimant, facts.partner)
    return any(
        each.earnings.employed_monthly
        or each.earnings.self_employed_monthly
        or each.earnings.minimum_income_floor_applied
        for each in people
    )


def _with_earnings(apart: Place, found: Thresholds, facts: Facts) -> Place:
    """Reg. 90 and reg. 62: earnings put whoever would be asked for something into s.19."""
    if apart.group is Group.NONE:
        return apart
    if facts.claimant.earnings.minimum_income_floor_applied:
        return Place(Group.NONE, "group.minimum_income_floor")
    if "cet" in found.met:
        return Place(Group.NONE, "group.apprentice" if facts.claimant.earnings.apprentice else "group.cet")
    if "cet_couple" in found.met:
        return Place(Group.NONE, "group.cet_couple")
    return apart
