"""What is said above the content, and what becomes of the button in it: take back, try again, go where it can be mended."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from coachdesk.errors import AppError
from coachdesk.i18n import _
from ui.errors import advice
from ui.kit import Notice
from ui.main_window import MainWindow
from ui.shutting import Typing

COULD_NOT_SAVE = {"storage.disk-full", "storage.disk-failed", "storage.busy", "storage.read-only", "storage.no-memory"}
"""Errors after which saving is tried again by itself: the notice goes when it worked."""


@runtime_checkable
class Undoing(Protocol):
    """A presenter that can take back what it said in a notice."""

    def undo(self, action: str) -> object:
        """Take it back."""


class Telling(QObject):
    """Speaks for all screens. `ways` says what the button of an error does, by action id (`ui/errors.py`)."""

    def __init__(self, window: MainWindow, ways: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._ways = window, ways
        self._undoing: Undoing | None = None
        self._could_not_save = False
        self._for_now: Notice | None = None
        self._beneath: Notice | None = None
        window.acted.connect(self._act)

    def say(self, notice: Notice) -> None:
        """Show a notice that nobody has to take back."""
        self._window.show_notice(notice)

    def say_for_now(self, notice: Notice) -> None:
        """Show a notice until `over`."""
        self._beneath, self._for_now = self._window.notices.notice(), notice
        self.say(notice)

    def over(self) -> None:
        """What was said for now is over: what stood there before it comes back, unless something else was said since."""
        if self._for_now is None or self._window.notices.notice() is not self._for_now:
            return
        if self._beneath is None:
            self._window.notices.clear()
        else:
            self.say(self._beneath)

    def failed(self, error: AppError) -> None:
        """Say what happened, and the way on."""
        self._undoing = None
        self._could_not_save = error.code in COULD_NOT_SAVE
        sender = self.sender()
        if isinstance(sender, Typing) and sender.unsaved():
            self._window.top.set_failed()
        said = advice(error)
        self.say(Notice(said.text, "problem", said.action_words, said.action))

    def noticed(self, notice: Notice) -> None:
        """Say what a presenter has to say; its action goes back to it."""
        sender = self.sender()
        self._undoing = sender if isinstance(sender, Undoing) else None
        self.say(notice)

    def saved(self, at: datetime) -> None:
        """Say when it was saved; what was said about not being able to is over."""
        self._window.top.set_saved(at)
        if self._could_not_save:
            self._could_not_save = False
            self._window.notices.clear()

    def _act(self, action: str) -> None:
        if self._undoing is not None:
            self._undoing.undo(action)
        elif action in self._ways:
            self._ways[action]()


def without_keychain(*, has_one: bool) -> str:
    """Why the passphrase alone protects the vault. `has_one`: the computer would have a keychain."""
    if has_one:
        return _("This vault was made without a keychain, so your passphrase alone protects it.")
    return _("This computer has no keychain that can be used, so your passphrase alone protects the vault.")


def older_than_left() -> str:
    """What is wrong where older files lie in the place of the vault, and what to do."""
    return _(
        "This vault is older than when you last left it on this computer, so what was written since is missing. If a "
        "backup was brought back, that is right. If not, tell whoever looks after your computer before you go on."
    )
