"""Facts as people have them: mostly unknown, with days that lie around the day of the finding."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from coachdesk.people.person import Nation
from coachdesk.requirements.facts import (
    Bereavement,
    Capability,
    CareNotice,
    CaresFor,
    ChildDistress,
    ChildFacts,
    Custody,
    Decided,
    Decisions,
    Deduction,
    DeductionKind,
    DiscretionDecision,
    DomesticAbuse,
    Earnings,
    ExpectedHoursDecision,
    Facts,
    FitNote,
    Known,
    Limit,
    LimitKind,
    Member,
    PermittedPeriod,
    PersonFacts,
    PublicDuty,
    Relation,
    RestrictedPause,
    Says,
    SelfEmployed,
    Span,
    StructuredRecovery,
    Temporary,
    TemporaryKind,
    Volunteering,
    Who,
)
from coachdesk.requirements.names import EASEMENTS

Drawn = st.SearchStrategy[Any]

BASE = date(2026, 12, 1)
"""The day around which everything is drawn; then all of it moves to another day together."""

HOURS = st.sampled_from([Decimal(n) for n in (0, 4, 12, 16, 20, 34, 35, 50)])
POUNDS = st.sampled_from([Decimal(n) for n in (0, 300, 881, 990, 991, 1100, 1597, 1927, 2400, 3900)])
YES_NO = st.none() | st.booleans()


def around(*, before: int = 500, after: int = 200) -> st.SearchStrategy[date]:
    """Days so many days before and after."""
    return st.integers(-before, after).map(lambda days: BASE + timedelta(days=days))


NEAR = around()
MAYBE = st.none() | NEAR


def several(one: Drawn) -> Drawn:
    """One or two of them."""
    return st.lists(one, min_size=1, max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn, made: Callable[..., Span] = Span, /, **more: Drawn) -> Span:
    """A span around the day, with or without an end."""
    start, length = draw(NEAR), draw(st.none() | st.integers(0, 400))
    until = start + timedelta(days=length) if length is not None else None
    return made(from_=start, until=until, **{name: draw(one) for name, one in more.items()})


EASING: Mapping[str, Drawn] = {
    "fit_notes": st.lists(
        spans(FitNote, evidence_on=MAYBE, says=st.none() | st.sampled_from(Says)), min_size=1, max_size=4
    ).map(tuple),
    "domestic_abuse": st.builds(
        DomesticAbuse,
        notified_on=MAYBE,
        within_six_months=YES_NO,
        at_same_address=YES_NO,
        evidence_seen_on=MAYBE,
        previous_easement_ended_on=st.none() | around(before=900, after=0),
    ),
    "bereavements": several(st.builds(Bereavement, on=MAYBE, who=st.none() | st.sampled_from(Who))),
    "child_distress": several(
        st.builds(ChildDistress, event_on=MAYBE, months_used=st.lists(NEAR, max_size=2).map(tuple))
    ),
    "structured_recovery": st.builds(StructuredRecovery, from_=MAYBE),
    "court": several(spans()),
    "custody": st.sampled_from(Custody),
    "restricted_pause": st.builds(RestrictedPause, until=MAYBE),
    "public_duty": several(spans(PublicDuty, approved=YES_NO)),
    "treatment_abroad": several(spans()),
    "temporary": several(spans(Temporary, kind=st.sampled_from(TemporaryKind))),
}
"""By field of a person, what can only ease: the circumstances of regs 98 and 99."""

_DECISIONS = st.builds(
    Decisions,
    expected_hours=st.none()
    | st.builds(ExpectedHoursDecision, hours=HOURS, reason=st.just("Nursery"), on=NEAR, review_on=NEAR),
    limits=st.lists(
        st.builds(Limit, kind=st.just(LimitKind.TRAVEL), value=st.sampled_from([Decimal(45), Decimal(120)])), max_size=1
    ).map(tuple),
    discretions=st.lists(
        st.builds(
            DiscretionDecision,
            id=st.sampled_from(EASEMENTS),
            decided=st.sampled_from(Decided),
            on=NEAR,
            until=MAYBE,
            reason=st.just("It fits"),
        ),
        max_size=2,
    ).map(tuple),
)

FURTHER: Mapping[str, Drawn] = {
    "claim_started": NEAR,
    "responsible_carer": st.booleans(),
    "relevant_carer": st.booleans(),
    "reached_pension_credit_age": st.booleans(),
    "capability": st.sampled_from(Capability),
    "may_be_treated_as_limited": st.booleans(),
    "cares_for": several(
        st.builds(CaresFor, hours=HOURS, qualifying_benefit=st.sampled_from(Known), paid_for_it=YES_NO)
    ),
    "expected_confinement": around(before=200, after=250),
    "confined_on": around(before=200, after=50),
    "student_without_requirements": st.booleans(),
    "earnings": st.builds(
        Earnings,
        employed_monthly=st.none() | POUNDS,
        self_employed_monthly=st.none() | POUNDS,
        self_employed=st.none() | st.sampled_from(SelfEmployed),
        minimum_income_floor_applied=YES_NO,
        apprentice=YES_NO,
    ),
    "decision_maker_found_same_condition": st.booleans(),
    "contract_notice_days": st.integers(0, 90),
    "volunteering": st.builds(Volunteering, hours=HOURS, needs_notice=st.booleans()),
    "care_notice": st.builds(CareNotice, start_days=st.integers(1, 60), interview_hours=st.integers(1, 72)),
    "permitted_period": st.builds(PermittedPeriod, from_=MAYBE, reasonable_prospects=YES_NO),
    "deductions": several(st.builds(Deduction, kind=st.sampled_from(DeductionKind), hours=HOURS)),
    "decisions": _DECISIONS,
}
"""By field of a person, everything else."""

_KNOWN = {**EASING, **FURTHER}
_NAMES = st.sets(st.sampled_from(sorted(_KNOWN)), max_size=6)
_BORN = around(before=80 * 365, after=-16 * 366)


@st.composite
def persons(draw: st.DrawFn) -> PersonFacts:
    """Somebody between 16 and 80 of whom a few things are known."""
    return PersonFacts(date_of_birth=draw(_BORN), **{name: draw(_KNOWN[name]) for name in sorted(draw(_NAMES))})


_CHILDREN = st.builds(
    ChildFacts,
    date_of_birth=st.none() | around(before=17 * 365, after=100),
    age=st.none() | st.integers(0, 15),
    relation=st.sampled_from(Relation),
    joined_on=MAYBE,
    responsible_foster_parent=st.none() | st.sampled_from(Member),
    friend_or_family_test_met=YES_NO,
    approved_kinship_scotland=YES_NO,
)
_HOUSEHOLDS = st.builds(
    Facts,
    on=st.just(BASE),
    claimant=persons(),
    nation=st.none() | st.sampled_from(Nation),
    partner=st.none() | persons(),
    partner_in_claim=st.booleans(),
    children=st.lists(_CHILDREN, max_size=3).map(tuple),
)


def moved(value: Any, days: int, *, but: Collection[str] = (), after: date = date.min) -> Any:
    """The same facts with every day in them moved, except the fields `but`; only days after `after` move."""
    if isinstance(value, date):
        return value + timedelta(days=days) if value > after else value
    if isinstance(value, tuple):
        return tuple(moved(each, days, but=but, after=after) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in but}
        return replace(value, **{name: moved(part, days, but=but, after=after) for name, part in parts.items()})
    return value


RANDOM_FACTS: st.SearchStrategy[Facts] = st.builds(
    moved, _HOUSEHOLDS, st.dates(date(2017, 4, 3), date(2030, 12, 31)).map(lambda day: (day - BASE).days)
)
"""Households on days since the rules are held, and some years ahead."""


def many(number: int) -> list[Facts]:
    """So many of them, the same ones every time."""
    drawn: list[Facts] = []

    @seed(20261101)
    @settings(
        max_examples=number,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(RANDOM_FACTS)
    def draw(facts: Facts) -> None:
        drawn.append(facts)

    draw()
    return drawn[:number]
