"""What the details of a person say about the record itself: who looked at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Button, Flow, column, label


class RecordPart(QWidget):
    """A button to the list of who looked, for the person."""

    viewing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=8)
        box.addWidget(label(_("This person may know who looked at their record, and have a copy of it."), "hint"))
        self.viewing = Button(_("Who looked at this record"), icon="find")
        ways = Flow(spacing=8)
        ways.addWidget(self.viewing)
        box.addLayout(ways)
        self.viewing.clicked.connect(self.viewing_wanted)
