"""What a document is made from: everything that may be looked at, gathered by the service."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coachdesk.commitments.acceptance import ExplainedHow, Presence
from coachdesk.commitments.basis import Basis
from coachdesk.commitments.commitment import Format, OutcomeKind
from coachdesk.commitments.signature import Signature
from coachdesk.diary.appointment import Appointment
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.people.person import Person
from coachdesk.plans.plan import Plan
from coachdesk.requirements.reductions import NOT_KNOWN, Reductions

Gettext = Callable[[str], str]
"""The sentence in the document's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the plan keeps to, as far as it may be on paper; nothing of it where a sealed matter bears on it.

    Attributes:
        hours: expected hours a week, where somebody is to look for work.
        search_hours: those of them that are for looking for work.
        travel_minutes: agreed with this person, each way.
        start_up_to: ISO 8601 duration within which to start a job; "P0D" is at once. Empty where it is not asked.
        interview_up_to: the same for an interview.
    """

    hours: Decimal | None = None
    search_hours: Decimal | None = None
    travel_minutes: int | None = None
    start_up_to: str = ""
    interview_up_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """Numbers and promises of the place, from the policy; empty or 0 where nothing is said.

    A safe address keeps the first three off paper, because they tell where somebody lives.

    Attributes:
        telephone: to reach the jobcentre about the plan.
        complaints: where people can complain.
        advice: who helps and is not part of the organisation.
        answer_days: working days within which what people write is answered.
    """

    telephone: str = ""
    complaints: str = ""
    advice: str = ""
    answer_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything a commitment document is made from. Answers and circumstances are left out on purpose.

    Attributes:
        coach_name: full name; only the first word is printed where a safe address is set.
        site: name of the jobcentre; not printed where a safe address is set.
        met_on: the day of the interview.
        channel: how the two of them met.
        outcome: what the person said, or None before they were asked.
        present: who was there besides the two of them: role and language, never a name.
        explained_how: how it was explained what can happen.
        bounds: hours, travel and notice.
        reductions: how long and by how much a payment may go down, as far as that may be said.
        not_looking: looking for work is not asked for today, for whatever reason.
        local: what the organisation lets its paper say of itself.
        basis: what the finding of the day said, in its shown form; for the snapshot only.
        adopted: the organisation's policy has adopted the document, so it is no copy.
        signatures: under these words, of whoever wanted to sign.
        author, rules_version, formats: who issues it, by which rules and in which forms; for the snapshot only.
    """

    person: Person
    coach_name: str
    site: str
    number: str
    edition: int
    issued_on: date
    language: Language
    plan: Plan
    met_on: date
    channel: Channel
    next_meeting: Appointment | None = None
    outcome: OutcomeKind | None = None
    second_opinion: bool = False
    think_until: date | None = None
    adopted: bool = False
    interview_id: str = ""
    bounds: Bounds = Bounds()
    reductions: Reductions = NOT_KNOWN
    not_looking: bool = False
    local: Local = Local()
    basis: Basis | None = None
    present: tuple[Presence, ...] = ()
    explained_how: ExplainedHow | None = None
    signatures: tuple[Signature, ...] = ()
    author: str = ""
    rules_version: str = ""
    formats: tuple[Format, ...] = ()
