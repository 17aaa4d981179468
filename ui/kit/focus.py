"""Where the keyboard is: a ring of 3 px around an edge of 1 px, around whatever has the focus, in every theme.

One painted frame instead of a border in the sheet: it is the same for every kind of widget, moves nothing, and one of
its two colours stands out from any ground. It is a `QFocusFrame` by name only, because Qt leaves those out of what it
tells a screen reader.
"""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QScrollArea, QWidget

from ui import theme

RING, EDGE = 3, 1
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class FocusRing(QObject):
    """Follows the focus through all windows of the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: tuple[QWidget, ...] = ()
        app.focusChanged.connect(self._moved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or new.window() is new or new.windowType() is Qt.WindowType.Popup:
            return
        target = (new.parentWidget() or new) if new.property("ring") == "parent" else new
        host = _host(target)
        self._ring = _Ring(host)
        self._watched = tuple(_up_to(target, host))
        for each in self._watched:
            each.installEventFilter(self)
        self._place()

    def _let_go(self) -> None:
        for each in self._watched:
            if shiboken6.isValid(each):
                each.removeEventFilter(self)
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring, self._watched = None, ()

    def _place(self) -> None:
        ring = self._ring
        if ring is None or not shiboken6.isValid(ring) or not shiboken6.isValid(self._watched[0]):
            return
        target, host = self._watched[0], self._watched[-1]
        grown = RING + EDGE
        top_left = target.mapTo(host, target.rect().topLeft())
        ring.setGeometry(target.rect().translated(top_left).adjusted(-grown, -grown, grown, grown))
        ring.setVisible(target.isVisible())
        ring.raise_()


def _host(widget: QWidget) -> QWidget:
    """Whatever the ring may lie on and be clipped by: the content of the nearest scroll area, else the window."""
    each = widget
    while (parent := each.parentWidget()) is not None and not each.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is each and each is not widget:
            return each
        each = parent
    return each


def _up_to(widget: QWidget, host: QWidget) -> Iterator[QWidget]:
    each: QWidget | None = widget
    while each is not None:
        yield each
        each = each.parentWidget() if each is not host else None


class _Ring(QFocusFrame):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, width, inset in (("ring", RING, RING / 2), ("ring_edge", EDGE, RING + EDGE / 2)):
            painter.setPen(QPen(theme.colour(token), width))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, 5 - inset / 2, 5 - inset / 2)
