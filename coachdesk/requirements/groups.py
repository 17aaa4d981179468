"""The group a claimant falls into apart from earnings, tested in the order of the Act: ss. 19, 20, 21, 22 (WRA 2012)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.requirements.ages import has_pension_credit_age
from coachdesk.requirements.facts import Capability, ChildFacts, Facts, Known, PersonFacts, Relation
from coachdesk.requirements.finding import Group
from coachdesk.requirements.household import (
    age_of,
    carer_children,
    cares_enough,
    fostered,
    is_approved_kinship,
    youngest,
)
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import months_after, sunday_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody falls apart from earnings: the group, and the topic of the rule that puts them there."""

    group: Group
    topic: str


Test = Callable[[Facts, Law], bool]


def place_apart_from_earnings(facts: Facts, law: Law) -> Place:
    """The first group whose test the claimant meets, in the order of the Act."""
    for group, tests in ((Group.NONE, _NONE), (Group.INTERVIEW, _INTERVIEW), (Group.PREPARATION, _PREPARATION)):
        for topic, test in tests:
            if test(facts, law):
                return Place(group, topic)
    return Place(Group.ALL, "group.everyone")


def confinement_days(person: PersonFacts, law: Law) -> tuple[date | None, date | None]:
    """First and last day of reg. 89(1)(c): eleven weeks before the expected week, fifteen weeks after confinement.

    A confinement that lies after the day has not happened; until it has, the expected day stands for it.
    """
    rule = law.held("group.confinement")
    confined = person.confined_on if person.confined_on is not None and person.confined_on <= law.day else None
    expected = person.expected_confinement
    ends_from = confined or expected
    if rule is None or ends_from is None:
        return None, None
    starts = [confined] if confined is not None else []
    if expected is not None:
        starts.append(sunday_of(expected) - timedelta(weeks=int(rule.values["weeks_before"])))
    return min(starts), ends_from + timedelta(weeks=int(rule.values["weeks_after"]))


def last_of_year(child: ChildFacts, topic: str, law: Law) -> date | None:
    """The last day of the months after a child was placed or came; None where the day is unknown.

    "12 months or less since" (reg. 89(1)(d)), "within the past 12 months" (reg. 91(2)(e)): the corresponding day counts.
    """
    months = law.value(topic, "months")
    return months_after(child.joined_on, int(months)) if child.joined_on is not None and months is not None else None


def adopted(facts: Facts) -> tuple[ChildFacts, ...]:
    """Adopted children of whom the claimant is the responsible carer."""
    return tuple(each for each in carer_children(facts) if each.relation is Relation.ADOPTED)


def kinship(facts: Facts) -> tuple[ChildFacts, ...]:
    """Children of friends or family of whom the claimant is the responsible carer, where the test of reg. 91(3) is met."""
    return tuple(
        each
        for each in carer_children(facts)
        if each.relation is Relation.FRIEND_OR_FAMILY and each.friend_or_family_test_met
    )


def _limited_and_activity(facts: Facts, _law: Law) -> bool:
    return facts.claimant.capability is Capability.LIMITED_AND_ACTIVITY


def _carer_35(facts: Facts, law: Law) -> bool:
    return cares_enough(facts.claimant, int(law.value("group.carer_35", "hours") or 35), Known.YES)


def _child_under_1(facts: Facts, _law: Law) -> bool:
    return _youngest_age(carer_children(facts), facts.on) == 0


def _pension_credit_age(facts: Facts, law: Law) -> bool:
    return has_pension_credit_age(facts, law)


def _confinement(facts: Facts, law: Law) -> bool:
    first, last = confinement_days(facts.claimant, law)
    return first is not None and last is not None and first <= facts.on <= last


def _adopter(facts: Facts, law: Law) -> bool:
    return _within(adopted(facts), "group.adopter", facts, law)


def _student(facts: Facts, _law: Law) -> bool:
    return facts.claimant.student_without_requirements is True


def _foster_under_1(facts: Facts, _law: Law) -> bool:
    return _youngest_age(fostered(facts), facts.on) == 0


def _child_1(facts: Facts, _law: Law) -> bool:
    return _youngest_age(carer_children(facts), facts.on) == 1


def _kinship_scotland(facts: Facts, _law: Law) -> bool:
    return any(is_approved_kinship(facts, each) for each in fostered(facts))


def _foster(facts: Facts, _law: Law) -> bool:
    return bool(fostered(facts))


def _kinship(facts: Facts, law: Law) -> bool:
    return _within(kinship(facts), "group.kinship", facts, law)


def _limited(facts: Facts, _law: Law) -> bool:
    return facts.claimant.capability is Capability.LIMITED


TWO = 2


def _child_2(facts: Facts, _law: Law) -> bool:
    return _youngest_age(carer_children(facts), facts.on) == TWO


def _within(children: Iterable[ChildFacts], topic: str, facts: Facts, law: Law) -> bool:
    ends = (last_of_year(each, topic, law) for each in children)
    return any(last is not None and facts.on <= last for last in ends)


def _youngest_age(children: tuple[ChildFacts, ...], day: date) -> int | None:
    child = youngest(children, day)
    return age_of(child, day) if child is not None else None


_NONE: tuple[tuple[str, Test], ...] = (
    ("group.limited_and_activity", _limited_and_activity),
    ("group.carer_35", _carer_35),
    ("group.child_under_1", _child_under_1),
    ("group.pension_credit_age", _pension_credit_age),
    ("group.confinement", _confinement),
    ("group.adopter", _adopter),
    ("group.student", _student),
    ("group.foster_under_1", _foster_under_1),
)

_INTERVIEW: tuple[tuple[str, Test], ...] = (
    ("group.child_1", _child_1),
    ("group.kinship_scotland", _kinship_scotland),
    ("group.foster", _foster),
    ("group.kinship", _kinship),
)

_PREPARATION: tuple[tuple[str, Test], ...] = (("group.limited", _limited), ("group.child_2", _child_2))
