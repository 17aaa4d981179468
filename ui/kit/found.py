"""What the find box found, below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from coachdesk.i18n import _, ngettext
from ui.kit.rows import Row, RowsView
from ui.kit.text import announce

SHOWN = 10


class FoundList(RowsView):
    """Hangs below a find box: Down goes into it, Enter opens the first, Esc closes it and keeps what was typed."""

    taken = Signal(str)

    def __init__(self, box: QLineEdit) -> None:
        self._host = box.window()
        super().__init__(_("Found"), parent=self._host)
        self._find = box
        self.hide()
        box.installEventFilter(self)
        box.textChanged.connect(self._typed)
        self.opened.connect(self._take)
        self.clicked.connect(self._clicked)

    def show_found(self, found: Sequence[Row], *offered: Row) -> None:
        """Show what was found, best first, and below it what else can be done; nothing where there is neither."""
        rows = (*found, *offered)
        self.set_rows(rows)
        announce(self._find, ngettext("{n} found", "{n} found", len(found)).format(n=len(found)))
        if not rows or not self._find.isVisible():
            self.hide()
            return
        self.choose(rows[0].id)
        corner = self._find.mapTo(self._host, QPoint(0, self._find.height() + 6))
        width = min(max(self._find.width(), 640), self._host.width() - corner.x() - 24)
        self.setGeometry(corner.x(), corner.y(), width, self.height())
        self.show()  # before its rows are measured: a hidden list has the width that it had
        self.raise_()
        self.resize(width, sum(self.sizeHintForRow(number) for number in range(min(len(rows), SHOWN))) + 10)

    def forget(self) -> None:
        """Go, and keep nothing of what was found."""
        self.hide()
        self.set_rows(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._find.setFocus()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._find and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.hide()
            elif key == Qt.Key.Key_Down and self.isVisible():
                self.setFocus()
                return True
            elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isVisible() and self.chosen_id():
                self._take(self.chosen_id())
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.hide()

    def _clicked(self) -> None:
        self._take(self.chosen_id())

    def _take(self, row_id: str) -> None:
        self.hide()
        self._find.clear()
        self.taken.emit(row_id)
