"""The finding: what may be asked of one person on one day, and why (interfaces.md, section 2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coachdesk.requirements.rule import Authority, Discretion

SEALED_CITATION = "regs. 98 and 99"
"""Said in the place of the citation of what is sealed, which would tell."""


class Group(StrEnum):
    """The four groups of the Act, in its order: ss. 19, 20, 21, 22."""

    NONE = "none"
    INTERVIEW = "interview"
    PREPARATION = "preparation"
    ALL = "all"


class Standing(StrEnum):
    """How a requirement stands today.

    `CONSIDER` is a discretion that nobody has exercised yet; `NOT_IMPOSED`: the group does not include it; `OFF`: it
    would apply, but a rule or a decision switches it off today.
    """

    REQUIRED = "required"
    MAY_BE_REQUIRED = "may_be_required"
    OFF = "off"
    POSTPONED_JOB = "postponed_job"
    POSTPONED_JOB_AND_INTERVIEW = "postponed_job_and_interview"
    CONSIDER = "consider"
    NOT_IMPOSED = "not_imposed"


class Switch(StrEnum):
    """What an easement does (domain.md 2.1)."""

    A = "A"  # no search; availability for job and interview put off
    B = "B"  # no search
    C = "C"  # availability for job and interview put off
    D = "D"  # availability for a job put off
    E = "E"  # nothing of any kind
    F = "F"  # no search, no availability


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """A reason with its source. `text` is one sentence; `said` frames it as every text of a finding is framed."""

    rule: str
    text: str
    authority: Authority
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours a week.

    Attributes:
        hours: None while fewer than the default apply and nobody has decided how many.
        decide: somebody has to decide; only where search may be asked for.
    """

    hours: Decimal | None
    decide: bool
    default: Decimal | None
    policy_maximum: Decimal | None
    decided: bool = False
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MayRequire:
    interview: bool
    preparation: bool
    search: bool
    availability: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityTerms:
    """ISO 8601 durations; "P0D" is at once. `because` is one sentence, empty where no rule is held; `said` frames it."""

    start_up_to: str
    interview_up_to: str
    decided: bool
    because: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Minutes each way: the legal ceiling, what guidance says for few hours, what was agreed with this person."""

    ceiling: int | None
    guidance: int | None
    agreed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Whole pounds a month; None where no number is held or nobody has decided the hours behind it.

    Attributes:
        met: names of the thresholds that the earnings reach.
    """

    aet_single: int | None
    aet_couple: int | None
    cet: int | None
    cet_couple: int | None
    met: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Easement:
    """A circumstance that changes what may be asked, in force or to be decided on the day.

    Attributes:
        from_: first day, or None where unknown.
        until: last day, or None while it goes on.
        standing: whether it applies by itself (must) or a coach decides.
        decided: what the coach decided where it is a discretion and somebody has: None while it is due.
        sealed: shown by `neutral_label` and without dates everywhere but in JSON.
        print: whether its name may stand on paper.
        label: its plain name for the coach's own screen.
    """

    id: str
    from_: date | None
    until: date | None
    standing: Discretion
    switch: Switch
    rule: str
    citation: str
    evidence_by: date | None = None
    review_on: date | None = None
    sealed: bool = False
    print: bool = False
    label: str = ""
    neutral_label: str = ""
    decided: bool | None = None

    @property
    def due(self) -> bool:
        """Whether a decision is due."""
        return self.standing is not Discretion.MUST and self.decided is None

    @property
    def in_force(self) -> bool:
        """Whether it takes something away today: by itself, or because a coach has decided so."""
        return self.standing is Discretion.MUST or self.decided is True

    @property
    def shown(self) -> str:
        """Its name for screens and lists."""
        return self.neutral_label if self.sealed else self.label

    @property
    def cited(self) -> str:
        """Its source for screens and lists; where the name does not tell what it is, neither does the source."""
        return SEALED_CITATION if self.sealed or self.label == self.neutral_label else self.citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something the coach should know, in one sentence with its source.

    Attributes:
        sealed: its words would tell what is sealed, so it is said as a follow-up everywhere but in JSON.
    """

    code: str
    text: str
    citation: str
    rule: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A day on which to look again. A sealed one is said without its day in lists."""

    on: date
    because: str
    sealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One person's finding for one day. It never says why the partner falls where they do.

    Attributes:
        rules: file and version of the rules it was made by.
        group: None where no rules are held for the day; then the standings are None too.
        ask: paths of unknown facts that are worth a question.
        told_to_everyone: facts that come only from what the person tells after the card; never a question.
    """

    on: date
    rules: tuple[tuple[str, str], ...]
    group: Group | None
    group_because: tuple[Because, ...]
    expected_hours: Hours
    search_hours: Decimal | None
    search: Standing | None
    availability: Standing | None
    interviews: Standing | None
    preparation: Standing | None
    may_require: MayRequire
    availability_terms: AvailabilityTerms
    travel: Travel
    thresholds: Thresholds
    easements: tuple[Easement, ...] = ()
    warnings: tuple[Warned, ...] = ()
    ask: tuple[str, ...] = ()
    told_to_everyone: tuple[str, ...] = ()
    review: tuple[Review, ...] = ()


def said(text: str) -> str:
    """A reason or a warning as one whole text: framed as interviews.md 8 asks for."""
    return f"On what is recorded today: {text} You decide, and say why."
