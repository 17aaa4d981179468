"""What is to be decided, what was typed about it, and the decision that comes of it."""

from dataclasses import dataclass
from datetime import date

from coachdesk.i18n import _
from coachdesk.interviews import as_date
from coachdesk.requirements.facts import Decided
from ui.kit.date_field import DateValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision that is due.

    Attributes:
        easement_id: what it is about, as interfaces.md 4 names it.
        words: its name for the screen; of a sealed matter the neutral one.
        why: what the rule says, in a sentence or two.
        source: authority and citation, as words.
        reasons: on offer with one key, the likeliest first.
        review_on: the day that is proposed for looking at it again.
    """

    easement_id: str
    words: str
    why: str = ""
    source: str = ""
    reasons: tuple[str, ...] = ()
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """The fields as they stand: the choice's id or "", words, and a date as typed."""

    decided: str = ""
    reason: str = ""
    review_on: DateValue = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A decision as the coach made it; `until` is the last day on which it holds."""

    easement_id: str
    decided: Decided
    reason: str
    until: date


def begun(decision: Decision) -> TypedDecision:
    """The fields before anybody has typed."""
    return TypedDecision(review_on=decision.review_on.isoformat() if decision.review_on else "")


def problems_of(typed: TypedDecision, today: date) -> dict[str, str]:
    """What has to be put right before it can be recorded, by field."""
    problems = {}
    if not typed.decided:
        problems["decided"] = _("Choose one of the two.")
    if not typed.reason.strip():
        problems["reason"] = _("Give a reason; one line is enough.")
    review_on = as_date(typed.review_on)
    if review_on is None:
        problems["review_on"] = _("Enter a day that there is, such as 1 12 2026.")
    elif review_on <= today:
        problems["review_on"] = _("Choose a day that is still to come.")
    return problems


def made(decision: Decision, typed: TypedDecision, today: date) -> Made | None:
    """The decision; None while something has to be put right."""
    until = as_date(typed.review_on)
    if until is None or problems_of(typed, today):
        return None
    return Made(
        easement_id=decision.easement_id,
        decided=Decided(typed.decided),
        reason=typed.reason.strip(),
        until=until,
    )
