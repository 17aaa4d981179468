"""What was agreed before: our promises, and what became of the person's steps."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, ngettext
from coachdesk.interviews import Question
from coachdesk.plans import Action
from ui import kit
from ui.interview.fields.base import Asking, Following, words
from ui.interview.fields.happening import HappeningRow, OutcomeRow, PromiseRow
from ui.interview.state import MOST, Happening, InterviewState
from ui.kit.tabs import order_tabs


class CarriedField(Following):
    """Rows of actions. Value: `Happening` by action id; `edited` carries the row that changed only."""

    nothing = ""

    def __init__(self, question: Question, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(words(question, asking), hint=question.hint, why=question.why, parent=parent)
        self._asking = asking
        self.rows: dict[str, HappeningRow] = {}
        self._rows = kit.column(spacing=12)
        self.box.addLayout(self._rows)
        self._none = kit.label("", "hint")
        self.box.addWidget(self._none)

    def value(self) -> dict[str, Happening]:
        return {each: row.value() for each, row in self.rows.items()}

    def follow(self, state: InterviewState) -> None:
        before = len(self.rows)
        for action in self._actions(state):
            if action.id not in self.rows:
                row = self._make_row(action)
                self.rows[action.id] = row
                self._rows.addWidget(row.card)
                row.edited.connect(self._row_edited)
                if len(self.rows) == 1:
                    self.setFocusProxy(row.first())
            self.rows[action.id].show(state.happenings.get(action.id, Happening()))
        if 0 < before < len(self.rows):
            order_tabs(self)
        self._none.setText(self.nothing_words())
        self._none.setVisible(not self.rows)

    def nothing_words(self) -> str:
        """What is said where nothing was agreed."""
        raise NotImplementedError

    def _actions(self, state: InterviewState) -> tuple[Action, ...]:
        raise NotImplementedError

    def _make_row(self, action: Action) -> HappeningRow:
        raise NotImplementedError

    def _row_edited(self, action_id: str) -> None:
        self.edited.emit({action_id: self.rows[action_id].value()})

    def _show(self, value: object) -> None:
        for each, said in value.items() if isinstance(value, Mapping) else ():
            self.rows[each].show(said)


class PromisesField(CarriedField):
    """Our open promises: done, or by a new day."""

    def nothing_words(self) -> str:
        return _("We promised nothing that is still open.")

    def _actions(self, state: InterviewState) -> tuple[Action, ...]:
        return state.carried_ours

    def _make_row(self, action: Action) -> HappeningRow:
        return PromiseRow(action, self._asking.today, self)


class OutcomesField(CarriedField):
    """What became of the person's steps: at most three to begin with."""

    more_wanted = Signal()

    def __init__(self, question: Question, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(question, asking, parent)
        self.more = kit.Button("", key="more")
        held = kit.row()
        held.addWidget(self.more)
        held.addStretch(1)
        self.box.addLayout(held)
        self.more.clicked.connect(self.more_wanted)

    def nothing_words(self) -> str:
        return _("Nothing was agreed that is still open.")

    def follow(self, state: InterviewState) -> None:
        super().follow(state)
        left = len(state.carried) - len(self.rows)
        self.more.set_words(ngettext("Show {n} more", "Show {n} more", left).format(n=left))
        self.more.setVisible(left > 0)

    def _actions(self, state: InterviewState) -> tuple[Action, ...]:
        return state.carried if state.all_carried else state.carried[:MOST]

    def _make_row(self, action: Action) -> HappeningRow:
        return OutcomeRow(action, self._asking.today, self)
