"""The desk: the window over one open vault, its screens, its locks and what is said above them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication

from coachdesk.diary.needs_you import TIME_OVER
from coachdesk.errors import AppError
from coachdesk.i18n import _
from ui.administration.state import BACKUPS, RETENTION
from ui.backing_up import AutomaticBackups
from ui.interview.state import GOODBYE
from ui.keeper import Keeper
from ui.kit import Notice
from ui.kit.clipboard import take_all_back
from ui.main_window import MainWindow
from ui.routes import Routes
from ui.safety import SafetyPanel
from ui.safety.keeping import SafetyTalk
from ui.screens import make_screens, places_of
from ui.shutting import Shutting
from ui.tasks import Tasks
from ui.telling import Telling, older_than_left, without_keychain
from ui.theme import Appearance
from ui.typing_time import TypingTime

if TYPE_CHECKING:
    from coachdesk.application import Opened


class Desk(QObject):
    """The window over one open vault. `locked` comes when the coach, or idleness, wants it locked.

    `interview_id` is the interview to begin with, where one was on the screen when the vault was locked: nothing else is
    read or shown before it.
    """

    locked = Signal()

    def __init__(
        self,
        vault: "Opened",
        tasks: Tasks,
        *,
        appearance: Appearance,
        store: QSettings,
        safety: SafetyPanel,
        interview_id: str = "",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self.services = services = vault.services
        self.typing_time = TypingTime(services, self)
        self.backups = AutomaticBackups(services, tasks, self)
        self.screens = screens = make_screens(services, tasks, store)
        back = bool(interview_id) and screens.interview.open(interview_id)
        self.window = MainWindow(
            places_of(screens), site=vault.info.site, safety=safety, store=store, first="interview" if back else ""
        )
        self.telling = Telling(self.window, self._ways(), self)
        self.safety = SafetyTalk(services, safety, self)
        self.shutting = Shutting(
            (screens.interview, screens.plan, screens.person, self.safety), self, leave=self._leave, close=self._shut
        )
        self.keeper = Keeper(vault.policy, appearance, store, self._talking, self)
        self.routes = Routes(self.window, screens, services, moved=self.keeper.count_anew, parent=self)
        self._join()
        self._join_telling()
        self._join_minutes()
        tasks.run(services.retention.count, owner=self, ok=self._counted, fail=self._not_counted)
        if vault.older_than_left:
            self.telling.say(Notice(older_than_left(), "warn"))
        elif not vault.keys.with_keychain:
            self.telling.say(Notice(without_keychain(has_one=services.administration.computer_has_keychain())))
        if interview_id and not back:
            screens.interview.resume_wanted.emit(interview_id)  # once more: now somebody says what is in the way

    def close(self) -> bool:
        """Put on disk what is being typed and close the vault; False where something could not be saved yet."""
        return self.shutting.shut()

    def _leave(self) -> None:
        QGuiApplication.inputMethod().commit()  # a letter that is still being put together is saved too
        self.window.page().leaving()

    def _shut(self) -> None:
        try:
            self.keeper.lock.stop()
            self.typing_time.store()
            take_all_back()
            self.screens.administration.bringing.cancel()
            self.screens.handover.stop()
            self.window.hide()
            self.backups.last()
        finally:
            self._vault.close()  # whatever went wrong before

    def _kept(self) -> None:
        self.keeper.count_anew()  # idleness asks again
        self.telling.say(
            Notice(
                _(
                    "Some words could not be saved yet, so the vault stays open and nothing is lost. Free some space on "
                    "the disk. If you wanted to lock, CoachDesk locks as soon as they are saved."
                ),
                "warn",
            )
        )

    def _window_closes(self, event: QCloseEvent) -> None:
        if not self.close():
            event.ignore()

    def _ways(self) -> dict[str, Callable[[], object]]:
        """What the button of an error does."""
        return {
            "retry": self._try_again,
            "reload": self._read_again,
            "reword": self.screens.commitment.reword,
            "restore": self._to_backups,
            "self-check": self._to_administration,
        }

    def _talking(self) -> bool:
        return self.window.page().interview_open()

    def _join(self) -> None:
        window, administration = self.window, self.screens.administration
        self.shutting.wanted.connect(self.locked)
        self.shutting.kept.connect(self._kept)
        window.lock_wanted.connect(self.shutting.lock)
        window.closing.connect(self._window_closes)
        window.text_size_wanted.connect(self.keeper.resize_text)
        window.safety_opened.connect(self._safety_opened)
        window.safety_closed.connect(self._safety_closed)
        self.safety.failed.connect(self.telling.failed)
        self.safety.end_wanted.connect(self._end_kindly)
        self.keeper.lock.warning.connect(self._warn)
        self.keeper.lock.woken.connect(self.telling.over)
        self.keeper.lock.expired.connect(self.shutting.lock)
        self.screens.today.vault_wanted.connect(self._to_vault)
        administration.keys_changed.connect(self.backups.at_once)
        administration.lock_wanted.connect(self.shutting.lock)
        administration.look_wanted.connect(self.keeper.set_look)
        administration.lock_minutes_wanted.connect(self.keeper.set_minutes)

    def _join_minutes(self) -> None:
        self.window.went.connect(self.typing_time.store)
        self.screens.interview.saved.connect(self.typing_time.answered)
        self.screens.commitment.issued.connect(self.typing_time.issued)

    def show(self) -> None:
        """Put the window on the screen."""
        self.window.show()
        self.typing_time.watch(self.window)

    def _join_telling(self) -> None:
        its = self.screens
        for presenter in (
            its.today,
            its.people,
            its.person,
            its.joining,
            its.interview,
            its.plan,
            its.commitment,
            its.slip,
            its.administration,
        ):
            presenter.failed.connect(self.telling.failed)
        for teller in (
            its.today,
            its.people,
            its.person,
            its.joining,
            its.interview,
            its.plan,
            its.commitment,
            its.slip,
            its.directory,
            its.administration,
        ):
            teller.noticed.connect(self.telling.noticed)
        self.backups.failed.connect(self.telling.failed)
        for each in (its.interview, its.plan, its.person):
            each.saved.connect(self.telling.saved)

    def _try_again(self) -> None:
        self.window.page().leaving()

    def _read_again(self) -> None:
        self.window.page().arrived()

    def _to_backups(self) -> None:
        self.screens.administration.choose_section(BACKUPS)
        self._to_administration()

    def _counted(self, many: int) -> None:
        if many:
            self.screens.today.refresh()

    def _not_counted(self, error: BaseException) -> None:
        if not isinstance(error, AppError):  # else it is counted when the vault is opened next
            raise error

    def _to_vault(self, need: str) -> None:
        self.screens.administration.choose_section(RETENTION if need == TIME_OVER else BACKUPS)
        self._to_administration()

    def _to_administration(self) -> None:
        self.routes.go("administration")

    def _warn(self, seconds: int) -> None:
        self.telling.say_for_now(
            Notice(_("CoachDesk locks in {seconds} seconds. Press any key to stay.").format(seconds=seconds))
        )

    def _safety_opened(self) -> None:
        self.keeper.lock.pause("safety")
        self.screens.interview.stop_clock()
        talk = None if self.window.is_hidden_now() else self.screens.interview.state()
        self.safety.begin(talk.interview if talk is not None else None)

    def _end_kindly(self) -> None:
        self.routes.go("interview")
        talk = self.screens.interview.state()
        if talk is not None and talk.interview.step_id != GOODBYE:
            self.screens.interview.end_kindly()

    def _safety_closed(self) -> None:
        self.keeper.lock.resume("safety")
        self.screens.interview.resume_clock()
        self.safety.end()
