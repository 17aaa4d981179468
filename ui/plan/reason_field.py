"""Because: a reason with one key from what the person told us, to be changed freely."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Action, Reason
from ui.kit import Button, Flow, TextLine, column
from ui.kit.layouts import empty

MOST = 4
"""More chips than so many are a list to read, not a key to press."""


class ReasonField(QWidget):
    """`edited` carries the words, `given` the Reason whose chip was pressed."""

    edited = Signal(object)
    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: tuple[Reason, ...] = ()
        self.chips: list[Button] = []
        box = column(self, spacing=8)
        self.line = TextLine(_("Because"), hint=_("It stands with the action. Never write what was said in private."))
        box.addWidget(self.line)
        self._held = QWidget()
        self._held.setAccessibleName(_("Reasons from what was said"))
        self._flow = Flow(self._held, spacing=8)
        box.addWidget(self._held)
        self.line.edited.connect(self.edited)

    def show_reason(self, action: Action, reasons: Sequence[Reason]) -> bool:
        """Show the reason and those on offer; True where the chips are others than before."""
        self.line.set_value(action.reason)
        offered = tuple(reasons[:MOST])
        new = offered != self._reasons
        if new:
            self._offer(offered)
        for chip, reason in zip(self.chips, self._reasons, strict=True):
            chip.setChecked(reason.question_id in action.because)
        self._held.setVisible(bool(self._reasons))
        return new

    def _offer(self, reasons: tuple[Reason, ...]) -> None:
        self._reasons, self.chips = reasons, []
        empty(self._flow)
        for number, reason in enumerate(reasons):
            chip = Button(reason.sentence, "chip")
            chip.setCheckable(True)
            chip.setProperty("number", number)
            chip.clicked.connect(self._pressed)
            self._flow.addWidget(chip)
            self.chips.append(chip)

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.given.emit(self._reasons[chip.property("number")])
