"""Which of the words of worked examples a set of facts answers to; what nobody knows answers to none."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from coachdesk.cases.circumstance import Circumstance
from coachdesk.requirements.facts import (
    Capability,
    ChildFacts,
    Custody,
    DeductionKind,
    Facts,
    Known,
    PersonFacts,
    Relation,
    SelfEmployed,
    TemporaryKind,
)
from coachdesk.requirements.household import (
    age_of,
    carer_children,
    cares_enough,
    fostered,
    is_approved_kinship,
    is_relevant_carer,
    own_children,
    youngest,
)
from coachdesk.requirements.periods import age_on
from coachdesk.requirements.thresholds import employed_of

C = Circumstance

FULL_CARE = 35
"""Hours a week of caring (reg. 89(1)(b))."""

OFTEN = 3
"""Fit notes; the law counts periods in twelve months, an example need not."""

_YOUTH, _OLD_AGE = range(16, 22), 66
_AGES = ((1, C.CHILD_UNDER_1), (2, C.CHILD_1), (3, C.CHILD_2), (5, C.CHILD_3_OR_4), (13, C.SCHOOL_CHILD))
_TEMPORARY: Mapping[TemporaryKind, Circumstance] = MappingProxyType(
    {
        TemporaryKind.CHILDCARE: C.CHILDCARE,
        TemporaryKind.DOMESTIC_EMERGENCY: C.EMERGENCY,
        TemporaryKind.FUNERAL: C.FUNERAL,
        TemporaryKind.HOMELESS: C.HOMELESS,
    }
)
_CAPABILITY: Mapping[Capability, Circumstance] = MappingProxyType(
    {
        Capability.LIMITED: C.LIMITED,
        Capability.LIMITED_AND_ACTIVITY: C.LIMITED_AND_ACTIVITY,
    }
)
_PERSON: Mapping[Circumstance, Callable[[PersonFacts], bool]] = MappingProxyType(
    {
        C.PREGNANCY: lambda one: one.expected_confinement is not None or one.confined_on is not None,
        C.CARING_35: lambda one: cares_enough(one, FULL_CARE, Known.YES),
        C.CARING_PENDING: lambda one: cares_enough(one, FULL_CARE, Known.PENDING),
        C.CARING: lambda one: is_relevant_carer(one) and not _cares_fully(one),
        C.IN_WORK: lambda one: employed_of(one) > 0,
        C.SELF_EMPLOYED: lambda one: one.earnings.self_employed not in {None, SelfEmployed.NO},
        C.APPRENTICE: lambda one: one.earnings.apprentice is True,
        C.VOLUNTEERING: lambda one: one.volunteering is not None and bool(one.volunteering.hours),
        C.PREPARATION: lambda one: any(each.kind is DeductionKind.PREPARATION for each in one.deductions),
        C.STUDENT: lambda one: one.student_without_requirements is True,
        C.FIT_NOTE: lambda one: bool(one.fit_notes),
        C.REPEAT_SICKNESS: lambda one: len(one.fit_notes) >= OFTEN,
        C.FOUND_FIT: lambda one: one.decision_maker_found_same_condition is True,
        C.BENEFIT_TEAM: lambda one: one.may_be_treated_as_limited is True,
        C.TREATMENT_ABROAD: lambda one: bool(one.treatment_abroad),
        C.BEREAVEMENT: lambda one: bool(one.bereavements),
        C.COURT: lambda one: bool(one.court),
        C.PUBLIC_DUTY: lambda one: bool(one.public_duty),
        C.DOMESTIC_ABUSE: lambda one: one.domestic_abuse is not None,
        C.CHILD_DISTRESS: lambda one: bool(one.child_distress),
        C.RECOVERY: lambda one: one.structured_recovery is not None,
        C.CUSTODY: lambda one: one.custody not in {None, Custody.NONE},
        C.RESTRICTED_PAUSE: lambda one: one.restricted_pause is not None,
    }
)


def circumstances_of(facts: Facts) -> frozenset[Circumstance]:
    """The words that what is known answers to. Some, such as a care leaver, stand in no facts: a coach picks them."""
    return frozenset(_of_household(facts)) | frozenset(_of_person(facts))


def _of_household(facts: Facts) -> Iterator[Circumstance]:
    mine = carer_children(facts)
    if facts.partner is not None:
        yield C.COUPLE
        if own_children(facts) and not mine:
            yield C.OTHER_PARENT
    elif mine:
        yield C.SINGLE_PARENT
    yield from _of_youngest((*mine, *fostered(facts)), facts)
    if any(each.relation is Relation.ADOPTED for each in mine):
        yield C.ADOPTING
    if any(each.relation is Relation.FRIEND_OR_FAMILY for each in facts.children):
        yield C.KINSHIP
    if any(not is_approved_kinship(facts, each) for each in fostered(facts)):
        yield C.FOSTERING


def _of_youngest(children: tuple[ChildFacts, ...], facts: Facts) -> Iterator[Circumstance]:
    child = youngest(children, facts.on)
    age = age_of(child, facts.on) if child is not None else None
    if age is not None:
        yield next((word for under, word in _AGES if age < under), C.TEENAGER)


def _of_person(facts: Facts) -> Iterator[Circumstance]:
    one = facts.claimant
    age = age_on(one.date_of_birth, facts.on) if one.date_of_birth is not None else None
    if age in _YOUTH:
        yield C.YOUTH
    if one.reached_pension_credit_age or (age is not None and age >= _OLD_AGE):
        yield C.PENSION_AGE
    yield from (word for word, holds in _PERSON.items() if holds(one))
    yield from (_TEMPORARY[each.kind] for each in one.temporary if each.kind in _TEMPORARY)
    if one.capability is not None and one.capability in _CAPABILITY:
        yield _CAPABILITY[one.capability]


def _cares_fully(one: PersonFacts) -> bool:
    return any(cares_enough(one, FULL_CARE, benefit) for benefit in (Known.YES, Known.PENDING))
