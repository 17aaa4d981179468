from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE, setting
from ui.safety import Contacts, SafetyPanel
from ui.tasks import Tasks
from ui.unlock import UnlockPage, UnlockPresenter


class FirstWindow:
    """The first window as the program makes it, and what came out of it."""

    def __init__(self, door: RealDoor, tasks: Tasks) -> None:
        self.door, self.tasks = door, tasks
        self.presenter = UnlockPresenter(door, tasks, "Sam Okafor")
        self.page = UnlockPage(self.presenter, safety=safety, printer=no_printer)
        self.presenter.setParent(self.page)
        self.entered: list[object] = []
        self.presenter.opened.connect(self.entered.append)

    def idle(self) -> bool:
        """Whether nothing is going on behind the window."""
        return not self.tasks.busy()


def safety() -> SafetyPanel:
    return SafetyPanel(None, Contacts(duty_manager="R. Patel, 4417"))


def no_printer(_parent: QWidget) -> QPrinter | None:
    return None


Show = Callable[[], FirstWindow]


@pytest.fixture
def door(tmp_path: Path) -> Iterator[RealDoor]:
    real = RealDoor(setting(tmp_path))
    yield real
    real.close()


@pytest.fixture
def made(door: RealDoor) -> RealDoor:
    """The door to a vault that was made before and is locked."""
    door.make("Sam Okafor", "Wakefield", PASSPHRASE)
    door.close()
    return door


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    worker = Tasks()
    yield worker
    worker.close()


@pytest.fixture
def show(qtbot: QtBot, door: RealDoor, tasks: Tasks) -> Show:
    """Shows the first window."""

    def shown() -> FirstWindow:
        window = FirstWindow(door, tasks)
        qtbot.addWidget(window.page)
        with qtbot.waitActive(window.page):  # on a busy machine that comes late, and nothing has the focus before
            window.page.show()
        return window

    return shown
