"""What follows from what is recorded, in short, and the decisions that are due."""

from datetime import date

from PySide6.QtCore import Signal

from coachdesk.i18n import _
from coachdesk.services import PersonFinding
from ui.deciding import Decision, DecisionForm
from ui.kit import Button, Card, Flow, column, label
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.people.circumstances_lines import finding_lines, promise_lines


class FindingCard(Card):
    """The finding in short, and the promise that it may ask of the coach: `promise_wanted`."""

    promise_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("On what is recorded today"))
        self._shown: PersonFinding | None = None
        self._lines = column(spacing=6)
        self.box.addLayout(self._lines)
        self.promise = Button(_("Promise to ask the benefit team today"))
        held = Flow()
        held.addWidget(self.promise)
        self.box.addLayout(held)
        self.box.addWidget(label(_("You decide, and say why."), "hint"))
        self.promise.clicked.connect(self.promise_wanted)

    def render_state(self, found: PersonFinding | None) -> None:
        """Show the finding; nothing before it was read."""
        self.setVisible(found is not None)
        if found is None or found is self._shown:
            return
        self._shown = found
        empty(self._lines)
        promised = found.promise is not None
        asked = promise_lines(found)
        for text in (*finding_lines(found), *asked):
            self._lines.addWidget(label(text))
        if asked and promised:
            self._lines.addWidget(label(_("You promised to ask the benefit team.")))
        self.promise.setVisible(bool(asked) and not promised)


class DecisionCard(Card):
    """One decision that is due; `wanted` asks for its form, which carries on what `DecisionForm` says."""

    wanted = Signal(str)
    decided = Signal(object)
    closed = Signal()

    def __init__(self, decision: Decision, today: date) -> None:
        super().__init__(_("A decision is due"))
        self.decision, self._today = decision, today
        self.form: DecisionForm | None = None
        self.box.addWidget(label(decision.words[:1].upper() + decision.words[1:], "strong"))
        self.decide = Button(_("Decide"))
        self.decide.setAccessibleName(_("Decide: {name}").format(name=decision.words))
        held = Flow()
        held.addWidget(self.decide)
        self.box.addLayout(held)
        self.decide.clicked.connect(self._wanted)

    def show_form(self, *, shown: bool) -> None:
        """Show the form or fold it away; what was typed in it stays."""
        if shown and self.form is None:
            self.form = DecisionForm(self.decision, self._today)
            self.form.decided.connect(self.decided)
            self.form.closed.connect(self.closed)
            self.box.addWidget(self.form)
            order_tabs(self)
        if self.form is not None:
            self.form.setVisible(shown)
        self.decide.setVisible(not shown)

    def to_first(self) -> None:
        """The focus goes to the form, or to the button that opens it."""
        (self.form if self.form is not None and not self.form.isHidden() else self.decide).setFocus()

    def _wanted(self) -> None:
        self.wanted.emit(self.decision.easement_id)
