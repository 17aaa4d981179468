"""A person, their household, and all that a finding is made from."""

from dataclasses import dataclass
from datetime import date

from coachdesk.people.person import Nation
from coachdesk.requirements.facts.parts import (
    NO_DECISIONS,
    NO_EARNINGS,
    Bereavement,
    CareNotice,
    CaresFor,
    ChildDistress,
    Decisions,
    Deduction,
    DomesticAbuse,
    Earnings,
    FitNote,
    PermittedPeriod,
    PublicDuty,
    RestrictedPause,
    Span,
    StructuredRecovery,
    Temporary,
    Volunteering,
)
from coachdesk.requirements.facts.words import Capability, Custody, Member, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What is known about one of the claimants; the names are those of the contract."""

    date_of_birth: date | None = None
    claim_started: date | None = None
    responsible_carer: bool | None = None
    relevant_carer: bool | None = None
    reached_pension_credit_age: bool | None = None
    capability: Capability | None = None
    may_be_treated_as_limited: bool | None = None
    cares_for: tuple[CaresFor, ...] = ()
    expected_confinement: date | None = None
    confined_on: date | None = None
    student_without_requirements: bool | None = None
    earnings: Earnings = NO_EARNINGS
    fit_notes: tuple[FitNote, ...] = ()
    decision_maker_found_same_condition: bool | None = None
    domestic_abuse: DomesticAbuse | None = None
    bereavements: tuple[Bereavement, ...] = ()
    child_distress: tuple[ChildDistress, ...] = ()
    structured_recovery: StructuredRecovery | None = None
    court: tuple[Span, ...] = ()
    custody: Custody | None = None
    restricted_pause: RestrictedPause | None = None
    public_duty: tuple[PublicDuty, ...] = ()
    treatment_abroad: tuple[Span, ...] = ()
    temporary: tuple[Temporary, ...] = ()
    contract_notice_days: int | None = None
    volunteering: Volunteering | None = None
    care_notice: CareNotice | None = None
    permitted_period: PermittedPeriod | None = None
    deductions: tuple[Deduction, ...] = ()
    decisions: Decisions = NO_DECISIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """A child in the household.

    Attributes:
        age: whole years as somebody said them, where no date of birth is known; true on `age_on`.
    """

    date_of_birth: date | None = None
    age: int | None = None
    age_on: date | None = None
    relation: Relation = Relation.RESPONSIBLE_FOR
    joined_on: date | None = None
    responsible_foster_parent: Member | None = None
    friend_or_family_test_met: bool | None = None
    approved_kinship_scotland: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a finding is made from.

    Attributes:
        on: the day the finding is for.
        partner_in_claim: False: claims as a single person although in a couple (reg. 3(3)).
    """

    on: date
    claimant: PersonFacts
    nation: Nation | None = None
    partner: PersonFacts | None = None
    partner_in_claim: bool = True
    children: tuple[ChildFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class FactProblem:
    """Something wrong with facts as given.

    Attributes:
        path: "claimant.fit_notes[0].until".
        code: stable, "facts.unknown".
        text: one plain sentence, without the value.
        also: path of the other fact, where two do not fit together.
    """

    path: str
    code: str
    text: str
    also: str = ""
