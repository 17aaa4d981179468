"""Start-up and the life of the windows: unlock, work, lock. What happens inside the window is wired in `ui/wiring.py`.

The first window is on the screen before anything heavy is imported; a worker loads the rest while the coach types.
Locking saves, closes the vault and starts a fresh process at the first window, because the memory of a Python process
cannot be wiped and a new one is clean.
"""

import argparse
import getpass
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from coachdesk import __version__, i18n
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.paths import data_folder
from ui import settings
from ui.crash import CrashReports
from ui.instance import Instance, ask_to_show
from ui.kit.focus import FocusRing
from ui.kit.printing import choose_printer
from ui.kit.report_window import ReportWindow
from ui.safety import Contacts, SafetyPanel
from ui.tasks import Tasks
from ui.theme import Appearance, Theme
from ui.unlock import UnlockPage, UnlockPresenter
from ui.vaults import VaultDoor

if TYPE_CHECKING:
    from coachdesk.application import Opened
    from ui.wiring import Desk

NAME = "coachdesk"

AFTER_FIRST_PAINT = 60
"""Milliseconds after which the first window is surely on the screen; loading before that would hold it up."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; its exit code."""
    vault = _vault(arguments)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("CoachDesk")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(True)
    if ask_to_show(vault):
        return 0
    program = Program(app, vault)
    program.begin()
    code = app.exec()
    program.end()
    return code


def _vault(arguments: Sequence[str]) -> Path:
    parser = argparse.ArgumentParser(prog="CoachDesk", description="The desktop program of a work coach.")
    parser.add_argument("--vault", metavar="FILE", help="a vault other than the usual one, such as a practice vault")
    asked = parser.parse_args(list(arguments))
    return Path(asked.vault).absolute() if asked.vault else data_folder() / f"{NAME}.cdvault"


class Program(QObject):
    """Holds the windows of one run."""

    def __init__(self, app: QApplication, vault: Path) -> None:
        super().__init__(app)
        self._app, self._vault = app, vault
        self._door = VaultDoor(vault.parent, vault.stem)
        self.store: QSettings = settings.open_settings()
        i18n.use(Language(settings.LANGUAGE.get(self.store)))
        self._crash = CrashReports(data_folder() / "reports", version=__version__, parent=self)
        self._undo_crash = self._crash.install()
        self._crash.reported.connect(self._show_report)
        self.appearance = Appearance(
            app, theme=Theme(settings.THEME.get(self.store)), text_size=settings.TEXT_SIZE.get(self.store)
        )
        self._ring = FocusRing(app)
        self.tasks = Tasks(self)
        self.instance = Instance(vault, self)
        self.instance.asked.connect(self._come_forward)
        self.unlock: UnlockPage | None = None
        self.desk: Desk | None = None

    def begin(self) -> None:
        """Show the first window, then load the rest behind it."""
        presenter = UnlockPresenter(self._door, self.tasks, getpass.getuser(), parent=self)
        presenter.opened.connect(self._enter)
        self.unlock = UnlockPage(presenter, safety=safety_panel, printer=choose_printer)
        self.unlock.show()
        QTimer.singleShot(AFTER_FIRST_PAINT, self._load)

    def _load(self) -> None:
        self.tasks.run(self._door.load, owner=self, ok=_nothing, fail=_raise)

    def end(self) -> None:
        """Close what is open. The vault is closed last."""
        self.instance.close()
        if self.desk is not None:
            self.desk.close()
        self.tasks.close()
        self.store.sync()
        self._undo_crash()

    def lock(self) -> None:
        """Save, close, and start afresh at the first window; not while something could not be saved yet."""
        assert self.desk is not None
        if not self.desk.close():
            return
        self.instance.close()
        arguments = [] if getattr(sys, "frozen", False) else ["-m", "ui"]
        QProcess.startDetached(sys.executable, [*arguments, "--vault", str(self._vault)])
        self._app.quit()

    def _enter(self, vault: "Opened") -> None:
        from ui.wiring import Desk

        assert self.unlock is not None
        self.desk = Desk(
            vault, self.tasks, appearance=self.appearance, store=self.store, safety=safety_panel(), parent=self
        )
        self.desk.locked.connect(self.lock)
        self.desk.window.setGeometry(self.unlock.geometry())
        self.desk.window.show()
        self.unlock.close()
        self.unlock.deleteLater()
        self.unlock = None

    def _come_forward(self) -> None:
        window = self.desk.window if self.desk is not None else self.unlock
        if window is not None:
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()

    def _show_report(self, path: Path | None) -> None:
        parent = self.desk.window if self.desk is not None else self.unlock
        ReportWindow(path, parent).open()


def safety_panel() -> SafetyPanel:
    """The site's own plan and numbers; read from the machine folder, which holds no person's data."""
    from coachdesk.content import read_policy, read_safety_plan
    from coachdesk.policy import Policy

    policy = Policy()
    with suppress(AppError):  # what is wrong with the policy is said at unlocking; the panel is never refused
        policy = read_policy()
    return SafetyPanel(
        read_safety_plan(),
        Contacts(
            duty_manager=_both(policy.duty_manager, policy.duty_manager_phone),
            safeguarding_lead=_both(policy.safeguarding_lead, policy.safeguarding_phone),
            support=policy.support_contact,
        ),
    )


def _both(name: str, phone: str) -> str:
    return ", ".join(part for part in (name, phone) if part)


def _nothing(_result: None) -> None:
    """Loaded: nothing to do."""


def _raise(error: BaseException) -> None:
    raise error
