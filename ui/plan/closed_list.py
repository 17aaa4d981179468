"""What was done or let go, with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Action, ActionState
from ui.kit import Button, column, label, row, surface
from ui.kit.layouts import empty


class ClosedList(QWidget):
    """`taken_up` carries the id of an action that is taken up again."""

    taken_up = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        box = column(self, spacing=8)
        box.addWidget(label(_("Done or let go"), "heading"))
        self._lines = column(spacing=6)
        box.addLayout(self._lines)

    def show_actions(self, actions: Sequence[Action]) -> bool:
        """Show these; True where they are others than before."""
        self.setVisible(bool(actions))
        if tuple(actions) == self._actions:
            return False
        self._actions = tuple(actions)
        empty(self._lines)
        for action in actions:
            self._lines.addWidget(self._line(action))
        return True

    def _line(self, action: Action) -> QWidget:
        line = surface("card")
        held = row(line, margins=(16, 6, 12, 6), spacing=12)
        texts = column(spacing=1)
        texts.addWidget(label(action.text))
        texts.addWidget(label(_what(action), "hint"))
        held.addLayout(texts, 1)
        again = Button(_("Take up again"), "link", icon="undo")
        again.setAccessibleName(_("Take up again: {action}").format(action=action.text))
        again.setProperty("action", action.id)
        again.clicked.connect(self._again)
        held.addWidget(again)
        return line

    def _again(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.taken_up.emit(button.property("action"))


def _what(action: Action) -> str:
    if action.state is ActionState.DONE:
        return _("Done")
    reason = action.let_go_reason.strip()
    return _("Let go: {reason}").format(reason=reason) if reason else _("Let go")
