"""A process that shows a window and says what it keeps in memory: `bare`, or `window FOLDER` for ours over a vault.

Nothing that only tests need is imported before ours is weighed.
"""

import os
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coachdesk.application import Setting

TYPED = ("s", "sm", "smi", "smiht", "mohamed al", "jonson wiliam", "forklift", "07700")


@dataclass(frozen=True)
class Weight:
    """Of a process, in megabytes."""

    resident: float
    private: float


def own_weight() -> Weight:
    """What this process keeps in memory now; Linux says it."""
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    kilobytes = {name: int(value.split()[0]) for name, value in (line.split(":") for line in told)}
    private = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return Weight(kilobytes["Rss"] / 1024, private / 1024)


def place(folder: Path) -> "Setting":
    """Where the vault is: one without a keychain, so that another process can open it."""
    from tests.vaults import setting

    return replace(setting(folder), keychain=None)


def bare(app: QApplication) -> None:
    """The least that PySide6 needs to show a heading, a field and a button."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in (QLabel("Unlock"), QLineEdit(), QPushButton("Unlock")):
        layout.addWidget(widget)
    window.resize(1366, 768)
    window.show()
    settle(app)
    say()


def ours(app: QApplication, folder: Path) -> None:
    """Today, the list of people, some searches, a person."""
    from coachdesk.application import open_vault
    from coachdesk.site_profile import SafetyPlan
    from tests.vaults import PASSPHRASE
    from ui.people import PeoplePage
    from ui.safety import Contacts, SafetyPanel
    from ui.settings import open_settings
    from ui.tasks import Tasks
    from ui.theme import Appearance, Theme
    from ui.wiring import Desk

    opened = open_vault(place(folder), PASSPHRASE)
    panel = SafetyPanel(
        SafetyPlan("Stay.", date(2026, 1, 1), "Jo Bell"),
        Contacts(duty_manager="Jo Bell", safeguarding_lead="Amit Shah"),
    )
    with tempfile.TemporaryDirectory() as home:
        look, store = Appearance(app, theme=Theme.BASIC), open_settings(Path(home) / "settings.ini")
        desk = Desk(opened, Tasks(app), appearance=look, store=store, safety=panel, parent=QObject(app))
        desk.window.resize(1366, 768)
        desk.window.show()
        settle(app)
        desk.routes.go("people")
        page = desk.window.page()
        assert isinstance(page, PeoplePage)
        for text in TYPED:
            page.find_box.line.setText(text)
            settle(app)
        desk.routes.open_person(opened.services.people.find("smith")[0].person_id)
        settle(app)
        say()


def settle(app: QApplication) -> None:
    """Let it paint."""
    for _ in range(20):
        app.processEvents()
        time.sleep(0.01)


def say() -> None:
    """Print the weight, and end without ceremony."""
    weight = own_weight()
    os.write(1, f"{weight.resident} {weight.private}\n".encode())
    os._exit(0)


def main() -> None:
    """Show what was asked for."""
    if sys.argv[1] == "bare":
        bare(QApplication(sys.argv[:1]))
    from ui.theme import application

    ours(application(), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
