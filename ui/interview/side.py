"""Beside the questions: what applies, what was said last time, what one could ask, and why it is asked."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.interviews import Question
from ui import kit
from ui.interview import view
from ui.interview.finding import FindingPanel, FindingPresenter
from ui.interview.state import InterviewState


class SidePanel(QFrame):
    """Follows the question that has the focus. What has nothing to say is not there.

    What applies stands above what changes with the focus: it never moves while somebody goes from field to field.
    """

    def __init__(self, finding: FindingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "right")
        box = kit.column(self, margins=(18, 18, 18, 18), spacing=14)
        self.finding = FindingPanel(finding, self)  # without a parent it would show itself as a window
        box.addWidget(self.finding)
        self._ask = _Part(_("You could ask"))
        self._before = _Part(_("Last time"))
        self._why = _Part(_("Why am I asking?"))
        for part in (self._ask, self._before, self._why):
            box.addWidget(part)
        box.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as the column it is given, whatever is in it."""
        return QSize(1, super().sizeHint().height())

    def render_state(self, state: InterviewState) -> None:
        """Show what belongs to the question in front."""
        question, step = view.current(state), view.step_in_front(state)
        prompts = (*(question.prompts if question else ()), *(step.prompts if step else ()))
        self._ask.say(tuple(dict.fromkeys(prompts)))
        self._before.say(_before(state, question))
        self._why.say((question.why,) if question and question.why else ())


class _Part(QFrame):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()
        self._box = kit.column(self, spacing=8)
        self._box.addWidget(kit.label(title, "section"))
        self._lines: list[QWidget] = []
        self.hide()

    def say(self, said: tuple[str, ...]) -> None:
        """These sentences; out of sight where there are none."""
        if said == self._said:
            return
        self._said = said
        for each in self._lines:
            each.hide()
            each.deleteLater()
        self._lines = [kit.label(each) for each in said]
        for each in self._lines:
            self._box.addWidget(each)
        self.setVisible(bool(said))


def _before(state: InterviewState, question: Question | None) -> tuple[str, ...]:
    said = state.last_time.get(question.id, "") if question is not None and not question.sealed else ""
    return (said,) if said else ()
