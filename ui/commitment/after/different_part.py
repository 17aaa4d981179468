"""What is different in an issued edition from the one before it."""

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.commitment.different import Different
from ui.commitment.state import CommitmentState
from ui.kit import column, label


class DifferentPart(QWidget):
    """In plain words, and never why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=12)
        self.nothing = label("")
        self.lines = Different()
        box.addWidget(self.nothing)
        box.addWidget(self.lines)

    def show_after(self, state: CommitmentState) -> None:
        """Show it, or say that there is nothing to compare."""
        after = state.after
        if after is None:
            return
        first = after.commitment.edition == 1
        self.nothing.setText(
            _("This is the first edition. There is nothing to compare it with.")
            if first
            else _("Nothing is new or changed.")
        )
        self.nothing.setVisible(not after.different)
        self.lines.show_different(after.different)
