"""Children, and whose responsibility they are (WRA 2012 s.19(6); UC Regs 2013 regs 85, 86, 91(3))."""

from dataclasses import replace
from datetime import date

from coachdesk.people.person import Nation
from coachdesk.requirements.facts import ChildFacts, Facts, Known, Member, PersonFacts, Relation
from coachdesk.requirements.periods import age_on, birthday

GROWN_UP = 16
"""A child is under 16 (WRA 2012 s.40)."""

NOT_YOUNG = 20
"""A young person who still counts is under 20 (UC Regs 2013 reg. 5)."""


def age_of(child: ChildFacts, day: date) -> int | None:
    """Whole years on that day; from an age that somebody said, the fewest it can be; None where nothing is known."""
    if child.date_of_birth is not None:
        return age_on(child.date_of_birth, day)
    if child.age is None:
        return None
    return child.age + (max(0, age_on(child.age_on, day)) if child.age_on is not None else 0)


def is_foster(facts: Facts, child: ChildFacts) -> bool:
    """Whether the claimants are foster parents of the child; in Scotland an approved kinship carer is one."""
    return child.relation is Relation.FOSTER or is_approved_kinship(facts, child)


def is_approved_kinship(facts: Facts, child: ChildFacts) -> bool:
    """Approved kinship care, which only Scotland has."""
    return (
        child.relation is Relation.FRIEND_OR_FAMILY
        and child.approved_kinship_scotland is True
        and facts.nation in {None, Nation.SCOTLAND}
    )


def at_home(facts: Facts) -> tuple[ChildFacts, ...]:
    """The children who have come by the day and are under 16; a child of unknown age is not among them."""
    return tuple(child for child in facts.children if _is_here(child, facts.on))


def own_children(facts: Facts) -> tuple[ChildFacts, ...]:
    """The children whom the claimants are responsible for: those at home who are not fostered."""
    if not facts.children:
        return ()
    return tuple(child for child in at_home(facts) if not is_foster(facts, child))


def is_nominated(facts: Facts) -> bool | None:
    """Whether the claimant is the one who may be responsible carer; None where a couple has nominated nobody.

    A single person needs no nomination. Whoever claims as a single person although in a couple (reg. 3(3)) is taken
    to be responsible unless the opposite is recorded.
    """
    claimant, partner = facts.claimant, facts.partner
    if partner is None:
        return True
    if claimant.responsible_carer is not None:
        return claimant.responsible_carer
    if partner.responsible_carer:
        return False
    return None if facts.partner_in_claim else True


def carer_children(facts: Facts) -> tuple[ChildFacts, ...]:
    """The children under 16 for whom the claimant is the responsible carer."""
    return own_children(facts) if is_nominated(facts) else ()


def fostered(facts: Facts) -> tuple[ChildFacts, ...]:
    """The children for whom the claimant is the responsible foster parent."""
    return tuple(
        child
        for child in at_home(facts)
        if is_foster(facts, child) and (facts.partner is None or child.responsible_foster_parent is Member.CLAIMANT)
    )


def fostering_is_for_a_decision(facts: Facts) -> bool:
    """Whether nothing but the care that is needed can say: a partner is the responsible one, or the child is 16 by now."""
    there = any(_is_here(each, facts.on, under=NOT_YOUNG) and is_foster(facts, each) for each in facts.children)
    return there and not fostered(facts)


def youngest(children: tuple[ChildFacts, ...], day: date) -> ChildFacts | None:
    """The youngest child; None where there is none."""
    known = [(age, child) for child in children if (age := age_of(child, day)) is not None]
    if not known:
        return None
    least = min(age for age, _child in known)
    born = [child for age, child in known if age == least]
    return max(born, key=lambda child: child.date_of_birth or date.min)


def reaches(child: ChildFacts, years: int) -> date | None:
    """The day on which the child reaches an age; None where only an age is known."""
    return birthday(child.date_of_birth, years) if child.date_of_birth is not None else None


def is_relevant_carer(person: PersonFacts) -> bool:
    """Reg. 85: the other parent with caring responsibilities, or whoever cares for somebody with an impairment."""
    if person.relevant_carer is not None:
        return person.relevant_carer
    return any(each.hours is None or each.hours > 0 for each in person.cares_for)


def cares_enough(person: PersonFacts, hours: int, benefit: Known) -> bool:
    """Whether one person is cared for so many hours a week whose benefit stands so; once it is there, unpaid."""
    return any(
        each.hours is not None
        and each.hours >= hours
        and each.qualifying_benefit is benefit
        and not (each.paid_for_it and benefit is Known.YES)
        for each in person.cares_for
    )


def swapped(facts: Facts) -> Facts:
    """The same household with the roles exchanged; only where there is a partner."""
    assert facts.partner is not None
    return replace(
        facts,
        claimant=facts.partner,
        partner=facts.claimant,
        children=tuple(replace(each, responsible_foster_parent=_other(each)) for each in facts.children),
    )


def _other(child: ChildFacts) -> Member | None:
    others = {Member.CLAIMANT: Member.PARTNER, Member.PARTNER: Member.CLAIMANT}
    return others[child.responsible_foster_parent] if child.responsible_foster_parent is not None else None


def _is_here(child: ChildFacts, day: date, *, under: int = GROWN_UP) -> bool:
    age = age_of(child, day)
    return age is not None and 0 <= age < under and (child.joined_on is None or child.joined_on <= day)
