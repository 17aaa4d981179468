"""What the details of a person say about other records of the same person: the way to one, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.i18n import _, long_date
from coachdesk.services import PersonFile
from ui.kit import Button, Flow, column, label


class SamePersonPart(QWidget):
    """A button to compare with another record; where one was joined, when, and a button to take them apart."""

    compare_wanted = Signal()
    part_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=8)
        self.compare = Button(_("Same person as\N{HORIZONTAL ELLIPSIS}"), icon="people", key="same_person")
        self.joined = label("")
        self.part = Button(_("Take the two records apart"), icon="undo")
        for each in (self.compare, self.part):
            held = Flow()
            held.addWidget(each)
            if each is self.part:
                box.addWidget(self.joined)
            box.addLayout(held)
        self.compare.clicked.connect(self.compare_wanted)
        self.part.clicked.connect(self.part_wanted)

    def render_state(self, file: PersonFile) -> None:
        """Show whether another record was joined to this one."""
        newest = next(iter(file.joinings), None)
        if newest is not None and newest.created_at is not None:
            day = long_date(local(newest.created_at).date())
            self.joined.setText(
                _(
                    "Another record was joined to this one on {day}. Taken apart, what came from it goes back; what you "
                    "added since stays here, unless it belongs to the other record."
                ).format(day=day)
            )
        for each in (self.joined, self.part):
            each.setVisible(newest is not None)
