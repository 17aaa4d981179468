"""Everything that was ever issued to the person: number, day, where it stands; each opens as it was issued."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.commitments import life_words
from coachdesk.i18n import _, short_date
from coachdesk.services import Edition
from ui.commitment.state import CommitmentState
from ui.kit import Button, Flow, Row, RowsView, column, label

MOST = 8
"""So many are seen at once; the list scrolls to the others."""


class EditionsPart(QWidget):
    """`opened` carries the id of a commitment."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        box = column(self, spacing=12)
        box.addWidget(label(_("Each opens as it was issued, byte by byte."), "hint"))
        self.list = RowsView(_("Editions"))
        self.open = Button(_("Open this edition"))
        box.addWidget(self.list)
        held = Flow()
        held.addWidget(self.open)
        box.addLayout(held)
        self.list.opened.connect(self.opened)
        self.open.clicked.connect(self._open)

    def show_after(self, state: CommitmentState) -> None:
        """Show them; the one that is open is chosen at first."""
        after = state.after
        if after is None:
            return
        with QSignalBlocker(self.list):
            self.list.set_rows([_row(each) for each in after.editions])
            self.list.fit(MOST)
            if self._shown != after.commitment.id:
                self._shown = after.commitment.id
                self.list.choose(self._shown)

    def _open(self) -> None:
        if self.list.chosen_id():
            self.opened.emit(self.list.chosen_id())


def _row(edition: Edition) -> Row:
    issued = edition.commitment
    number = _("{number}, edition {edition}").format(number=issued.number, edition=issued.edition)
    day = _("Issued {day}").format(day=short_date(local(issued.issued_at).date()))
    return Row(issued.id, (number, day), below=life_words(edition.life))
