from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from coachdesk.application import Opened
from tests.core.services.issuing import Watch
from tests.ui.plan.acted import Told
from tests.vaults import made, setting
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.tasks import Tasks


@dataclass
class Coach:
    """What the coach chooses in the system's dialogues."""

    printer: QPrinter | None = None
    folder: Path | None = None
    file: Path | None = None
    asked: list[str] = field(default_factory=list)

    def choose_printer(self, _parent: QWidget) -> QPrinter | None:
        self.asked.append("printer")
        return self.printer

    def choose_file(self, _parent: QWidget) -> Path | None:
        self.asked.append("file")
        return self.file

    def choose_folder(self, _parent: QWidget) -> Path | None:
        self.asked.append("folder")
        return self.folder


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A vault on the day on which Amira's written case happens: her plan and next meeting are to come."""
    vault = made(setting(tmp_path, clock=Watch()))
    yield vault
    vault.close()


@pytest.fixture
def coach() -> Coach:
    return Coach()


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    running = Tasks()
    yield running
    running.close()
    running.deleteLater()


@pytest.fixture
def presenter(opened: Opened, tasks: Tasks) -> Iterator[CommitmentPresenter]:
    deciding = CommitmentPresenter(opened.services, tasks)
    yield deciding
    deciding.deleteLater()


@pytest.fixture
def told(presenter: CommitmentPresenter) -> Told:
    """What the screen told the window."""
    return Told(presenter.failed, presenter.noticed, presenter.issued)


@pytest.fixture
def page(presenter: CommitmentPresenter, coach: Coach) -> CommitmentPage:
    """The page at its smallest supported size, shown."""
    shown = CommitmentPage(
        presenter, printers=coach.choose_printer, folders=coach.choose_folder, files=coach.choose_file
    )
    shown.resize(1186, 640)
    shown.show()
    return shown
