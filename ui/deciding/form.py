"""The form for one decision: yes or no, a reason with one key, and a day to look at it again."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.requirements.facts import Decided
from ui.deciding.decision import Decision, TypedDecision, begun, made, problems_of
from ui.kit import Button, ChoiceGroup, DateField, Flow, Option, TextLine, column, label


class DecisionForm(QWidget):
    """`decided` carries a `Made`, `closed` says "not now". What is typed stays as long as the form."""

    decided = Signal(object)
    closed = Signal()

    def __init__(self, decision: Decision, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decision, self._today = decision, today
        box = column(self, spacing=14)
        if decision.why:
            box.addWidget(label(decision.why))
        if decision.source:
            box.addWidget(label(decision.source, "hint"))
        self.choice = ChoiceGroup(
            _("Do you pause what is asked?"),
            (
                Option(Decided.APPLIED, _("Yes, pause it for now")),
                Option(Decided.NOT_APPLIED, _("No, go on as before")),
            ),
        )
        # One key writes a reason; its words are its id.
        offered = [Option(words, words) for words in decision.reasons]
        self.reasons = ChoiceGroup(_("Reasons on offer"), offered) if offered else None
        self.reason = TextLine(
            _("Because"), hint=_("One line. It is never printed. Leave out illnesses, and what anybody did to anybody.")
        )
        self.review_on = DateField(_("Look at it again on"), hint=_("The decision holds until then."))
        for each in (self.choice, self.reasons, self.reason, self.review_on):
            if each is not None:
                box.addWidget(each)
        self.record, self.not_now = Button(_("Record the decision")), Button(_("Not now"))
        foot = Flow(spacing=12)
        foot.addWidget(self.record)
        foot.addWidget(self.not_now)
        box.addLayout(foot)
        self.setFocusProxy(self.choice)
        self._show(begun(decision))
        self._connect()

    def typed(self) -> TypedDecision:
        """What stands in the fields."""
        return TypedDecision(self.choice.value(), self.reason.value(), self.review_on.value())

    def _connect(self) -> None:
        for field in (self.choice, self.reason, self.review_on):
            field.edited.connect(self._edited)
        if self.reasons is not None:
            self.reasons.edited.connect(self._given)
        self.record.clicked.connect(self._record)
        self.not_now.clicked.connect(self.closed)

    def _show(self, typed: TypedDecision) -> None:
        self.choice.set_value(typed.decided)
        self.reason.set_value(typed.reason)
        self.review_on.set_value(typed.review_on)
        self._mark()

    def _edited(self) -> None:
        """What was wrong and is right now is no longer said to be wrong."""
        self._say({name: text for name, text in self._problems().items() if self._fields()[name].error()})
        self._mark()

    def _mark(self) -> None:
        """A reason on offer is marked while its words stand in the line."""
        if self.reasons is not None:
            self.reasons.set_value(self.reason.value())

    def _given(self, words: object) -> None:
        if isinstance(words, str) and words:
            self.reason.line.setText(words)

    def _record(self) -> None:
        problems = self._problems()
        self._say(problems)
        found = made(self.decision, self.typed(), self._today)
        if found is not None:
            self.decided.emit(found)
        elif problems:
            self._fields()[next(iter(problems))].setFocus()

    def _problems(self) -> dict[str, str]:
        return problems_of(self.typed(), self._today)

    def _say(self, problems: dict[str, str]) -> None:
        for name, field in self._fields().items():
            field.set_error(problems.get(name, ""))

    def _fields(self) -> dict[str, ChoiceGroup | TextLine | DateField]:
        return {"decided": self.choice, "reason": self.reason, "review_on": self.review_on}
