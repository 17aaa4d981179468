"""Beside the page once it is issued: what the person says to it."""

from PySide6.QtWidgets import QWidget

from ui.commitment.after.outcome import OutcomeFields
from ui.commitment.after.presenter import AfterPresenter
from ui.commitment.state import CommitmentState
from ui.kit import column


class AfterPanel(QWidget):
    """What becomes of an issued commitment."""

    def __init__(self, presenter: AfterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=18)
        self.fields = OutcomeFields()
        box.addWidget(self.fields)
        self.fields.edited.connect(presenter.say)

    def show_after(self, state: CommitmentState) -> None:
        """Show where it stands."""
        if state.after is not None:
            self.fields.show_said(state.after.life, state.person.name)
