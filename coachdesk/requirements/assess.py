"""The finding of one person on one day. Pure, total, deterministic: the same facts and rules give the same finding."""

from decimal import Decimal

from coachdesk.requirements.asking import TOLD_TO_EVERYONE, asks
from coachdesk.requirements.availability import availability_terms, travel, travel_warnings
from coachdesk.requirements.easements import easements
from coachdesk.requirements.easements.abuse import abuse_warnings
from coachdesk.requirements.easements.health import health_warnings
from coachdesk.requirements.facts import Facts, SelfEmployed
from coachdesk.requirements.finding import (
    Easement,
    Finding,
    Group,
    Hours,
    MayRequire,
    Standing,
    Thresholds,
    Warned,
)
from coachdesk.requirements.groups import confinement_days, group_apart_from_earnings
from coachdesk.requirements.hours import expected_hours, hours_warnings, no_hours, search_hours
from coachdesk.requirements.household import (
    at_home,
    fostered,
    is_foster,
    is_nominated,
    own_children,
)
from coachdesk.requirements.law import Law
from coachdesk.requirements.reviews import permitted_period_end, reviews
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.standings import Standings, standings
from coachdesk.requirements.thresholds import thresholds


def assess(facts: Facts, rules: Rules) -> Finding:
    """What may be asked of the claimant on the day of the facts, and why.

    For the partner, swap the roles. A day for which no rules are held gives a finding without a group.
    """
    law = Law(rules, facts.on)
    if law.held("group.everyone") is None:
        return _not_held(facts, law)
    apart, topic = group_apart_from_earnings(facts, law)
    hours = expected_hours(facts, law) if apart is Group.ALL else no_hours(law)
    found = thresholds(facts, law)
    group, topic = _with_earnings(apart, topic, found, facts)
    eased = easements(facts, group, found, law)
    stands = standings(group, eased)
    far = travel(facts, hours, law)
    return Finding(
        on=facts.on,
        rules=((rules.file, rules.version.isoformat()),),
        group=group,
        group_because=law.because(topic),
        expected_hours=hours,
        search_hours=_search_hours(stands, hours, facts, law),
        search=stands.search,
        availability=stands.availability,
        interviews=stands.interviews,
        preparation=stands.preparation,
        may_require=stands.may_require,
        availability_terms=availability_terms(facts, law),
        travel=far,
        thresholds=found,
        easements=eased,
        warnings=(
            *health_warnings(facts, law),
            *abuse_warnings(facts, law),
            *_group_warnings(group, eased, facts, law),
            *(hours_warnings(hours, facts, law) if group is Group.ALL else ()),
            *travel_warnings(far, law),
            *_rule_warnings(found, eased, law),
        ),
        ask=asks(facts, group, hours, law),
        told_to_everyone=TOLD_TO_EVERYONE,
        review=reviews(facts, eased, law),
    )


def _with_earnings(apart: Group, topic: str, found: Thresholds, facts: Facts) -> tuple[Group, str]:
    """Reg. 90 and reg. 62: earnings put whoever would be asked for something into s.19."""
    if apart is Group.NONE:
        return apart, topic
    if facts.claimant.earnings.minimum_income_floor_applied:
        return Group.NONE, "group.minimum_income_floor"
    if "cet" in found.met:
        return Group.NONE, "group.apprentice" if facts.claimant.earnings.apprentice else "group.cet"
    if "cet_couple" in found.met:
        return Group.NONE, "group.cet_couple"
    return apart, topic


def _search_hours(stands: Standings, hours: Hours, facts: Facts, law: Law) -> Decimal | None:
    if stands.search is not Standing.REQUIRED or hours.hours is None:
        return None
    return search_hours(hours.hours, facts, law)


def _group_warnings(group: Group, eased: tuple[Easement, ...], facts: Facts, law: Law) -> tuple[Warned, ...]:
    found: list[Warned] = []
    if group is Group.NONE:
        found += law.warn("voluntary_only")
    if any(each.id == "earnings_light_touch" for each in eased):
        found += law.warn("light_touch_interviews")
    if own_children(facts) and is_nominated(facts) is None:
        found += law.warn("nobody_nominated")
    if any(is_foster(facts, each) for each in at_home(facts)) and not fostered(facts):
        found += law.warn("foster_care_needs")
    if _spread_over_two(facts, law):
        found += law.warn("carer_35_spread")
    if facts.claimant.earnings.self_employed is SelfEmployed.START_UP:
        found += law.warn("start_up_practice")
    if facts.claimant.earnings.minimum_income_floor_applied:
        found += law.warn("minimum_income_floor")
    if _confinement_is_long_past(facts, law):
        found += law.warn("confinement_not_recorded")
    end = permitted_period_end(facts, law)
    if group is Group.ALL and end is not None and end < facts.on:
        found += law.warn("permitted_period_over")
    return tuple(found)


def _spread_over_two(facts: Facts, law: Law) -> bool:
    """35 hours in all, no one person having 35: reg. 89(1)(b) needs somebody's decision."""
    enough = law.value("group.carer_35", "hours")
    hours = [each.hours for each in facts.claimant.cares_for if each.hours is not None and each.paid_for_it is not True]
    return enough is not None and bool(hours) and max(hours) < enough <= sum(hours, Decimal())


def _confinement_is_long_past(facts: Facts, law: Law) -> bool:
    _first, last = confinement_days(facts.claimant, law)
    return facts.claimant.confined_on is None and last is not None and last < facts.on


def _rule_warnings(found: Thresholds, eased: tuple[Easement, ...], law: Law) -> tuple[Warned, ...]:
    """A day for which a figure is not held; a rule that nobody can vouch for."""
    warned: list[Warned] = []
    if found.aet_single is None or law.held("wage") is None:
        warned += law.warn("beyond_rules", day=law.day.isoformat())
    if law.unconfirmed(frozenset(each.rule for each in eased)):
        warned += law.warn("unconfirmed")
    return tuple(warned)


def _not_held(facts: Facts, law: Law) -> Finding:
    """What can be said of a day before the rules begin: nothing but that."""
    first = min(rule.valid_from for rule in law.rules.every if rule.topic == "warning.not_held")
    warned = Law(law.rules, first).warn("not_held", day=facts.on.isoformat())
    return Finding(
        on=facts.on,
        rules=((law.rules.file, law.rules.version.isoformat()),),
        group=None,
        group_because=(),
        expected_hours=no_hours(law),
        search_hours=None,
        search=None,
        availability=None,
        interviews=None,
        preparation=None,
        may_require=MayRequire(interview=False, preparation=False, search=False, availability=False),
        availability_terms=availability_terms(facts, law),
        travel=travel(facts, no_hours(law), law),
        thresholds=Thresholds(aet_single=None, aet_couple=None, cet=None, cet_couple=None),
        warnings=warned,
        told_to_everyone=TOLD_TO_EVERYONE,
    )
