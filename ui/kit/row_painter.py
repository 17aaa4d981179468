"""Draws a row of a list: cells in columns that wrap where they have to, else paragraphs. Nothing is cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme

ROW = Qt.ItemDataRole.UserRole + 1

PAD, GAP, HEIGHT, EDGE, LEAST = 18, 20, 44, 10, 160

_WRAP = Qt.TextFlag.TextWordWrap.value
_IN_CELL = (Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value


@dataclass(frozen=True, slots=True)
class Row:
    """A row: permanent id, its cells, and what a screen reader says where that is more than the cells.

    `below` stands on a line of its own under the strong cell, as wide as the row: what only some rows have.
    """

    id: str
    cells: tuple[str, ...]
    spoken: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class _Pen:
    """What a cell is written with."""

    font: QFont
    metrics: QFontMetrics
    colour: QColor


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is; `roomy` where each has room for its widest cell. no widths where they do not fit side by side."""

    widths: list[int]
    roomy: bool


class RowPainter(QStyledItemDelegate):
    """The first cells are in the text's colour up to the strong one, which is bold; later ones are quiet.

    Qt asks how high each row is some five times for every key in a find box, and draws it twice: what was measured is kept
    until the rows or the look change.
    """

    def __init__(self, view: QAbstractItemView, strong: int) -> None:
        super().__init__(view)
        self._view, self._strong = view, strong
        self._rows: Sequence[Row] = ()
        self._look = theme.look()
        self._pens: dict[int, _Pen] = {}
        self._widest: list[int] | None = None
        self._fitted: dict[int, _Columns] = {}
        self._sizes: dict[tuple[Row, int], QSize] = {}

    def measure(self, rows: Sequence[Row]) -> None:
        """Columns are as wide as their widest cell among these rows."""
        self._rows = tuple(rows)
        self._forget()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self._follow_look()
        row = index.data(ROW)
        width = self._view.viewport().width()
        if not isinstance(row, Row):
            return QSize(width, self._look.px(HEIGHT))
        if (row, width) not in self._sizes:
            self._sizes[row, width] = QSize(width, self._measured(row, width))
        return self._sizes[row, width]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._follow_look()
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        box = QRect(option.rect)
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), 5, box.height()), theme.colour("accent"))
        columns = self._columns(box.width())
        if columns.widths:
            self._draw_columns(painter, box, row, columns)
        else:
            self._draw_paragraphs(painter, box, row)
        painter.restore()

    def _forget(self) -> None:
        self._widest = None
        self._fitted.clear()
        self._sizes.clear()

    def _follow_look(self) -> None:
        if self._look is not theme.look():
            self._look = theme.look()
            self._pens.clear()
            self._forget()

    def _measured(self, row: Row, width: int) -> int:
        """How high a row is."""
        columns = self._columns(width)
        if columns.widths:
            return self._height(row, columns) + self._below(row, width, columns).height()
        places = self._paragraphs(row, width)
        return sum(place.height() for _number, _text, place in places) + self._look.px(20)

    def _draw_columns(self, painter: QPainter, box: QRect, row: Row, columns: _Columns) -> None:
        x, height = box.left() + PAD, self._height(row, columns)
        for number, cell in enumerate(row.cells):
            self._take_pen(painter, number)
            painter.drawText(QRect(x, box.top(), columns.widths[number], height), _IN_CELL, cell)
            x += columns.widths[number] + GAP
        if row.below:
            self._take_pen(painter, self._strong + 1)
            top = box.top() + height - self._look.px(EDGE)
            place = self._below(row, box.width(), columns).translated(box.left(), top)
            painter.drawText(place, Qt.TextFlag.TextWordWrap.value, row.below)

    def _height(self, row: Row, columns: _Columns) -> int:
        """How high the cells stand; more than a line only where a column is narrower than its widest cell."""
        if columns.roomy:
            return self._look.px(HEIGHT)
        tallest = max(
            self._pen(number).metrics.boundingRect(QRect(0, 0, columns.widths[number], 1 << 20), _WRAP, cell).height()
            for number, cell in enumerate(row.cells)
        )
        return max(self._look.px(HEIGHT), tallest + self._look.px(2 * EDGE))

    def _below(self, row: Row, width: int, columns: _Columns) -> QRect:
        """Where the line below goes, from the strong cell to the end of the row; its height is what it needs."""
        if not row.below:
            return QRect()
        left = PAD + sum(each + GAP for each in columns.widths[: self._strong])
        room = QRect(left, 0, max(width - left - PAD, 40), 1 << 20)
        return self._pen(self._strong + 1).metrics.boundingRect(room, _WRAP, row.below)

    def _draw_paragraphs(self, painter: QPainter, box: QRect, row: Row) -> None:
        x, y = box.left() + PAD, box.top() + self._look.px(9)
        for number, text, place in self._paragraphs(row, box.width()):
            self._take_pen(painter, number)
            painter.drawText(place.translated(x, y), _WRAP, text)
            y += place.height()

    def _paragraphs(self, row: Row, width: int) -> list[tuple[int, str, QRect]]:
        """What is read first in one paragraph, the rest in a second: (cell that gives the font, text, its place)."""
        first = " \N{MIDDLE DOT} ".join(cell for cell in row.cells[: self._strong + 1] if cell)
        rest = " \N{MIDDLE DOT} ".join(cell for cell in row.cells[self._strong + 1 :] if cell)
        room = QRect(0, 0, max(width - 2 * PAD, 40), 1 << 20)
        parts = ((self._strong, first), (self._strong + 1, rest), (self._strong + 1, row.below))
        return [
            (number, text, self._pen(number).metrics.boundingRect(room, _WRAP, text)) for number, text in parts if text
        ]

    def _take_pen(self, painter: QPainter, number: int) -> None:
        pen = self._pen(number)
        painter.setFont(pen.font)
        painter.setPen(pen.colour)

    def _pen(self, number: int) -> _Pen:
        if number not in self._pens:
            font = QFont(self._view.font())
            font.setPixelSize(self._look.px(16 if number <= self._strong else 14))
            font.setWeight(QFont.Weight.DemiBold if number == self._strong else QFont.Weight.Normal)
            colour = theme.colour("text" if number <= self._strong else "muted")
            self._pens[number] = _Pen(font, QFontMetrics(font), colour)
        return self._pens[number]

    def _columns(self, width: int) -> _Columns:
        """The columns in so much room, worked out once."""
        if width not in self._fitted:
            natural = self._natural()
            widths = self._fit(natural, width)
            roomy = all(each >= widest for each, widest in zip(widths, natural, strict=False))
            self._fitted[width] = _Columns(widths, roomy)
        return self._fitted[width]

    def _fit(self, widths: list[int], width: int) -> list[int]:
        spare = width - 2 * PAD - GAP * (len(widths) - 1) - sum(widths)
        if not widths or self._look.theme is theme.Theme.TEXT_ONLY:
            return []
        if spare >= 0:
            return [each + spare // len(widths) for each in widths]
        narrow = self._narrow(widths)
        if sum(widths) + spare < sum(narrow):
            return []
        give, take = sum(widths) - sum(narrow), -spare
        return [each - (each - least) * take // give - 1 for each, least in zip(widths, narrow, strict=True)]

    def _narrow(self, widths: list[int]) -> list[int]:
        """How narrow each column may become: no word is broken, and short cells never wrap."""
        narrow = []
        for number, width in enumerate(widths):
            words = {word for cell in self._cells(number) for word in cell.split()}
            word = max(map(self._pen(number).metrics.horizontalAdvance, words), default=0)
            narrow.append(min(width, max(word + 4, self._look.px(LEAST))))
        return narrow

    def _natural(self) -> list[int]:
        """The widest cell of each column, measured once for these rows in this look."""
        if self._widest is None:
            count = max((len(row.cells) for row in self._rows), default=0)
            self._widest = [
                max(map(self._pen(number).metrics.horizontalAdvance, self._cells(number))) + 2
                for number in range(count)
            ]
        return self._widest

    def _cells(self, number: int) -> set[str]:
        return {row.cells[number] for row in self._rows if number < len(row.cells)}
