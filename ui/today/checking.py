"""Goes on with what the rules say of everybody after the day is shown, between two keystrokes."""

from PySide6.QtCore import QObject, QTimer, Signal

from coachdesk.errors import AppError
from coachdesk.services import Services

BETWEEN = 30
"""Milliseconds between two looks at a few people."""


class Checking(QObject):
    """`found` carries what needs the coach, once nobody is left to be checked."""

    found = Signal(object)
    failed = Signal(object)  # AppError

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._later = QTimer(self, singleShot=True, interval=BETWEEN)
        self._later.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Look at a few people soon, and again until all are looked at."""
        self._later.start()

    def rest(self) -> None:
        """Look at nobody until it begins again."""
        self._later.stop()

    def _go_on(self) -> None:
        try:
            needs = self._services.day.check_on()
        except AppError as error:
            self.failed.emit(error)
            return
        if needs is None:
            self._later.start()
        else:
            self.found.emit(needs)
