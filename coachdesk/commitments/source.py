"""What a document is made from: everything that may be looked at, gathered by the service."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coachdesk.commitments.commitment import OutcomeKind
from coachdesk.diary.appointment import Appointment
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.people.person import Person
from coachdesk.plans.plan import Plan

Gettext = Callable[[str], str]
"""The sentence in the document's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything a commitment document is made from. Answers and circumstances are left out on purpose.

    Attributes:
        coach_name: full name; only the first word is printed where a safe address is set.
        site: name of the jobcentre; not printed where a safe address is set.
        met_on: the day of the interview.
        channel: how the two of them met.
        outcome: what the person said, or None before they were asked.
        adopted: the organisation's policy has adopted the document, so it is no copy.
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
