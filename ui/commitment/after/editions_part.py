"""Everything that was ever issued to the person: number, day, where it stands; each opens as it was issued."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.commitments import life_words
from coachdesk.i18n import _, short_date
from coachdesk.services import Edition
from ui.commitment.state import CommitmentState
from ui.kit import Button, Flow, Row, RowsView, announce, column, label

MOST = 8
"""So many are seen at once; the list scrolls to the others."""


class EditionsPart(QWidget):
    """`opened` carries the id of a commitment, `file_wanted` asks for a file to be compared."""

    opened = Signal(str)
    file_wanted = Signal()

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
        box.addSpacing(12)
        box.addWidget(label(_("A file that somebody brings or sends"), "label"))
        self.compare = Button(_("Is this file ours?"), icon="find")
        beside = Flow()
        beside.addWidget(self.compare)
        box.addLayout(beside)
        self.verified = label("")
        box.addWidget(self.verified)
        self.compare.clicked.connect(self.file_wanted)
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

        if after.verified != self.verified.text():
            self.verified.setText(after.verified)
            announce(self, after.verified)
        self.verified.setVisible(bool(after.verified))

    def _open(self) -> None:
        if self.list.chosen_id():
            self.opened.emit(self.list.chosen_id())


def _row(edition: Edition) -> Row:
    issued = edition.commitment
    number = _("{number}, edition {edition}").format(number=issued.number, edition=issued.edition)
    day = _("Issued {day}").format(day=short_date(local(issued.issued_at).date()))
    return Row(issued.id, (number, day), below=life_words(edition.life))
