"""How long what is known of people is kept, what is past its time and what is held back. Pure: no clock, no database."""

from coachdesk.retention.due import Due, Holding, Stays, as_shown, numbers, past_their_time
from coachdesk.retention.hold import HELD_BECAUSE, HeldBecause, Hold
from coachdesk.retention.kinds import LABELS, WORKING, Kind
from coachdesk.retention.rules import FOUR_WEEKS, TWO_YEARS, Length, Rule, Unit, kept_for, rules_of

__all__ = [
    "FOUR_WEEKS",
    "HELD_BECAUSE",
    "LABELS",
    "TWO_YEARS",
    "WORKING",
    "Due",
    "HeldBecause",
    "Hold",
    "Holding",
    "Kind",
    "Length",
    "Rule",
    "Stays",
    "Unit",
    "as_shown",
    "kept_for",
    "numbers",
    "past_their_time",
    "rules_of",
]
