"""From a find box into the list below it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.kit.rows import RowsView


class IntoList(QObject):
    """Down goes from the box to the first row of the list, where Enter opens whatever is chosen."""

    def __init__(self, box: QLineEdit, rows: RowsView) -> None:
        super().__init__(box)
        self._rows = rows
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        shown = self._rows.rows_model.rows()
        if down and shown:
            self._rows.choose(shown[0].id)
            self._rows.setFocus()
            return True
        return super().eventFilter(watched, event)
