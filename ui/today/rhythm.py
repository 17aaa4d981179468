"""How often the two are in touch and why, in the place of the prep card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.advice import sentence
from coachdesk.i18n import _
from ui.kit import Button, Card, Flow, NumberField, TextLine, label
from ui.today.state import TodayState


class RhythmForm(Card):
    """`agreed` carries the days and the reason as typed."""

    agreed = Signal(str, str)
    dropped = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._was_open = False
        self.title = label("", "heading")
        self.days = NumberField(_("In touch every"), unit=_("days"), characters=4)
        self.reason = TextLine(_("Why so often"), hint=_("In a few words. No details of health."))
        self.keep, self.drop = Button(_("Agree on this"), "go"), Button(_("Agree on nothing"))
        self.close_button = Button(_("Close"))
        self.box.setSpacing(14)
        for each in (self.title, self.days, self.reason):
            self.box.addWidget(each)
        going = Flow(spacing=12)
        for button in (self.keep, self.drop, self.close_button):
            going.addWidget(button)
        self.box.addLayout(going)
        self.keep.clicked.connect(self._agree)
        self.drop.clicked.connect(self.dropped)
        self.close_button.clicked.connect(self.closed)

    def render_state(self, state: TodayState) -> None:
        """Show what is agreed when it opens; what is typed then stays."""
        opens = state.rhythm_shown and not self._was_open
        self._was_open = state.rhythm_shown
        self.setVisible(state.rhythm_shown)
        problem = state.rhythm_problem
        wrong = {self.reason if problem.code == "rhythm.no-reason" else self.days: sentence(problem)} if problem else {}
        self.days.set_error(wrong.get(self.days, ""))
        self.reason.set_error(wrong.get(self.reason, ""))
        if opens and state.card is not None:
            rhythm = state.card.rhythm
            self.title.setText(_("Contact with {name}").format(name=state.card.person.full_name))
            self.days.set_value(str(rhythm.days) if rhythm else "")
            self.reason.set_value(rhythm.reason if rhythm else "")
            self.drop.setVisible(rhythm is not None)
            self.days.setFocus()

    def _agree(self) -> None:
        self.agreed.emit(self.days.value(), self.reason.value())
