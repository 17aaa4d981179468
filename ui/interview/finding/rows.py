"""The lines of a part of the panel, kept from finding to finding: what says the same is not made anew."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import kit
from ui.interview.finding.line import Line
from ui.interview.finding.line_row import LineRow
from ui.interview.finding.state import FindingState


class LineRows(QWidget):
    """`remade` says that controls came or went."""

    explained = Signal(str)
    acted = Signal(object)
    remade = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = kit.column(self, spacing=14)
        self.rows: dict[str, LineRow] = {}

    def show_lines(self, lines: Sequence[Line], state: FindingState) -> None:
        """Show these lines in this order."""
        grown = self._arrange([line.id for line in lines])
        for line in lines:
            grown |= self.rows[line.id].show_line(line, why=state.why == line.id, cards=state.cards)
        if grown:
            self.remade.emit()

    def _arrange(self, wanted: list[str]) -> bool:
        if wanted == list(self.rows):
            return False
        for gone in [each for each in self.rows if each not in wanted]:
            row = self.rows.pop(gone)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        kept, self.rows = self.rows, {}
        for number, each in enumerate(wanted):
            row = kept.get(each) or self._row()
            if self._box.indexOf(row) != number:
                self._box.removeWidget(row)
                self._box.insertWidget(number, row)
            self.rows[each] = row
            row.raise_()  # screen readers go by the order in which widgets lie on one another
        return True

    def _row(self) -> LineRow:
        row = LineRow()
        row.explained.connect(self.explained)
        row.acted.connect(self.acted)
        return row
