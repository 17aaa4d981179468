from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened, create_vault
from coachdesk.people import Person
from tests.ui.caseload import MORNING, person
from tests.ui.checks import settle
from tests.vaults import PASSPHRASE, setting
from ui.handover import HandoverPage, HandoverPresenter
from ui.handover import state as at
from ui.tasks import Tasks


@dataclass
class Desk:
    """One coach's vault, and the screen of handing over on it."""

    opened: Opened
    tasks: Tasks
    qtbot: QtBot
    folder: Path | None = None
    file: Path | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = HandoverPresenter(self.opened.services, self.tasks)
        self.page = HandoverPage(self.presenter, folders=self.choose_folder, files=self.choose_file)
        self.presenter.setParent(self.page)
        self.qtbot.addWidget(self.page)
        self.page.resize(1180, 700)
        self.page.show()
        self.page.arrived()

    def choose_folder(self, _parent: QWidget, words: str) -> Path | None:
        self.asked.append(words)
        return self.folder

    def choose_file(self, _parent: QWidget, words: str, kind: str) -> Path | None:
        self.asked.append(f"{words} {kind}")
        return self.file

    def press(self, button: QAbstractButton) -> None:
        """Press a button and wait until what it began is done."""
        assert button.isVisibleTo(self.page), button
        assert button.isEnabled(), button
        button.click()
        self.qtbot.waitUntil(self.idle)

    def idle(self) -> bool:
        return not self.tasks.busy()

    def go(self, section: str) -> None:
        """Press the word of a part."""
        self.page.sections.button(section).click()

    def said(self) -> str:
        """Every text on the screen now."""
        settle()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def person(self, name: str) -> Person:
        """Somebody of this vault."""
        (row,) = [each for each in self.opened.services.people.find(name) if each.full_name == name]
        return self.opened.services.people.open(row.person_id).person

    def reword(self, name: str, phone: str, call: str = "") -> None:
        """The coach changes the phone number of somebody, and what to call them."""
        self.opened.services.people.save(replace(self.person(name), phone=phone, preferred_name=call))


def contact_of(desk: Desk) -> Path:
    """The contact file of a coach."""
    assert desk.folder is not None
    return desk.opened.services.handover.write_contact(desk.folder)


def know(one: Desk, other: Desk) -> None:
    """One coach keeps the other's contact, after both read the check phrase to one another."""
    one.file = contact_of(other)
    one.go(at.COLLEAGUES)
    one.press(one.page.colleagues.add)
    assert one.page.colleagues.phrase.text() == "   ".join(other.opened.services.handover.my_contact().phrase)
    one.press(one.page.colleagues.keep)


@pytest.fixture
def desks(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[str], Desk]]:
    """Makes the desk of a coach."""
    tasks, made = Tasks(), list[Desk]()

    def desk(coach: str) -> Desk:
        folder = tmp_path / coach.split(maxsplit=1)[0].lower()
        folder.mkdir()
        where = setting(folder, clock=lambda: MORNING + timedelta(hours=len(made)))
        opened, _key = create_vault(where, coach_name=coach, site="Wakefield", passphrase=PASSPHRASE)
        made.append(Desk(opened, tasks, qtbot, folder=tmp_path))
        return made[-1]

    yield desk
    tasks.close()
    for each in made:
        each.opened.close()


@pytest.fixture
def sam(desks: Callable[[str], Desk]) -> Desk:
    sam = desks("Sam Okafor")
    person(sam.opened, "Cal", "Reid")
    person(sam.opened, "Ruth", "Osei")
    return sam


@pytest.fixture
def alex(desks: Callable[[str], Desk], sam: Desk) -> Desk:
    """A colleague; the two know one another."""
    alex = desks("Alex Doyle")
    know(sam, alex)
    know(alex, sam)
    return alex
