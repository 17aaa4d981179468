"""Draws a row of a list: cells in columns that wrap where they have to, else paragraphs. Nothing is cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme

ROW = Qt.ItemDataRole.UserRole + 1

PAD, GAP, HEIGHT, EDGE, LEAST = 18, 20, 44, 10, 160


@dataclass(frozen=True, slots=True)
class Row:
    """A row: permanent id, its cells, and what a screen reader says where that is more than the cells.

    `below` stands on a line of its own under the strong cell, as wide as the row: what only some rows have.
    """

    id: str
    cells: tuple[str, ...]
    spoken: str = ""
    below: str = ""


class RowPainter(QStyledItemDelegate):
    """The first cells are in the text's colour up to the strong one, which is bold; later ones are quiet."""

    def __init__(self, view: QAbstractItemView, strong: int) -> None:
        super().__init__(view)
        self._view, self._strong = view, strong
        self._rows: Sequence[Row] = ()
        self._measured: tuple[theme.Look, list[int]] | None = None
        self._fitted: dict[int, list[int]] = {}

    def measure(self, rows: Sequence[Row]) -> None:
        """Columns are as wide as their widest cell among these rows."""
        self._rows, self._measured = tuple(rows), None
        self._fitted.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        width = self._view.viewport().width()
        look = theme.look()
        if not isinstance(row, Row):
            return QSize(width, look.px(HEIGHT))
        if columns := self._columns(width):
            return QSize(width, self._height(row, columns) + self._below(row, width, columns).height())
        places = self._paragraphs(row, width)
        return QSize(width, sum(place.height() for _number, _text, place in places) + look.px(20))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        box = QRect(option.rect)
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), 5, box.height()), theme.colour("accent"))
        columns = self._columns(box.width())
        if columns:
            self._draw_columns(painter, box, row, columns)
        else:
            self._draw_paragraphs(painter, box, row)
        painter.restore()

    def _draw_columns(self, painter: QPainter, box: QRect, row: Row, columns: list[int]) -> None:
        x, height = box.left() + PAD, self._height(row, columns)
        for number, cell in enumerate(row.cells):
            self._pen(painter, number)
            place = QRect(x, box.top(), columns[number], height)
            painter.drawText(place, (Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value, cell)
            x += columns[number] + GAP
        if row.below:
            self._pen(painter, self._strong + 1)
            top = box.top() + height - theme.look().px(EDGE)
            place = self._below(row, box.width(), columns).translated(box.left(), top)
            painter.drawText(place, Qt.TextFlag.TextWordWrap.value, row.below)

    def _height(self, row: Row, columns: list[int]) -> int:
        """How high the cells stand; more than a line only where a column is narrower than its widest cell."""
        look = theme.look()
        if all(each >= natural for each, natural in zip(columns, self._natural(), strict=True)):
            return look.px(HEIGHT)
        tallest = max(
            QFontMetrics(self._font(number))
            .boundingRect(QRect(0, 0, columns[number], 1 << 20), Qt.TextFlag.TextWordWrap.value, cell)
            .height()
            for number, cell in enumerate(row.cells)
        )
        return max(look.px(HEIGHT), tallest + look.px(2 * EDGE))

    def _below(self, row: Row, width: int, columns: list[int]) -> QRect:
        """Where the line below goes, from the strong cell to the end of the row; its height is what it needs."""
        left = PAD + sum(each + GAP for each in columns[: self._strong])
        if not row.below:
            return QRect()
        metrics = QFontMetrics(self._font(self._strong + 1))
        return metrics.boundingRect(
            QRect(left, 0, max(width - left - PAD, 40), 1 << 20), Qt.TextFlag.TextWordWrap.value, row.below
        )

    def _draw_paragraphs(self, painter: QPainter, box: QRect, row: Row) -> None:
        x, y = box.left() + PAD, box.top() + theme.look().px(9)
        for number, text, place in self._paragraphs(row, box.width()):
            self._pen(painter, number)
            painter.drawText(place.translated(x, y), Qt.TextFlag.TextWordWrap.value, text)
            y += place.height()

    def _paragraphs(self, row: Row, width: int) -> list[tuple[int, str, QRect]]:
        """What is read first in one paragraph, the rest in a second: (cell that gives the font, text, its place)."""
        first = " \N{MIDDLE DOT} ".join(cell for cell in row.cells[: self._strong + 1] if cell)
        rest = " \N{MIDDLE DOT} ".join(cell for cell in row.cells[self._strong + 1 :] if cell)
        room = QRect(0, 0, max(width - 2 * PAD, 40), 1 << 20)
        made: list[tuple[int, str, QRect]] = []
        for number, text in ((self._strong, first), (self._strong + 1, rest), (self._strong + 1, row.below)):
            if text:
                metrics = QFontMetrics(self._font(number))
                made.append((number, text, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)))
        return made

    def _pen(self, painter: QPainter, number: int) -> None:
        painter.setFont(self._font(number))
        painter.setPen(theme.colour("text" if number <= self._strong else "muted"))

    def _font(self, number: int) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(theme.look().px(16 if number <= self._strong else 14))
        font.setWeight(QFont.Weight.DemiBold if number == self._strong else QFont.Weight.Normal)
        return font

    def _columns(self, width: int) -> list[int]:
        """The width of each column, worked out once a width; nothing where they cannot stand beside one another."""
        widths = self._natural()
        if width not in self._fitted:
            self._fitted[width] = self._fit(widths, width)
        return self._fitted[width]

    def _fit(self, widths: list[int], width: int) -> list[int]:
        spare = width - 2 * PAD - GAP * (len(widths) - 1) - sum(widths)
        if not widths or theme.look().theme is theme.Theme.TEXT_ONLY:
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
            metrics = QFontMetrics(self._font(number))
            cells = (row.cells[number] for row in self._rows if number < len(row.cells))
            word = max((metrics.horizontalAdvance(word) for cell in cells for word in cell.split()), default=0)
            narrow.append(min(width, max(word + 4, theme.look().px(LEAST))))
        return narrow

    def _natural(self) -> list[int]:
        """The widest cell of each column, measured once for these rows in this look."""
        if self._measured is None or self._measured[0] is not theme.look():
            widths: list[int] = []
            for number in range(max((len(row.cells) for row in self._rows), default=0)):
                metrics = QFontMetrics(self._font(number))
                cells = (row.cells[number] for row in self._rows if number < len(row.cells))
                widths.append(max(metrics.horizontalAdvance(cell) for cell in cells) + 2)
            self._measured = theme.look(), widths
            self._fitted.clear()
        return self._measured[1]
