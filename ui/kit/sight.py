"""Brings something into sight that has just been shown, and keeps it there until the layout has come to rest."""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.kit.layouts import reveal, scroll_area_of

REST = 500
"""Milliseconds for which a page that still grows is followed."""


class InSight(QObject):
    """Scrolls to one widget: now, and whenever what lies around it grows, until the layout has come to rest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widget: QWidget | None = None
        self._bar: QScrollBar | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._let_go)

    def bring(self, widget: QWidget) -> None:
        """Bring this into sight."""
        self._let_go()
        area = scroll_area_of(widget)
        if area is None:
            return
        self._widget, self._bar = widget, area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._see)
        self._rest.start()
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        if self._widget is not None and shiboken6.isValid(self._widget):
            reveal(self._widget)

    def _let_go(self) -> None:
        self._rest.stop()
        if self._bar is not None and shiboken6.isValid(self._bar):
            self._bar.rangeChanged.disconnect(self._see)
        self._widget, self._bar = None, None
