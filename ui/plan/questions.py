"""Quiet questions beside a field: they help, ask for nothing and are no score."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import column, label


class QuietQuestions(QWidget):
    """At most three questions, as hints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=3)
        self._head = label(_("You could ask"), "section")
        self._lines = label("", "hint")
        box.addWidget(self._head)
        box.addWidget(self._lines)
        self.hide()

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show these questions (message ids), or nothing."""
        self._lines.setText("\n".join(_(each) for each in questions))
        self.setVisible(bool(questions))

    def text(self) -> str:
        """What is asked now."""
        return self._lines.text()
