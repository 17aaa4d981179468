"""Columns beside one another where there is room, below one another where there is not (200 % text, Text only)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ui import theme
from ui.kit.layouts import column, scrolling, surface


class Columns(QFrame):
    """Shows widgets as columns, each scrolling for itself; too narrow, they become one column that scrolls as one.

    `parts`: (widget, stretch, least width in logical pixels at 100 % text), in reading order. A part stays in its place
    in the tree all the time, so that the Tab order stays the reading order. `arranged` says whether it is one column.
    """

    arranged = Signal(bool)  # in one column

    def __init__(self, parts: Sequence[tuple[QWidget, int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [(_Part(), stretch, least) for _widget, stretch, least in parts]
        ground = surface("clear")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for area, _stretch, _least in self._parts:
            self._box.addWidget(area)
        self._box.addStretch(0)
        self._outer = scrolling(ground, self)
        column(self, spacing=0).addWidget(self._outer)
        for (area, _stretch, _least), (widget, _, _) in zip(self._parts, parts, strict=True):
            area.hold(widget)  # last: whatever finds another place is styled anew with all that is in it
        self._single = False
        self._arrange()

    def single(self) -> bool:
        """Whether everything stands in one column now."""
        return self._single

    def fold(self, part: QWidget, *, folded: bool) -> None:
        """Fold one of the parts away, or bring it back."""
        for area, _stretch, _least in self._parts:
            if area.widget() is part:
                area.setVisible(not folded)
        self._arrange()

    def widen(self, part: QWidget, least: int) -> None:
        """Give one of the parts another least width."""
        before = self._parts
        self._parts = [(area, stretch, least if area.widget() is part else old) for area, stretch, old in before]
        if self._parts != before:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        look = theme.look()
        room = sum(look.px(least) for area, _stretch, least in self._parts if not area.isHidden())
        before = self._single
        self._single = look.theme is theme.Theme.TEXT_ONLY or (self.isVisible() and self.width() < room)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if self._single else ways.LeftToRight)
        for number, (area, stretch, least) in enumerate(self._parts):
            area.set_flat(flat=self._single)
            area.setMinimumWidth(0 if self._single else look.px(least))
            self._box.setStretch(number, 0 if self._single else stretch)
        self._box.setStretch(len(self._parts), int(self._single))
        if self._single is not before:
            self.arranged.emit(self._single)


class _Part(QScrollArea):
    """A column; flat, it is as tall as what is in it, and whatever is around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._content, self._flat = QWidget(), False

    def hold(self, content: QWidget) -> None:
        self._content = content
        scrolling(content, area=self)

    def set_flat(self, *, flat: bool) -> None:
        if flat == self._flat:
            return
        self._flat = flat
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if flat else policy.ScrollBarAsNeeded)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return self._flat

    def heightForWidth(self, width: int) -> int:
        content = self._content
        width = min(width, content.maximumWidth())  # text that stops earlier needs more lines
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0) if not self._flat else QSize(0, self.heightForWidth(self.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._flat and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
