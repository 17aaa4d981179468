"""Counts the coach's own minutes: that a key went into a text field, never which; how long opening and papers take."""

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from coachdesk.errors import AppError
from coachdesk.minutes import LONGEST_TO_PAPER, Kind, Spells, Total
from coachdesk.services import Services


class TypingTime(QObject):
    """Watches one window while its vault is open. It has no timer: what came together is stored when a page is left.

    `clock` gives seconds that only go on.
    """

    def __init__(self, services: Services, parent: QObject, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._minutes, self._clock = services.minutes, clock
        self._opened_at: float | None = clock()
        self._answered_at: float | None = None
        self._spells = Spells()

    def watch(self, window: QWidget) -> None:
        """Hear the keys of a window that is on the screen. They come by its own surface, so nothing else is looked at."""
        surface = window.windowHandle()
        if self._minutes.counted() and surface is not None:
            surface.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and _takes_words(QApplication.focusWidget()):
            self._spells.heard(self._clock())
        elif kind == QEvent.Type.Expose and self._opened_at is not None:
            opened_at, self._opened_at = self._opened_at, None
            self._add(Kind.FIRST_SCREEN, Total(ceil(self._clock() - opened_at), 1))
        return False

    @Slot()
    def answered(self) -> None:
        """An answer of an interview was saved."""
        self._answered_at = self._clock()

    @Slot()
    def issued(self) -> None:
        """A document was issued; that of an interview which was taken up again much later is not counted."""
        if self._answered_at is not None and (took := self._clock() - self._answered_at) <= LONGEST_TO_PAPER:
            self._add(Kind.TO_PAPER, Total(ceil(took), 1))
        self._answered_at = None

    @Slot()
    def store(self) -> None:
        """Put what came together into the vault."""
        self._add(Kind.TYPING, self._spells.taken())

    def _add(self, kind: Kind, total: Total) -> None:
        try:
            self._minutes.add(kind, total)
        except AppError:
            return  # a full disk is said where words could be lost; these are only minutes


def _takes_words(field: QWidget | None) -> bool:
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and field.echoMode() == QLineEdit.EchoMode.Normal
    return isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly()
