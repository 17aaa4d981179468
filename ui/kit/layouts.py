"""Boxes to put things in. Spacing goes in steps of four."""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget, QWidgetItem

from ui.kit.nesting import Column, Row
from ui.kit.text import LINE

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def column(owner: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 8) -> QVBoxLayout:
    """A column, of a widget or to be put into another box."""
    box = Column(owner) if owner else Column()
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    return box


def row(owner: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 8) -> QHBoxLayout:
    """A row, of a widget or to be put into another box."""
    box = Row(owner) if owner else Row()
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    return box


def surface(kind: str, parent: QWidget | None = None) -> QFrame:
    """A frame with one of the grounds of the sheet: page, panel, plain, card, top, bottom, left, right, soft, ..."""
    frame = QFrame(parent)
    frame.setProperty("surface", kind)
    return frame


def scrolling(content: QWidget, parent: QWidget | None = None, *, area: QScrollArea | None = None) -> QScrollArea:
    """Whatever is taller than its place scrolls up and down, never sideways; Tab does not stop at it."""
    area = area or QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(
        QWidget()
    )  # Qt's own would be handed to Python, which then makes every kind of widget known: 30 ms
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def reveal(widget: QWidget) -> None:
    """Scroll to a widget that has just been shown, where it lies in something that scrolls."""
    area = scroll_area_of(widget)
    if area is None:
        return
    content, bar = area.widget(), area.verticalScrollBar()
    top = widget.mapTo(content, QPoint()).y() if content is not None else 0
    if not 0 <= top - bar.value() < area.viewport().height() // 2:
        bar.setValue(top - 16)


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """What a widget scrolls up and down in: the nearest around it that does."""
    each: QWidget | None = widget
    while each is not None:
        each = each.parentWidget()
        if isinstance(each, QScrollArea) and each.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return each
    return None


class Reading(QFrame):
    """A ground for text and fields, no wider than a line of reading (75 characters), whatever the text size."""

    def __init__(self, margins: Margins = (24, 20, 24, 20), spacing: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "clear")
        self.box = column(self, margins=margins, spacing=spacing)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        edges = self.contentsMargins()
        width = self.fontMetrics().averageCharWidth() * LINE + edges.left() + edges.right() + 48
        if width != self.maximumWidth():
            self.setMaximumWidth(width)


def empty(box: QLayout) -> None:
    """Take everything out of a box: gone from sight now, from memory a little later (qt-pitfalls 5.4)."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Flow(QLayout):
    """Puts things beside one another and goes on in the next line, as words do: chips, scales, short rows.

    Things of different heights stand at the middle of their line, or at its `foot`.
    """

    def __init__(self, owner: QWidget | None = None, *, spacing: int = 8, foot: bool = False) -> None:
        super().__init__(owner)
        self._foot = foot
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget at the end.

        The item is made in Python: one that Qt makes and deletes by itself would leave its Python shadow behind, and
        whatever comes to lie at its address then crashes the program when it goes.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

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
        """Lay out in lines, the things of a line at its middle or its foot; returns the height that was needed."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            x = rect.x()
            for item, size in line:
                drop = (height - size.height()) // (1 if self._foot else 2)
                if move:
                    item.setGeometry(QRect(QPoint(x, y + drop), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if not lines or used + self.spacing() + size.width() > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append((item, size))
            used += self.spacing() + size.width()
        return lines
