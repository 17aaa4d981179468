"""The days on which to look again (domain.md 3.5): birthdays, ends, the wage in April, what was decided until then."""

from collections.abc import Iterable
from datetime import date, timedelta

from coachdesk.requirements.ages import pension_credit_age_from, school_age_from
from coachdesk.requirements.easements.abuse import abuse_reviews
from coachdesk.requirements.easements.health import health_reviews
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Easement, Review
from coachdesk.requirements.groups import adopted, confinement_days, kinship, last_of_year
from coachdesk.requirements.household import carer_children, fostered, reaches, youngest
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import DAY, last_of_weeks, months_after

SOON = timedelta(days=366)
"""How far ahead a pension age is worth saying."""


def reviews(facts: Facts, easements: Iterable[Easement], law: Law) -> tuple[Review, ...]:
    """All of them from the day on, the earliest first."""
    found = (
        *_children(facts, law),
        *_confinement(facts, law),
        *health_reviews(facts, law),
        *abuse_reviews(facts, law),
        *_ends(easements, law),
        *_decisions(facts, law),
        *_permitted_period(facts, law),
        *_conflicts(facts, law),
        *_april(facts, law),
        *_pension_age(facts, law),
    )
    return tuple(sorted(set(found), key=lambda each: (each.on, each.because)))


def permitted_period_end(facts: Facts, law: Law) -> date | None:
    """The last day on which search may keep to the work somebody did before (reg. 97(4)); None where none runs."""
    period, rule = facts.claimant.permitted_period, law.held("permitted_period")
    start = (period.from_ if period is not None else None) or facts.claimant.claim_started
    if period is None or start is None or rule is None or not period.reasonable_prospects:
        return None
    if "weeks" in rule.values:
        return last_of_weeks(start, int(rule.values["weeks"]))
    return months_after(start, int(rule.values["months"])) - DAY


def _children(facts: Facts, law: Law) -> tuple[Review, ...]:
    found: list[Review] = []
    child = youngest((*carer_children(facts), *fostered(facts)), facts.on)
    if child is not None:
        for years in (1, 2, 3, 13):
            found += law.review(f"child_{years}", reaches(child, years))
        found += law.review("school_age", school_age_from(child, facts.nation, law))
    for each in adopted(facts):
        found += law.review("adoption_year", last_of_year(each, "group.adopter", law))
    for each in kinship(facts):
        found += law.review("kinship_year", last_of_year(each, "group.kinship", law))
    return tuple(found)


def _confinement(facts: Facts, law: Law) -> tuple[Review, ...]:
    first, last = confinement_days(facts.claimant, law)
    if first is not None and facts.on < first:
        return law.review("confinement_starts", first, sealed=True)
    return law.review("confinement_ends", last, sealed=True)


def _ends(easements: Iterable[Easement], law: Law) -> tuple[Review, ...]:
    found: list[Review] = []
    for each in easements:
        if each.in_force:
            found += law.review("easement_ends", each.until, sealed=each.sealed)
        found += law.review("discretion_ends", each.review_on, sealed=each.sealed)
    return tuple(found)


def _decisions(facts: Facts, law: Law) -> tuple[Review, ...]:
    decision = facts.claimant.decisions.expected_hours
    return law.review("hours_decision", decision.review_on) if decision is not None else ()


def _permitted_period(facts: Facts, law: Law) -> tuple[Review, ...]:
    return law.review("permitted_period_ends", permitted_period_end(facts, law))


def _conflicts(facts: Facts, law: Law) -> tuple[Review, ...]:
    """Court days and public duties to come, so that no meeting is put on them."""
    spans = (*facts.claimant.court, *facts.claimant.public_duty)
    to_come = (each.from_ for each in spans if each.from_ is not None and each.from_ > facts.on)
    return tuple(review for first in to_come for review in law.review("appointment_conflict", first))


def _april(facts: Facts, law: Law) -> tuple[Review, ...]:
    """The wage rises each April and takes the thresholds with it; it matters where somebody earns."""
    earned = facts.claimant.earnings
    if not (earned.employed_monthly or earned.self_employed_monthly):
        return ()
    this_year = date(facts.on.year, 4, 1)
    return law.review("wage_change", this_year if this_year > facts.on else date(facts.on.year + 1, 4, 1))


def _pension_age(facts: Facts, law: Law) -> tuple[Review, ...]:
    reached = pension_credit_age_from(facts.claimant, law)
    if facts.claimant.reached_pension_credit_age is not None or reached is None or reached > facts.on + SOON:
        return ()
    return law.review("pension_age", reached)
