from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened, Setting
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.self_check import Step
from tests.ui.checks import settle
from tests.vaults import made, setting
from ui.administration import AdministrationPage, AdministrationPresenter
from ui.errors import advice
from ui.kit import Notice
from ui.tasks import Tasks


def self_check() -> tuple[Step, ...]:
    """As the self-check reports; its own tests run it."""
    return Step("keys", ok=True, seconds=0.42, detail="A new vault."), Step(
        "backup", ok=False, seconds=0.1, detail="The disk is full."
    )


@dataclass
class Heard:
    """What the screen told the window."""

    notices: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    looks: list[tuple[str, int]] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    locks: int = 0

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice.text)

    def failed(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.failures.append(advice(error).text)

    def look(self, theme: str, text_size: int) -> None:
        self.looks.append((theme, text_size))

    def lock(self) -> None:
        self.locks += 1


class Screen:
    """Administration over a real vault, as the window shows it."""

    def __init__(self, vault: Opened, tasks: Tasks, store: QSettings) -> None:
        self.vault, self.tasks, self.heard, self.open = vault, tasks, Heard(), True
        self.presenter = AdministrationPresenter(vault.services, tasks, store, self_check=self_check)
        self.folder: Path | None = None
        self.printer: QPrinter | None = None
        self.file: Path | None = None
        self.page = AdministrationPage(
            self.presenter,
            printer=self.choose_printer,
            folders=self.choose_folder,
            files=self.choose_file,
            checkpoints=self.choose_file,
            profiles=self.choose_file,
        )
        self.presenter.setParent(self.page)
        self.presenter.noticed.connect(self.heard.notice)
        self.presenter.failed.connect(self.heard.failed)
        self.presenter.look_wanted.connect(self.heard.look)
        self.presenter.lock_minutes_wanted.connect(self.heard.minutes.append)
        self.presenter.lock_wanted.connect(self.heard.lock)

    def close(self) -> None:
        """Lock the vault; once."""
        if self.open:
            self.open = False
            self.vault.close()

    def choose(self, section: str) -> None:
        """Press the word of a section."""
        self.page.sections.button(section).click()

    def choose_printer(self, _parent: QWidget) -> QPrinter | None:
        """What the coach prints on: `printer`, or nothing, as if they thought better of it."""
        return self.printer

    def choose_folder(self, _parent: QWidget) -> Path | None:
        """Where the copies go: `folder`, or nowhere, as if the coach thought better of it."""
        return self.folder

    def choose_file(self, _parent: QWidget) -> Path | None:
        """Which file comes in: `file`, or none."""
        return self.file

    def add_person(self) -> str:
        """Amira joins the caseload; her id."""
        people = self.vault.services.people
        return people.save(replace(people.draft(), given_name="Amira", family_name="Haddad")).id

    def idle(self) -> bool:
        return not self.tasks.busy()

    def said(self) -> str:
        """Every text on the screen now."""
        settle()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


Show = Callable[..., Screen]


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    return setting(tmp_path)


@pytest.fixture
def show(qtbot: QtBot, where: Setting, store: QSettings) -> Iterator[Show]:
    """Shows Administration over a new vault; the policy may be another."""
    tasks, screens = Tasks(), list[Screen]()

    def shown(policy: Policy | None = None) -> Screen:
        screen = Screen(made(replace(where, policy=policy) if policy else where), tasks, store)
        screens.append(screen)
        qtbot.addWidget(screen.page)
        screen.page.resize(1180, 700)
        screen.page.show()
        screen.page.arrived()
        return screen

    yield shown
    tasks.close()
    for screen in screens:
        screen.close()
