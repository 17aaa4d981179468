"""What the screen shows now, and the one way of changing it, for both halves of the screen."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.commitment.after.state import AfterState
from ui.commitment.before.state import BeforeState
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

    def now_before(self) -> BeforeState | None:
        """What is known before it is issued; None once it is."""
        return self.state.before if self.state is not None and self.state.after is None else None

    def now_after(self) -> AfterState | None:
        """What is known once it is issued; None until then."""
        return self.state.after if self.state is not None else None

    def show_before(self, before: BeforeState) -> None:
        """Show something else of what is known before it is issued."""
        if self.state is not None:
            self.show(replace(self.state, before=before))

    def show_after(self, after: AfterState) -> None:
        """Show something else of what is known once it is issued."""
        if self.state is not None:
            self.show(replace(self.state, after=after))
