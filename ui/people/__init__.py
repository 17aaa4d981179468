"""The caseload and one person of it: finding, adding, looking, putting details right, starting an interview."""

from ui.people.joining_page import JoiningPage
from ui.people.joining_presenter import JoiningPresenter
from ui.people.page import PeoplePage
from ui.people.person_page import PersonPage
from ui.people.person_presenter import PersonPresenter
from ui.people.presenter import PeoplePresenter
from ui.people.rows import ADD, add_row, search_rows

__all__ = [
    "ADD",
    "JoiningPage",
    "JoiningPresenter",
    "PeoplePage",
    "PeoplePresenter",
    "PersonPage",
    "PersonPresenter",
    "add_row",
    "search_rows",
]
