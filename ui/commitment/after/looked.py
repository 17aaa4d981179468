"""What came of a second opinion, as it is typed."""

from dataclasses import dataclass
from datetime import date

from coachdesk.commitments import LookedBy, OutcomeKind


@dataclass(frozen=True, slots=True)
class Looked:
    """Who looked, when, and what the person says to it now; `reason` where an earlier word is put right."""

    by: LookedBy
    said: OutcomeKind
    on: date
    reason: str = ""
