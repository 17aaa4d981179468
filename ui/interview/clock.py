"""The clock of an interview. It stands still while there is a reason for it."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

SECOND = 1000
MOST = 2.0
"""Seconds that one tick may count: a machine that slept did not hold an interview."""


class InterviewClock(QObject):
    """`ticked` carries the whole seconds that the clock has run, about once a second."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ran = 0.0
        self._last = 0.0
        self._reasons: set[str] = {"closed"}
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self._tick)

    def begin(self, seconds: int) -> None:
        """Go on from here."""
        self._ran = float(seconds)
        self.release("closed")

    def end(self) -> None:
        """Paused or over."""
        self.hold("closed")

    def hold(self, reason: str) -> None:
        """Stand still as long as this reason is there."""
        self._reasons.add(reason)
        self._timer.stop()

    def release(self, reason: str) -> None:
        """This reason is gone; run on when it was the last."""
        self._reasons.discard(reason)
        if not self._reasons and not self._timer.isActive():
            self._last = time.monotonic()
            self._timer.start()

    def running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def _tick(self) -> None:
        moment = time.monotonic()
        self._ran += min(moment - self._last, MOST)
        self._last = moment
        self.ticked.emit(int(self._ran))
