"""The people on a caseload: who they are, what bears on what may be asked of them, and finding them."""

from coachdesk.people.circumstances import in_force
from coachdesk.people.labels import NATIONS, NEEDS, circumstance_label
from coachdesk.people.names import PersonProblem, age_on, check_person, search_key
from coachdesk.people.person import Circumstance, Nation, Need, Person

__all__ = [
    "NATIONS",
    "NEEDS",
    "Circumstance",
    "Nation",
    "Need",
    "Person",
    "PersonProblem",
    "age_on",
    "check_person",
    "circumstance_label",
    "in_force",
    "search_key",
]
