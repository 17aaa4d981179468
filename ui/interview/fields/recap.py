"""What was heard, read back: nothing is typed here."""

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.interviews import Question, RecapLine, recap
from ui import kit
from ui.interview.fields.base import Asking, Following, words
from ui.interview.state import InterviewState
from ui.kit.layouts import empty


class RecapField(Following):
    """Shows the lines that may be read back, by step. Value: None."""

    def __init__(self, question: Question, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(words(question, asking), hint=question.hint, why=question.why, parent=parent)
        self._lines: tuple[RecapLine, ...] | None = None
        self._card = kit.Card()
        self._said = kit.column(spacing=4)
        self._card.box.addLayout(self._said)
        self.box.addWidget(self._card)

    def value(self) -> None:
        return None

    def follow(self, state: InterviewState) -> None:
        lines = recap(state.definition, state.answers, state.interview.channel, _)
        if lines == self._lines:
            return
        self._lines = lines
        empty(self._said)
        step = ""
        for line in lines:
            if line.step != step:
                step = line.step
                self._said.addWidget(kit.label(step, "section"))
            self._said.addWidget(kit.label(line.question, "hint"))
            self._said.addWidget(kit.label(line.said, "words"))
        if not lines:
            self._said.addWidget(kit.label(_("What is said is gathered here, to be read back."), "hint"))

    def _show(self, value: object) -> None:
        """There is nothing to show but what was heard."""
