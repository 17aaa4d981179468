"""Start-up and the life of the windows: unlock, work, lock. What happens inside the window is wired in `ui/wiring.py`.

The first window is on the screen before anything heavy is imported; a worker loads the rest while the coach types.
Locking saves, closes the vault and starts a fresh process at the first window, because the memory of a Python process
cannot be wiped and a new one is clean.
"""

import gc
import getpass
import sys
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk import __version__, i18n
from coachdesk.logs import Amount, Event, note
from coachdesk.paths import report_folder
from ui import settings
from ui.crash import CrashReports
from ui.kit.focus import FocusRing
from ui.session import here
from ui.starting import Asked, read, runs_already
from ui.tasks import Tasks
from ui.theme import Appearance, Theme, application
from ui.unlock import LeftAlone, UnlockPage, UnlockPresenter, UnlockState
from ui.vaults import VaultDoor

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from coachdesk.application import Opened
    from ui.instance import Instance
    from ui.safety import Contacts, SafetyPanel, SafetyPlan
    from ui.wiring import Desk

AFTER_FIRST_PAINT = 60
"""Milliseconds after which the first window is surely on the screen; loading before that would hold it up."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; its exit code."""
    asked = read(arguments)
    vault = asked.vault
    app = application()
    app.setApplicationName("CoachDesk")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(True)
    alone = QLockFile(str(vault.with_suffix(f".{here()}.running")))
    if runs_already(alone, asked):
        return 0
    program = Program(app, asked, alone)
    program.begin()
    QTimer.singleShot(AFTER_FIRST_PAINT, _forbid_dumps)
    code = app.exec()
    program.end()
    return code


class Program(QObject):
    """Holds the windows of one run. It goes back to an interview that was on the screen when the vault was locked."""

    def __init__(self, app: QApplication, asked: Asked, alone: QLockFile) -> None:
        super().__init__(app)
        self._interview_id, self._pack, self._key_left = asked.interview_id, asked.pack, asked.key_left
        self._app, self._vault, self._alone = app, asked.vault, alone
        self._door = VaultDoor(self._vault.parent, self._vault.stem)
        self.store: QSettings = settings.open_settings()
        i18n.use(settings.first_language(self.store))
        self._crash = CrashReports(report_folder(), version=__version__, parent=self)
        self._died = self._crash.left_behind()
        self._undo_crash = self._crash.install()
        self._crash.reported.connect(self._show_report)
        self.appearance = Appearance(
            app, theme=Theme(settings.THEME.get(self.store)), text_size=settings.TEXT_SIZE.get(self.store)
        )
        self._ring = FocusRing(app)
        self._end_noting: Callable[[], None] = _nothing
        self._since = time.monotonic()
        self.tasks = Tasks(self)
        self.instance: Instance | None = None
        self.unlock: UnlockPage | None = None
        self.desk: Desk | None = None

    def begin(self) -> None:
        """Show the first window, then load the rest behind it."""
        presenter = UnlockPresenter(self._door, self.tasks, getpass.getuser(), parent=self)
        presenter.opened.connect(self._enter)
        presenter.changed.connect(self._meanwhile)
        presenter.left.connect(self._leave_key)
        self.unlock = UnlockPage(presenter, safety=safety_panel, printer=choose_printer)
        self.unlock.support_wanted.connect(self._show_support)
        self.unlock.report_wanted.connect(self._show_how_it_died)
        LeftAlone(self.unlock, presenter, self.store)
        if self._key_left:
            presenter.tell_key_left()
        if self._died is not None:
            self.unlock.tell_died()
        self.unlock.show()
        QTimer.singleShot(AFTER_FIRST_PAINT, self._load)

    def _load(self) -> None:
        from ui import noting

        self._end_noting = noting.begin()
        note(Event.STARTED)
        self._look_round()
        self.tasks.run(self._door.load, owner=self, ok=self._load_screens, fail=_not_loaded)
        from ui.instance import Instance

        self.instance = Instance(self._vault, here(), self)
        self.instance.asked.connect(self._come_forward)

    def _load_screens(self, _loaded: None) -> None:
        from ui.loading import load_screens

        load_screens(self, lambda: self._safety)

    @cached_property
    def _safety(self) -> "SafetyPanel":
        """The desk's own; where there is time for it, it is made before the vault is open."""
        return safety_panel()

    def _look_round(self) -> None:
        """Who else has the vault is said before anybody types; what is half typed goes with whoever leaves."""
        if self.unlock is not None:
            from ui.session import watch

            self.unlock.look()
            watch(self.unlock, self.unlock.forget)

    def _meanwhile(self, state: UnlockState) -> None:
        """Whoever was faster than the loading waits for the worker, which derives the key: load the screens meanwhile."""
        if state.busy:
            self._since = time.monotonic()
            QTimer.singleShot(AFTER_FIRST_PAINT, _desk)

    def end(self) -> None:
        """Close what is open. The vault is closed last."""
        self._make_room()
        if self.desk is not None:
            self.desk.close()
        self.tasks.close()
        self.store.sync()
        note(Event.ENDED)
        self._end_noting()
        self._undo_crash()

    def _make_room(self) -> None:
        """Whoever starts next is the first."""
        if self.instance is not None:
            self.instance.close()
        self._alone.unlock()

    def lock(self) -> None:
        """Save, close, and start afresh at the first window; not while something could not be saved yet."""
        assert self.desk is not None
        talk = self.desk.screens.interview.state()
        if self.desk.close():
            self._start_afresh(*(("--interview", talk.interview.id) if talk is not None else ()))

    def _leave_key(self, vault: "Opened") -> None:
        """Nobody was there while the recovery key of a new vault was on the screen."""
        vault.close()
        self._start_afresh("--key-left")

    def _start_afresh(self, *more: str) -> None:
        note(Event.LOCKED)
        self._make_room()
        from PySide6.QtCore import QProcess

        arguments = [] if getattr(sys, "frozen", False) else ["-m", "ui"]
        QProcess.startDetached(sys.executable, [*arguments, "--vault", str(self._vault), *more])
        self._app.quit()

    def _enter(self, vault: "Opened") -> None:
        assert self.unlock is not None
        note(Event.OPENED, amounts={Amount.MILLISECONDS: round((time.monotonic() - self._since) * 1000)})
        self.desk = _desk()(
            vault,
            self.tasks,
            appearance=self.appearance,
            store=self.store,
            safety=self._safety,
            interview_id=self._interview_id,
            parent=self,
        )
        self.desk.locked.connect(self.lock)
        self.desk.screens.administration.support_wanted.connect(self._show_support)
        self.desk.window.setGeometry(self.unlock.geometry())
        self.desk.show()
        from ui.session import watch

        watch(self.desk.window, self.desk.shutting.lock)
        self.unlock.close()
        self.unlock.deleteLater()
        self.unlock = None
        self._look_at_pack()

    def _look_at_pack(self) -> None:
        """What was opened on the desktop, once the vault is open; once."""
        if self.desk is not None and self._pack is not None:
            self.desk.routes.open_pack(self._pack)
            self._pack = None

    def _come_forward(self, file: str) -> None:
        self._pack = Path(file) if file else self._pack
        self._look_at_pack()
        window = self._window()
        if window is not None:
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()

    def _show_report(self, path: Path | None) -> None:
        from ui.kit.report_window import ReportWindow

        ReportWindow(path, self._window()).open()

    def _show_how_it_died(self) -> None:
        from ui.kit.report_window import ReportWindow

        ReportWindow(self._died, self._window(), died=True).open()

    def _show_support(self) -> None:
        from coachdesk.support import Subject
        from ui.support import SupportWindow

        services = self.desk.services if self.desk is not None else None
        SupportWindow(Subject(self._vault), self.tasks, self._window(), services=services).open()

    def _window(self) -> QWidget | None:
        return self.desk.window if self.desk is not None else self.unlock


def _desk() -> "type[Desk]":
    from ui.wiring import Desk

    return Desk


def choose_printer(parent: QWidget) -> "QPrinter | None":
    """The printer that the coach chooses; what prints is loaded only now."""
    from ui.kit import printing

    return printing.chosen(parent)


def safety_panel() -> "SafetyPanel":
    """The site's own plan and numbers, read anew each time that it is opened."""
    from ui.safety import SafetyPanel

    return SafetyPanel(*_site(), anew=_site)


def _site() -> "tuple[SafetyPlan | None, Contacts]":
    """The plan and numbers of this machine or of a site profile; neither holds a person's data."""
    from coachdesk.policy_file import places, policy_in_danger
    from coachdesk.safety_plan import safety_plan_here
    from ui.safety import Contacts, Nation

    where = places()
    policy = policy_in_danger(where)  # what is wrong with it is said at unlocking
    return safety_plan_here(where, policy), Contacts(
        nation=Nation(policy.site_nation) if policy.is_set("site_nation") else None,
        crisis_team=policy.crisis_team,
        duty_manager=_both(policy.duty_manager, policy.duty_manager_phone),
        safeguarding_lead=_both(policy.safeguarding_lead, policy.safeguarding_phone),
        partner_extension=policy.partner_call,
        support=policy.staff_support,
        keeper=policy.support_contact,
    )


def _forbid_dumps() -> None:
    """Loaded when the first window is on the screen: nobody has typed a passphrase by then."""
    from coachdesk.logs.dumps import forbid_dumps

    forbid_dumps()


def _both(name: str, phone: str) -> str:
    return ", ".join(part for part in (name, phone) if part)


def _nothing(_result: None = None) -> None:
    """Loaded, or never begun: nothing to do."""


def _not_loaded(error: BaseException) -> None:
    gc.enable()
    raise error
