"""Columns beside one another where there is room, below one another where there is not (200 % text, Text only)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ui import theme
from ui.kit.layouts import scrolling


class Columns(QFrame):
    """Shows widgets as columns, each scrolling for itself; too narrow, they become one column that scrolls as one.

    `parts`: (widget, stretch, least width in logical pixels at 100 % text), in reading order. `arranged` says whether
    it is one column.
    """

    arranged = Signal(bool)  # in one column

    def __init__(self, parts: Sequence[tuple[QWidget, int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._folded: set[QWidget] = set()
        self._single: bool | None = None
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._areas: list[QScrollArea] = []
        self._arrange()

    def single(self) -> bool:
        """Whether everything stands in one column now."""
        return bool(self._single)

    def fold(self, part: QWidget, *, folded: bool) -> None:
        """Fold one of the parts away, or bring it back."""
        (self._folded.add if folded else self._folded.discard)(part)
        self._arrange(again=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Small: being too narrow is what makes one column of them."""
        return QSize(320, 120)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self, *, again: bool = False) -> None:
        look = theme.look()
        parts = [part for part in self._parts if part[0] not in self._folded]
        room = sum(look.px(least) for _widget, _stretch, least in parts)
        single = look.theme is theme.Theme.TEXT_ONLY or (self.isVisible() and self.width() < room)
        if single == self._single and not again:
            return
        self._single = single
        self._take_down()
        if single:
            stack = QWidget()
            box = QBoxLayout(QBoxLayout.Direction.TopToBottom, stack)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
            for widget, _stretch, _least in parts:
                box.addWidget(widget)
            box.addStretch(1)
            self._put(stack, 1)
        else:
            for widget, stretch, least in parts:
                self._put(widget, stretch).setMinimumWidth(look.px(least))
        self.arranged.emit(single)

    def _put(self, widget: QWidget, stretch: int) -> QScrollArea:
        area = scrolling(widget)
        self._box.addWidget(area, stretch)
        self._areas.append(area)
        return area

    def _take_down(self) -> None:
        """Free the parts first: an area would take its content with it."""
        for widget, _stretch, _least in self._parts:
            widget.setParent(self)
            widget.setVisible(widget not in self._folded)
        for area in self._areas:
            self._box.removeWidget(area)
            area.hide()
            area.deleteLater()
        self._areas = []
