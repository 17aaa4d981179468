"""What the screen shows now, and the one way of changing it, for both halves of the screen."""

from PySide6.QtCore import QObject, Signal

from ui.commitment.state import CommitmentState


class Board(QObject):
    """`changed` carries the new state or None, `failed` an AppError, `noticed` a Notice."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: CommitmentState | None = None

    def show(self, state: CommitmentState | None) -> None:
        """Show a state; None shows nobody's document."""
        self.state = state
        self.changed.emit(state)
