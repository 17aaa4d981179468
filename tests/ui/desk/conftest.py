from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.paths import data_folder
from tests.ui.checks import settle
from tests.vaults import made, setting
from ui.safety import Contacts, SafetyPanel
from ui.settings import open_settings
from ui.tasks import Tasks
from ui.theme import Appearance
from ui.wiring import Desk

Sitting = Callable[..., Desk]
"""Puts a coach at the desk over an open vault, at once with the interview of that id."""

LONG = "A job in a school. " * 2000


class Office:
    """A coach at the open window, talking with Amira."""

    def __init__(self, vault: Opened, desk: Desk) -> None:
        self.vault, self.desk = vault, desk
        self.locked: list[bool] = []
        desk.locked.connect(self._lock)

    def _lock(self) -> None:
        """What the program does when the vault is to be locked."""
        self.locked.append(self.desk.close())

    def talk(self, *, given_name: str = "Amira") -> None:
        """Begin a first commitments meeting."""
        people = self.vault.services.people
        person = people.save(replace(people.draft(), given_name=given_name))
        self.desk.routes.start(person.id, "first-commitments", Channel.FACE_TO_FACE, "")
        settle()
        self.desk.screens.interview.flush()

    def said(self) -> str:
        """The notice above the page."""
        notice = self.desk.window.notices.notice()
        return notice.text if notice is not None else ""


@pytest.fixture
def store(own_home: Path) -> QSettings:
    """The settings where the program has them, beside the vault."""
    return open_settings(own_home / "settings.ini")


@pytest.fixture
def opened(own_home: Path) -> Opened:
    """A vault where the program has its own, open."""
    del own_home  # the data folder is in it
    return made(setting(data_folder()))


@pytest.fixture
def sit(qapp: QApplication, qtbot: QtBot, appearance: Appearance, store: QSettings) -> Iterator[Sitting]:
    tasks, owner, desks = Tasks(qapp), QObject(), list[Desk]()

    def sat(vault: Opened, interview_id: str = "") -> Desk:
        panel = SafetyPanel(None, Contacts())
        desk = Desk(
            vault, tasks, appearance=appearance, store=store, safety=panel, interview_id=interview_id, parent=owner
        )
        desks.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.show()
        settle()
        return desk

    yield sat
    for desk in desks:
        assert desk.close()
        desk.keeper.lock.deleteLater()
    tasks.close()
    tasks.deleteLater()
    owner.deleteLater()


@pytest.fixture
def office(opened: Opened, sit: Sitting) -> Office:
    return Office(opened, sit(opened))
