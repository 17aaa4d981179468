"""What the coach should know besides: what is due, what is awaited, what is policy and not law."""

from decimal import Decimal

from coachdesk.requirements.easements.abuse import abuse_warnings
from coachdesk.requirements.easements.every import decisions_over
from coachdesk.requirements.easements.health import health_warnings
from coachdesk.requirements.facts import Facts, SelfEmployed
from coachdesk.requirements.finding import Group, Warned
from coachdesk.requirements.groups import confinement_days
from coachdesk.requirements.hours import hours_warnings
from coachdesk.requirements.household import fostering_is_for_a_decision, is_nominated, own_children
from coachdesk.requirements.law import Law
from coachdesk.requirements.outline import Outline
from coachdesk.requirements.reviews import permitted_period_end


def warnings(found: Outline, facts: Facts, law: Law) -> tuple[Warned, ...]:
    """All of them but those about travel, the most pressing first."""
    return (
        *health_warnings(facts, law),
        *abuse_warnings(facts, law),
        *_group_warnings(found, facts, law),
        *(hours_warnings(found.hours, facts, law) if found.group is Group.ALL else ()),
        *(law.warn("discretion_over") if decisions_over(facts, found.easements) else ()),
        *_rule_warnings(found, law),
    )


def _group_warnings(found: Outline, facts: Facts, law: Law) -> tuple[Warned, ...]:
    warned: list[Warned] = []
    if found.group is Group.NONE:
        warned += law.warn("voluntary_only")
    if any(each.id == "earnings_light_touch" and each.in_force for each in found.easements):
        warned += law.warn("light_touch_interviews")
    if own_children(facts) and is_nominated(facts) is None:
        warned += law.warn("nobody_nominated")
    if fostering_is_for_a_decision(facts):
        warned += law.warn("foster_care_needs")
    if _spread_over_two(facts, law):
        warned += law.warn("carer_35_spread")
    if facts.claimant.earnings.self_employed is SelfEmployed.START_UP:
        warned += law.warn("start_up_practice")
    if facts.claimant.earnings.minimum_income_floor_applied:
        warned += law.warn("minimum_income_floor")
    if _confinement_is_long_past(facts, law):
        warned += law.warn("confinement_not_recorded")
    end = permitted_period_end(facts, law)
    if found.group is Group.ALL and end is not None and end < facts.on:
        warned += law.warn("permitted_period_over")
    return tuple(warned)


def _spread_over_two(facts: Facts, law: Law) -> bool:
    """35 hours in all, no one person having 35: reg. 89(1)(b) needs somebody's decision."""
    enough = law.value("group.carer_35", "hours")
    hours = [each.hours for each in facts.claimant.cares_for if each.hours is not None and each.paid_for_it is not True]
    return enough is not None and bool(hours) and max(hours) < enough <= sum(hours, Decimal())


def _confinement_is_long_past(facts: Facts, law: Law) -> bool:
    _first, last = confinement_days(facts.claimant, law)
    return facts.claimant.confined_on is None and last is not None and last < facts.on


def _rule_warnings(found: Outline, law: Law) -> tuple[Warned, ...]:
    """A day for which a figure is not held; a rule that nobody can vouch for."""
    warned: list[Warned] = []
    if found.thresholds.aet_single is None or law.held("wage") is None:
        warned += law.warn("beyond_rules", day=law.day)
    if law.unconfirmed(frozenset(each.rule for each in found.easements)):
        warned += law.warn("unconfirmed")
    return tuple(warned)
