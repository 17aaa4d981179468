"""The people on a caseload: who they are, what bears on what may be asked of them, and finding them."""

from coachdesk.people.circumstances import in_force
from coachdesk.people.handover import HOW, IN_SPITE, Given, Handover, How, InSpite, way_of
from coachdesk.people.labels import NATIONS, NEEDS, circumstance_label
from coachdesk.people.names import PersonProblem, age_on, check_person, search_key
from coachdesk.people.person import Circumstance, Nation, Need, Person, Safe
from coachdesk.people.safe_to_give import NOBODY_ASKED, Giving, SafeToGive, asked, is_private, measures, safe_to_give

__all__ = [
    "HOW",
    "IN_SPITE",
    "NATIONS",
    "NEEDS",
    "NOBODY_ASKED",
    "Circumstance",
    "Given",
    "Giving",
    "Handover",
    "How",
    "InSpite",
    "Nation",
    "Need",
    "Person",
    "PersonProblem",
    "Safe",
    "SafeToGive",
    "age_on",
    "asked",
    "check_person",
    "circumstance_label",
    "in_force",
    "is_private",
    "measures",
    "safe_to_give",
    "search_key",
    "way_of",
]
