"""Expected hours (UC Regs 2013 reg. 88), what is taken off them for search (reg. 95(2)), and policy kept apart from law."""

from dataclasses import dataclass
from decimal import Decimal

from coachdesk.i18n import plain_number
from coachdesk.requirements.ages import is_of_school_age
from coachdesk.requirements.facts import Capability, ChildFacts, DeductionKind, ExpectedHoursDecision, Facts
from coachdesk.requirements.finding import Because, Hours, Warned
from coachdesk.requirements.household import (
    age_of,
    carer_children,
    is_nominated,
    is_relevant_carer,
    own_children,
    youngest,
)
from coachdesk.requirements.law import Law, number


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why fewer hours than the default may apply: topics of rules, and of the policy's maximum, "" where there is none."""

    topics: tuple[str, ...]
    policy: str = ""


def grounds(facts: Facts, law: Law) -> Grounds:
    """What reg. 88(2) names of what is known: a child under 13, caring, an impairment."""
    topics: list[str] = []
    band = _child_band(facts, law)
    if band:
        topics.append(f"hours.{band}")
    if is_relevant_carer(facts.claimant):
        topics.append("hours.relevant_carer")
    if has_impairment(facts):
        topics.append("hours.impairment")
    return Grounds(tuple(topics), f"policy_maximum.{band}" if band else "")


def has_impairment(facts: Facts) -> bool:
    """Whether health stands in what is known today: a fit note that runs, an assessment that is waited for."""
    person = facts.claimant
    return (
        person.capability in {Capability.AWAITING_ASSESSMENT, Capability.LIMITED, Capability.LIMITED_AND_ACTIVITY}
        or person.may_be_treated_as_limited is True
        or any(note.covers(facts.on) for note in person.fit_notes)
    )


def hours_decision(facts: Facts) -> ExpectedHoursDecision | None:
    """The number that a coach decided, where it was decided by the day."""
    decision = facts.claimant.decisions.expected_hours
    if decision is None or decision.hours is None or (decision.on is not None and decision.on > facts.on):
        return None
    return decision


def is_undecided(facts: Facts, law: Law) -> bool:
    """Whether fewer hours than the default may apply and nobody has decided how many."""
    return hours_decision(facts) is None and bool(grounds(facts, law).topics)


def expected_hours(facts: Facts, law: Law) -> Hours:
    """The hours of reg. 88: decided, to be decided, or the default. Search is measured by them where it is asked."""
    default, found, decision = law.value("expected_hours", "default"), grounds(facts, law), hours_decision(facts)
    start = number(default) if default is not None else None
    most = law.value(found.policy, "hours") if found.policy else None
    return Hours(
        hours=_decided(decision.hours, start) if decision is not None else (None if found.topics else start),
        decide=decision is None and bool(found.topics),
        default=start,
        policy_maximum=number(most) if most is not None else None,
        decided=decision is not None,
        because=_because(found, law),
    )


def no_hours(law: Law) -> Hours:
    """The hours of a day for which no rules are held: there is no number, and none to decide."""
    default = law.value("expected_hours", "default")
    return Hours(
        hours=None, decide=False, default=number(default) if default is not None else None, policy_maximum=None
    )


def search_hours(hours: Decimal, facts: Facts, law: Law) -> Decimal:
    """Hours a week of search: the expected hours less what was agreed, voluntary work for at most half of them."""
    taken = sum(
        (each.hours for each in facts.claimant.deductions if each.kind is not DeductionKind.VOLUNTARY), Decimal()
    )
    return max(Decimal(), hours - taken - min(_voluntary(facts), hours * _share(law)))


def hours_warnings(hours: Hours, facts: Facts, law: Law) -> tuple[Warned, ...]:
    """What is worth knowing about the number and about what is taken off it."""
    found: list[Warned] = []
    decision, number_now = hours_decision(facts), hours.hours
    if hours.decide:
        found += law.warn("hours_to_decide")
    if decision is not None:
        found += _decision_warnings(decision, hours, facts, law)
    if number_now is not None:
        if _voluntary(facts) > number_now * _share(law):
            found += law.warn("voluntary_over_half", hours=plain_number(number_now * _share(law)))
        if sum((each.hours for each in facts.claimant.deductions), Decimal()) > number_now:
            found += law.warn("deductions_over_hours")
    if facts.claimant.capability is Capability.FIT_FOR_WORK:
        found += law.warn("impairment_still_counts")
    return tuple(found)


def _decision_warnings(decision: ExpectedHoursDecision, hours: Hours, facts: Facts, law: Law) -> tuple[Warned, ...]:
    assert decision.hours is not None
    found: list[Warned] = []
    if not decision.reason.strip():
        found += law.warn("hours_without_reason")
    if decision.review_on is not None and decision.review_on < facts.on:
        found += law.warn("hours_review_due", day=decision.review_on)
    if hours.policy_maximum is not None and decision.hours > hours.policy_maximum:
        found += law.warn(
            "above_policy_maximum", hours=plain_number(decision.hours), maximum=plain_number(hours.policy_maximum)
        )
    if hours.default is not None and decision.hours < hours.default and not grounds(facts, law).topics:
        found += law.warn("hours_without_ground", hours=plain_number(decision.hours))
    return tuple(found)


def _decided(hours: Decimal | None, most: Decimal | None) -> Decimal | None:
    """What was decided, for which reg. 88 knows lesser numbers only."""
    return min(hours, most) if hours is not None and most is not None else hours


def _because(found: Grounds, law: Law) -> tuple[Because, ...]:
    topics = (*found.topics, found.policy) if found.policy else found.topics
    return tuple(each for topic in (*topics, "expected_hours") for each in law.because(topic))


def _child_band(facts: Facts, law: Law) -> str:
    """The band of the youngest child of whom the claimant is responsible carer; "" where none is under 13."""
    child = youngest(_perhaps_carer_of(facts), facts.on)
    until = law.value("hours.school_age", "until_age")
    age = age_of(child, facts.on) if child is not None else None
    if child is None or age is None or until is None or age >= until:
        return ""
    return "school_age" if is_of_school_age(child, facts, law) else "below_school_age"


def _perhaps_carer_of(facts: Facts) -> tuple[ChildFacts, ...]:
    """The children of a responsible carer, or of a couple that has nominated nobody yet: either may be the one."""
    return own_children(facts) if is_nominated(facts) is None else carer_children(facts)


def _voluntary(facts: Facts) -> Decimal:
    voluntary = (each.hours for each in facts.claimant.deductions if each.kind is DeductionKind.VOLUNTARY)
    return sum(voluntary, Decimal())


def _share(law: Law) -> Decimal:
    return number(law.value("deductions", "voluntary_share") or 0)
