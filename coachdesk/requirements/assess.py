"""The finding of one person on one day. Pure, total, deterministic: the same facts and rules give the same finding."""

from decimal import Decimal

from coachdesk.requirements.asking import TOLD_TO_EVERYONE, asks
from coachdesk.requirements.availability import availability_terms, travel, travel_warnings
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Finding, MayRequire, Standing, Thresholds
from coachdesk.requirements.hours import no_hours, search_hours
from coachdesk.requirements.law import Law, law_on
from coachdesk.requirements.outline import Outline, outline
from coachdesk.requirements.reviews import reviews
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.warnings import warnings


def assess(facts: Facts, rules: Rules) -> Finding:
    """What may be asked of the claimant on the day of the facts, and why.

    For the partner, swap the roles. A day for which no rules are held gives a finding without a group.
    """
    law = law_on(rules, facts.on)
    if law.held("group.everyone") is None:
        return _not_held(facts, law)
    found = outline(facts, law)
    far = travel(facts, found.hours, law)
    return Finding(
        on=facts.on,
        rules=((rules.file, rules.version.isoformat()),),
        group=found.group,
        group_because=law.because(found.topic),
        expected_hours=found.hours,
        search_hours=_search_hours(found, facts, law),
        search=found.standings.search,
        availability=found.standings.availability,
        interviews=found.standings.interviews,
        preparation=found.standings.preparation,
        may_require=found.standings.may_require,
        availability_terms=availability_terms(facts, law),
        travel=far,
        thresholds=found.thresholds,
        easements=found.easements,
        warnings=warnings(found, facts, law) + travel_warnings(far, law),
        ask=asks(facts, found.group, found.hours, law),
        told_to_everyone=TOLD_TO_EVERYONE,
        review=reviews(facts, found.easements, law),
    )


def _search_hours(found: Outline, facts: Facts, law: Law) -> Decimal | None:
    if found.standings.search is not Standing.REQUIRED or found.hours.hours is None:
        return None
    return search_hours(found.hours.hours, facts, law)


def _not_held(facts: Facts, law: Law) -> Finding:
    """What can be said of a day before the rules begin: nothing but that."""
    topic = "warning.not_held"
    first = min((rule.valid_from for rule in law.rules.every if rule.topic == topic), default=facts.on)
    warned = law_on(law.rules, first).warn("not_held", day=facts.on)
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
