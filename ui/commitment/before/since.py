"""What would be different from the last edition, and whether that stands on the first page, too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.commitment.before.state import BeforeState
from ui.commitment.different import Different
from ui.kit import CheckGroup, Option, column, label


class Since(QWidget):
    """`compared` says whether it is to stand on the first page. Nothing is shown before the second edition."""

    compared = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=10)
        self.heading = label("", "label")
        self.nothing = label(_("Nothing is new or changed."))
        self.rests = label("", "hint")
        self.lines = Different()
        self.on_page = CheckGroup(
            _("On the paper"), (Option("compared", _("Put what is different on the first page")),), role="section"
        )
        for each in (self.heading, self.nothing, self.lines, self.rests, self.on_page):
            box.addWidget(each)
        self.on_page.edited.connect(self._edited)

    def show_before(self, before: BeforeState) -> None:
        """Show what is different."""
        self.setVisible(bool(before.last_edition))
        words = _("What is different from edition {edition}")
        self.heading.setText(words.format(edition=before.last_edition))
        self.nothing.setVisible(not before.different)
        self.lines.show_different(before.different)
        self.rests.setVisible(bool(before.rests_on))
        words = _("Only the plan changes, so the yes to edition {edition} holds.")
        self.rests.setText(words.format(edition=before.rests_on))
        self.on_page.set_value(["compared"] if before.compared else [])

    def _edited(self, value: object) -> None:
        self.compared.emit(bool(value))
