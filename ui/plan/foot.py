"""The foot of open fields: what is still needed, done, let go with a reason, discard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Button, Flow, TextLine, column, label


class EditorFoot(QWidget):
    """`done` closes the fields; `asked` (bool) asks for the reason or keeps it; `let_go` carries the reason."""

    done = Signal()
    asked = Signal(bool)
    let_go = Signal(str)
    discarded = Signal()

    def __init__(self, *, reasoned: bool, parent: QWidget | None = None) -> None:
        """`reasoned`: letting go asks why."""
        super().__init__(parent)
        self._reasoned = reasoned
        box = column(self, spacing=10)
        self._needs = label("", "hint")
        box.addWidget(self._needs)
        self.reason = TextLine(_("Why is it let go?"), hint=_("One line is enough. It is kept with the plan."))
        self._asking = QWidget()
        held = column(self._asking, spacing=10)
        held.addWidget(self.reason)
        answers = Flow(spacing=10)
        self.sure, self.keep = Button(_("Let it go")), Button(_("Keep it"), "link")
        for each in (self.sure, self.keep):
            answers.addWidget(each)
        held.addLayout(answers)
        box.addWidget(self._asking)
        ways = Flow(spacing=20)
        self.close_button = Button(_("Done"), key="continue")
        self.go, self.discard = Button(_("Let go…"), "link"), Button(_("Discard this draft"), "link")
        for each in (self.close_button, self.go, self.discard):
            ways.addWidget(each)
        box.addLayout(ways)
        self.close_button.clicked.connect(self.done)
        self.go.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.sure.clicked.connect(self._let_go)
        self.discard.clicked.connect(self.discarded)

    def show_foot(self, *, needs: str, letting_go: bool, stored: bool, draft: bool) -> None:
        """What is still needed, whether the reason is being asked, and what can be done."""
        self._needs.setText(needs)
        self._needs.setVisible(bool(needs))
        if letting_go and self._asking.isHidden():
            self.reason.set_value("")
        self._asking.setVisible(letting_go)
        self.go.setVisible(stored and not draft and not letting_go)
        self.discard.setVisible(draft)

    def _ask(self) -> None:
        if not self._reasoned:
            self.let_go.emit("")
            return
        self.asked.emit(True)
        self.reason.setFocus()

    def _keep(self) -> None:
        self.asked.emit(False)
        self.go.setFocus()

    def _let_go(self) -> None:
        self.let_go.emit(str(self.reason.value()))
