"""Boxes to put things in. Spacing goes in steps of four."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def column(owner: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 8) -> QVBoxLayout:
    """A column, of a widget or to be put into another box."""
    box = QVBoxLayout(owner) if owner else QVBoxLayout()
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    return box


def row(owner: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 8) -> QHBoxLayout:
    """A row, of a widget or to be put into another box."""
    box = QHBoxLayout(owner) if owner else QHBoxLayout()
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    return box


def surface(kind: str, parent: QWidget | None = None) -> QFrame:
    """A frame with one of the grounds of the sheet: page, panel, plain, card, top, bottom, left, right, soft, ..."""
    frame = QFrame(parent)
    frame.setProperty("surface", kind)
    return frame


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Whatever is taller than its place scrolls up and down, never sideways; Tab does not stop at it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def empty(box: QLayout) -> None:
    """Take everything out of a box: gone from sight now, from memory a little later (qt-pitfalls 5.4)."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Flow(QLayout):
    """Puts things beside one another and goes on in the next line, as words do: chips, scales, short rows."""

    def __init__(self, owner: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(owner)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out in lines; returns the height that was needed."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 1 << 20))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()
