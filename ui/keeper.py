"""Keeps what the coach set for the window: how it looks, how large its words are, after how long it locks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from coachdesk.policy import Policy
from ui import settings
from ui.autolock import AutoLock
from ui.theme import TEXT_SIZES, Appearance, Theme


class Keeper(QObject):
    """Carries out wishes about look and lock, and remembers them on this machine.

    `talking` says whether an interview is open: then one listens for minutes, and the lock waits longer.
    """

    def __init__(
        self, policy: Policy, appearance: Appearance, store: QSettings, talking: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._policy, self._appearance, self._store, self._talking = policy, appearance, store, talking
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.lock = AutoLock(app, self._minutes())

    def count_anew(self) -> None:
        """Another page is in front: perhaps another time holds."""
        self.lock.set_minutes(self._minutes())

    def set_minutes(self, minutes: int) -> None:
        """The coach's own idle minutes."""
        settings.LOCK_MINUTES.set(self._store, minutes)
        self.count_anew()

    def set_look(self, theme: str, text_size: int) -> None:
        """The coach's own theme, and text size in per cent."""
        settings.THEME.set(self._store, theme)
        settings.TEXT_SIZE.set(self._store, text_size)
        self._appearance.choose(Theme(theme), text_size)

    def resize_text(self, step: int) -> None:
        """One step larger or smaller."""
        now = settings.TEXT_SIZE.get(self._store)
        here = min(range(len(TEXT_SIZES)), key=lambda place: abs(TEXT_SIZES[place] - now))
        there = min(max(here + step, 0), len(TEXT_SIZES) - 1)
        self.set_look(settings.THEME.get(self._store), TEXT_SIZES[there])

    def _minutes(self) -> int:
        if self._talking():
            return self._policy.interview_lock_minutes
        return settings.idle_minutes(self._store, self._policy)
