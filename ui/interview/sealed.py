"""A sealed answer in an interview that was left and opened again: shut, until it is opened on purpose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui import kit
from ui.opening import what_for


class SealedAnswer(kit.Card):
    """`opened` carries the reason's code. What was opened stands here until the step is left."""

    opened = Signal(str)
    again = Signal()

    def __init__(self, asked: str, parent: QWidget | None = None) -> None:
        super().__init__(asked, edge=kit.Edge.SEALED, mark=_("Sealed"), parent=parent)
        self.reasons = what_for(_("Sealed. Open on purpose"))
        self.said = kit.label("", "words")
        self.change = kit.Button(_("Answer it again"))
        held = kit.row()
        held.addWidget(self.change)
        held.addStretch(1)
        self.box.addWidget(self.reasons)
        self.box.addWidget(self.said)
        self.box.addLayout(held)
        self.reasons.edited.connect(self._reason)
        self.change.clicked.connect(self.again)
        self.setFocusProxy(self.reasons)
        self.show_said(None)

    def show_said(self, said: str | None) -> None:
        """What was sealed, once it was opened; None shuts it again."""
        self.said.setText(said or _("Nothing was said here.") if said is not None else "")
        self.said.setVisible(said is not None)
        self.change.setVisible(said is not None)
        self.reasons.setVisible(said is None)
        if said is None:
            self.reasons.set_value("")

    def _reason(self, reason: object) -> None:
        if isinstance(reason, str) and reason:
            self.opened.emit(reason)
