from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import Appointment
from coachdesk.people import Person
from tests.ui.caseload import booked, opened, person
from ui.slips import SlipPage, SlipPresenter
from ui.tasks import Tasks

__all__ = ("opened",)


@dataclass
class Coach:
    """What the coach chooses in the system's dialogues."""

    printer: QPrinter | None = None
    folder: Path | None = None
    asked: list[str] = field(default_factory=list)

    def choose_printer(self, _parent: QWidget) -> QPrinter | None:
        self.asked.append("printer")
        return self.printer

    def choose_folder(self, _parent: QWidget) -> Path | None:
        self.asked.append("folder")
        return self.folder


@pytest.fixture
def coach() -> Coach:
    return Coach()


@pytest.fixture
def cal(opened: Opened) -> Person:
    return person(opened, "Cal", "Reid")


@pytest.fixture
def meeting(opened: Opened, cal: Person) -> Appointment:
    return booked(opened, cal, time(10, 30), on=date(2026, 12, 15))


@pytest.fixture
def slips(opened: Opened) -> Iterator[SlipPresenter]:
    tasks = Tasks()
    made = SlipPresenter(opened.services, tasks)
    yield made
    tasks.close()
    made.deleteLater()
    tasks.deleteLater()


@pytest.fixture
def page(slips: SlipPresenter, coach: Coach, qtbot: QtBot) -> SlipPage:
    made = SlipPage(slips, printers=coach.choose_printer, folders=coach.choose_folder)
    qtbot.addWidget(made)
    made.resize(1186, 678)
    made.show()
    return made
