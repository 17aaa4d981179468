"""The idle lock: warns quietly, then says that the time has come. One signal each; who locks is somebody else."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

USUAL, INTERVIEW = 5, 15
"""Minutes without a key or a click: usually, and while an interview is open (one listens for five minutes)."""

WARN_BEFORE = 60
"""Seconds before the end at which it warns."""

REST = 1000
"""Milliseconds after a sign of life in which it looks for no other: every event of the program comes by here, and showing
a page is thousands of them. So it may lock as much too early, of several minutes."""

_ACTIVITY = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
     QEvent.Type.TouchBegin, QEvent.Type.InputMethod}
)  # fmt: skip


class AutoLock(QObject):
    """`warning` carries the seconds that are left, `woken` takes it back, `expired` comes at the end."""

    warning = Signal(int)
    woken = Signal()
    expired = Signal()

    def __init__(self, app: QApplication, minutes: float = USUAL, *, warn_before: float = WARN_BEFORE) -> None:
        super().__init__(app)
        self._app, self._warn_before, self._warned = app, warn_before, False
        self._paused: set[str] = set()
        self._warn = QTimer(self, singleShot=True)
        self._end = QTimer(self, singleShot=True)
        self._rest = QTimer(self, singleShot=True)
        self._warn.timeout.connect(self._warning)
        self._end.timeout.connect(self._expired)
        self._rest.timeout.connect(self._listen)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """How long nothing may happen; counts from now."""
        seconds = minutes * 60
        self._end.setInterval(int(seconds * 1000))
        self._warn.setInterval(int(max(seconds - self._warn_before, 0) * 1000))
        self.touch()

    def minutes(self) -> float:
        """How long nothing may happen."""
        return self._end.interval() / 60_000

    def touch(self) -> None:
        """Somebody is there: count from the beginning. For what is no key and no click, such as dictation."""
        if self._warned:
            self._warned = False
            self.woken.emit()
        if not self._paused:
            self._warn.start()
            self._end.start()
        self._app.removeEventFilter(self)
        self._rest.start(min(REST, self._end.interval() // 20))

    def pause(self, reason: str) -> None:
        """Stand still (the safety panel is open); as long as one reason is left."""
        self._paused.add(reason)
        self._warn.stop()
        self._end.stop()

    def resume(self, reason: str) -> None:
        """This reason is gone; count from the beginning when it was the last."""
        self._paused.discard(reason)
        self.touch()

    def running(self) -> bool:
        """Whether it counts."""
        return self._end.isActive()

    def stop(self) -> None:
        """For good: the vault is locked."""
        self.pause("stopped")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self.touch()
        return False

    def _listen(self) -> None:
        self._app.installEventFilter(self)

    def _warning(self) -> None:
        self._warned = True
        self.warning.emit(round(min(self._warn_before, self._end.interval() / 1000)))

    def _expired(self) -> None:
        self._warned = False
        self._warn.stop()
        self.expired.emit()
