"""What is known about a person on a day (interfaces.md, section 2). What is absent is unknown, which is never "no"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coachdesk.people.person import Nation


class Capability(StrEnum):
    """What the benefit has decided about work and health."""

    NOT_IN_QUESTION = "not_in_question"
    AWAITING_ASSESSMENT = "awaiting_assessment"
    FIT_FOR_WORK = "fit_for_work"
    LIMITED = "limited"
    LIMITED_AND_ACTIVITY = "limited_and_activity"


class Known(StrEnum):
    """An answer that may still be waited for."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"


class SelfEmployed(StrEnum):
    NO = "no"
    NOT_GAINFUL = "not_gainful"
    START_UP = "start_up"
    GAINFUL = "gainful"


class Says(StrEnum):
    """What a fit note says."""

    NOT_FIT = "not_fit"
    MAY_BE_FIT = "may_be_fit"


class Who(StrEnum):
    """Who has died."""

    PARTNER = "partner"
    RESPONSIBLE_CHILD = "responsible_child"
    OWN_CHILD = "own_child"
    YOUNG_PERSON_RESPONSIBLE_FOR = "young_person_responsible_for"
    OTHER = "other"


class Custody(StrEnum):
    NONE = "none"
    IN_CUSTODY = "in_custody"
    TEMPORARY_RELEASE = "temporary_release"


class TemporaryKind(StrEnum):
    """Temporary circumstances that reg. 99(5)(b) names or covers."""

    CHILDCARE = "childcare"
    DOMESTIC_EMERGENCY = "domestic_emergency"
    FUNERAL = "funeral"
    HOMELESS = "homeless"
    OTHER = "other"


class DeductionKind(StrEnum):
    """What reg. 95(2) takes off the expected hours."""

    PAID_WORK = "paid_work"
    VOLUNTARY = "voluntary"
    PREPARATION = "preparation"
    VOLUNTARY_PREPARATION = "voluntary_preparation"
    TEMPORARY = "temporary"


class LimitKind(StrEnum):
    TRAVEL = "travel"
    TIMES = "times"
    PLACE = "place"
    KIND_OF_WORK = "kind_of_work"
    PAY = "pay"


class Decided(StrEnum):
    """What a coach decided about a discretion."""

    APPLIED = "applied"
    NOT_APPLIED = "not_applied"


class Relation(StrEnum):
    RESPONSIBLE_FOR = "responsible_for"
    ADOPTED = "adopted"
    FOSTER = "foster"
    FRIEND_OR_FAMILY = "friend_or_family"


class Member(StrEnum):
    """One of the two of a couple, as the claimant's finding names them."""

    CLAIMANT = "claimant"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaresFor:
    """Somebody who is cared for; hours a week."""

    hours: Decimal | None = None
    qualifying_benefit: Known | None = None
    paid_for_it: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earnings:
    """Pounds a month, gross."""

    employed_monthly: Decimal | None = None
    self_employed_monthly: Decimal | None = None
    self_employed: SelfEmployed | None = None
    minimum_income_floor_applied: bool | None = None
    apprentice: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days from and until, both included; None where unknown or open."""

    from_: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day is in it; an unknown end is open."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)

    @property
    def dated(self) -> bool:
        """Whether anything is known about when."""
        return self.from_ is not None or self.until is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FitNote(Span):
    evidence_on: date | None = None
    says: Says | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticAbuse:
    """What reg. 98 asks for, and nothing else about it."""

    notified_on: date | None = None
    within_six_months: bool | None = None
    at_same_address: bool | None = None
    evidence_seen_on: date | None = None
    previous_easement_ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereavement:
    on: date | None = None
    who: Who | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDistress:
    """An event, and the first days of the months that were used for it."""

    event_on: date | None = None
    months_used: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuredRecovery:
    from_: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedPause:
    """A statutory pause whose reason is not held here at all."""

    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDuty(Span):
    approved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Temporary(Span):
    kind: TemporaryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteering:
    hours: Decimal | None = None
    needs_notice: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareNotice:
    """How long beforehand caring makes it necessary to know."""

    start_days: int | None = None
    interview_hours: int | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PermittedPeriod:
    from_: date | None = None
    reasonable_prospects: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    kind: DeductionKind
    hours: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedHoursDecision:
    """Hours a week that a coach decided."""

    hours: Decimal | None = None
    reason: str = ""
    on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit of this person's; travel in minutes each way, times, places and work in words."""

    kind: LimitKind
    value: Decimal | str
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscretionDecision:
    """What was decided about a discretion: it holds from `on` until `until`, which is also its review date."""

    id: str
    decided: Decided
    on: date | None = None
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    expected_hours: ExpectedHoursDecision | None = None
    limits: tuple[Limit, ...] = ()
    discretions: tuple[DiscretionDecision, ...] = ()


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
    earnings: Earnings = Earnings()
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
    decisions: Decisions = Decisions()


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


Json = Mapping[str, object]
