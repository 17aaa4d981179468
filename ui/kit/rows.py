"""A list that fits on a screen: an immutable tuple of rows, shown whole, replaced whole (qt-pitfalls 5.14)."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.kit.row_painter import ROW, Row, RowPainter

__all__ = ["Row", "RowsModel", "RowsView"]

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel):
    """Rows by position. What a screen reader says of a row is its `spoken`, or its cells in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """Show these rows; False where they were shown already."""
        new = tuple(rows)
        if new == self._rows:
            return False
        self.beginResetModel()
        self._rows = new
        self.endResetModel()
        return True

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows after the others."""
        if rows:
            have = len(self._rows)
            self.beginInsertRows(_NOWHERE, have, have + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        shown = self._rows[index.row()]
        if role == ROW:
            return shown
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return shown.spoken or ", ".join(text for text in (*shown.cells, shown.below) if text)
        return None


class RowsView(QListView):
    """A list of rows in columns. `chosen` (row id, or "") follows the arrows; `opened` is Enter or a double click.

    `name` is for a screen reader; `strong` is the index of the cell in bold (the name). A `model` of one's own can
    fetch more rows when somebody scrolls to the end.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, name: str, *, strong: int = 0, model: RowsModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._most = 0  # as high as its place, unless told to fit
        self.rows_model = model or RowsModel(self)
        self.setModel(self.rows_model)
        self._painter = RowPainter(self, strong)
        self.setItemDelegate(self._painter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        self.doubleClicked.connect(self._opened)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.selectionModel().selectionChanged.connect(self._selected, Qt.ConnectionType.QueuedConnection)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; whoever was chosen stays chosen if still there."""
        before, room = self.chosen_id(), self.minimumSizeHint()
        self._painter.measure(rows)
        if self.rows_model.set_rows(rows):
            self.choose(before)
            if self.minimumSizeHint() != room:
                self.updateGeometry()  # else nothing around it moves: a key in a find box lays out no page anew

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows after the others; the view stays where it is."""
        self._painter.measure((*self.rows_model.rows(), *rows))
        self.rows_model.append_rows(rows)

    def chosen_id(self) -> str:
        """The id of the row that is chosen; "" for none."""
        index = self.currentIndex()
        return self.rows_model.rows()[index.row()].id if index.isValid() else ""

    def choose(self, row_id: str) -> None:
        """Choose a row by its id; none where it is not there."""
        for number, each in enumerate(self.rows_model.rows()):
            if row_id and each.id == row_id:
                self.setCurrentIndex(self.rows_model.index(number, 0))
                return
        self.setCurrentIndex(QModelIndex())

    def fit(self, most: int) -> None:
        """Be as high as the rows that are shown, and no higher than so many of them."""
        self._most = most
        shown = min(len(self.rows_model.rows()), most)
        self.setFixedHeight(sum(self.sizeHintForRow(number) for number in range(shown)) + 10)

    def minimumSizeHint(self) -> QSize:
        """Up to four rows are always to be seen."""
        shown = min(len(self.rows_model.rows()), 4)
        return QSize(super().minimumSizeHint().width(), sum(self.sizeHintForRow(n) for n in range(shown)) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen_id():
            self.opened.emit(self.chosen_id())
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the whole row, a name with it, on the clipboard
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self._most:
            self.fit(self._most)

    def _chosen(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.chosen_id())

    @Slot()
    def _selected(self) -> None:
        """What a screen reader selects is chosen, as what is clicked: Qt alone would only paint it as if it were."""
        selected = self.selectedIndexes()
        if selected and selected[0] != self.currentIndex():
            self.setCurrentIndex(selected[0])

    def _opened(self, _index: QModelIndex) -> None:
        self.opened.emit(self.chosen_id())
