"""The parts of what is known about a person: each a small value, each field unknown until somebody says it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coachdesk.requirements.facts.words import (
    Decided,
    DeductionKind,
    Known,
    LimitKind,
    Says,
    SelfEmployed,
    TemporaryKind,
    Who,
)


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


NO_EARNINGS = Earnings()
NO_DECISIONS = Decisions()
"""Nothing known of either."""
