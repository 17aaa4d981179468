"""Letters that no font of ours has."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui.commitment.state import CommitmentState
from ui.kit import Button, TextLine, column, label


class Letters(QFrame):
    """Characters that cannot be printed, by name; and, where they are in a name, the place to write it otherwise."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "problem")
        box = column(self, margins=(14, 10, 14, 12), spacing=8)
        box.addWidget(label(_("Letters that cannot be printed"), "label"))
        self._which = label("")
        box.addWidget(self._which)
        self.name = TextLine(_("The name in Latin letters"), hint=_("For the paper only. The name itself is kept."))
        self.use = Button(_("Use it on the paper"))
        for each in (self.name, self.use):
            box.addWidget(each)
        self.use.clicked.connect(self._use)
        self.name.line.returnPressed.connect(self._use)

    def show_before(self, state: CommitmentState) -> None:
        """Name them; nothing where there are none."""
        unprintable = state.before.unprintable
        self.setVisible(bool(unprintable))
        words = _("Our fonts do not have: {letters}. They are kept as they were typed. Add a Latin spelling.")
        self._which.setText(words.format(letters=", ".join(_named(each) for each in unprintable)))
        for each in (self.name, self.use):
            each.setVisible(state.before.in_name)

    def _use(self) -> None:
        self.named.emit(str(self.name.value()))


def _named(character: str) -> str:
    """The character with its number, because the screen may not have it either."""
    return f"{character} (U+{ord(character):04X})"
