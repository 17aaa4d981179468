"""What the first window shows of a vault is hidden when nobody touched a key for a while, as an open vault is locked."""

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from ui import settings
from ui.autolock import USUAL, AutoLock
from ui.unlock.page import UnlockPage
from ui.unlock.presenter import UnlockPresenter
from ui.unlock.state import Mode, UnlockState

_TELLING = frozenset({Mode.KEEP, Mode.READABLE})
"""The recovery key and names are on these."""


class LeftAlone(QObject):
    """Counts while something is on the first window that is nobody else's business; never while the safety panel is open."""

    def __init__(self, page: UnlockPage, presenter: UnlockPresenter, store: QSettings) -> None:
        super().__init__(page)
        self._page, self._presenter, self._store = page, presenter, store
        self.lock: AutoLock | None = None
        presenter.changed.connect(self._look)
        presenter.opened.connect(self.stop)

    def stop(self) -> None:
        """Nothing is to be hidden any more."""
        if self.lock is not None:
            self.lock.stop()
            self.lock.deleteLater()
            self.lock = None

    def _look(self, state: UnlockState) -> None:
        if state.mode not in _TELLING:
            self.stop()
        elif self.lock is None:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            self.lock = AutoLock(app, settings.idle_minutes(self._store, state.policy) if state.policy else USUAL)
            self.lock.setParent(self)  # it goes with the window
            self.lock.warning.connect(self._presenter.warn)
            self.lock.woken.connect(self._presenter.stay)
            self.lock.expired.connect(self._hide)

    def _hide(self) -> None:
        if not self._page.in_safety():
            self._page.forget()
        if self.lock is not None:
            self.lock.touch()  # it is still there: ask again
