"""A coach's decision about a discretion, as it is kept."""

from dataclasses import dataclass
from datetime import date

from coachdesk.records import Record
from coachdesk.requirements.facts import Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscretionRecord(Record):
    """What was decided about one circumstance that the law leaves to the coach (reg. 99(5), or one that ran out).

    Attributes:
        easement_id: the easement, as interfaces.md 4 names it.
        on: the day of the decision.
        until: the last day on which it holds, which is also its review date; None: until somebody looks again.
        reason: the coach's, in words; never printed.
        interview_id: the interview in which it was decided, or empty.
        sensitive: the easement is sealed: shown by its neutral label, without dates.
    """

    person_id: str
    easement_id: str
    decided: Decided
    on: date
    until: date | None = None
    reason: str = ""
    interview_id: str = ""
    sensitive: bool = False
