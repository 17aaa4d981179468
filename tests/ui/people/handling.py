"""What a coach does with circumstances on the screen, in short words."""

from PySide6.QtWidgets import QLabel, QWidget

from coachdesk.application import Opened
from coachdesk.people import Circumstance, Person
from tests.ui.caseload import person
from tests.ui.checks import activate, controls, described, dictate, settle, spoken
from ui.kit import ChoiceGroup, DateField
from ui.people import PersonPage, PersonPresenter
from ui.people.circumstances_card import CircumstanceCard
from ui.people.circumstances_form import CircumstanceForm


def fill(opened: Opened) -> None:
    """Use up whatever room is left in the vault."""
    for _number in range(2000):
        person(opened, "Ada", "Lovelace")


def texts(part: QWidget) -> list[str]:
    settle()
    return [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part) and each.text()]


def heard(part: QWidget) -> str:
    """Everything that can be read or heard there."""
    settle()
    return " ".join([*texts(part), *(f"{spoken(each)} {described(each)}" for each in controls(part))]).lower()


def shown(page: PersonPage, one: PersonPresenter, somebody: Person) -> list[CircumstanceCard]:
    """Go where the circumstances are."""
    one.open(somebody.id)
    activate(page.sections.button("circumstances"))
    settle()
    return list(page.circumstances.cards.values())


def form(card: CircumstanceCard) -> CircumstanceForm:
    assert card.form is not None
    return card.form


def day(form: CircumstanceForm, name: str) -> DateField:
    field = form.fields[name]
    assert isinstance(field, DateField)
    return field


def choose(form: CircumstanceForm, name: str, number: int) -> None:
    field = form.fields[name]
    assert isinstance(field, ChoiceGroup)
    activate(field.buttons[number])


def type_day(field: DateField, *parts: str) -> None:
    for line, part in zip(field.lines.values(), parts, strict=True):
        dictate(line, part)


def card_of(page: PersonPage, kept: Circumstance) -> CircumstanceCard:
    return page.circumstances.cards[kept.id]
