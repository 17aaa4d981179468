"""One question on the screen: its field, its marks, what one can do with the answer, and the private note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.interviews import KINDS, Answer, Question, Standing, label
from ui import kit
from ui.interview import view
from ui.interview.controls import Controls, Room
from ui.interview.fields import FIELDS, Asking, Following
from ui.interview.sealed import SealedAnswer
from ui.interview.state import InterviewState
from ui.kit.tabs import order_tabs

STANDINGS = {Standing.NOT_DISCUSSED: ("not_discussed"), Standing.PREFER_NOT_TO_SAY: ("prefer_not")}


class QuestionBlock(QWidget):
    """Signals carry the question's id first."""

    edited = Signal(str, object)
    standing_set = Signal(str, object)
    noted = Signal(str, str)
    revealed = Signal(str, str)
    answered_again = Signal(str)

    def __init__(
        self, question: Question, asking: Asking, room: Room | None = None, parent: QWidget | None = None
    ) -> None:
        """`room` is what the small things take, measured once for all questions."""
        super().__init__(parent)
        self.question = question
        self._marks: tuple[tuple[str, str], ...] = ()
        box = kit.column(self, spacing=2)
        self.field = FIELDS[question.kind](question, asking)
        self.field.edited.connect(self._edited)
        box.addWidget(self.field)
        self.sealed: SealedAnswer | None = None
        if question.sealed:
            self.sealed = SealedAnswer(label(question, asking.channel))
            self.sealed.opened.connect(self._reveal)
            self.sealed.again.connect(self._again)
            self.sealed.hide()
            box.addWidget(self.sealed)
        self.controls = Controls(room)
        self.controls.chosen.connect(self.do)
        self.controls.setVisible(False)
        self._note: kit.TextArea | None = None
        self._wants_note, self._can_note = False, True
        self._stands = KINDS[question.kind].has_value
        self.controls.setEnabled(self._stands)
        box.addWidget(self.controls)
        self._box = box

    @property
    def note(self) -> kit.TextArea:
        """The private note, out of sight until somebody wants it or has written one; made when first asked for."""
        if self._note is None:
            self._note = kit.TextArea(
                _("Private note"),
                hint=_("Only you see it. It is never printed and never searched."),
                least=2,
                parent=self,
            )
            self._note.set_marks(("lock", _("Private")))
            self._note.edited.connect(self._noted)
            self._note.hide()
            self._box.addWidget(self._note)
            order_tabs(self)
        return self._note

    def render_state(self, state: InterviewState) -> None:
        """Show how the question stands; emits nothing."""
        answer = view.answer_of(state, self.question)
        shut = view.is_sealed_shut(state, self.question)
        self.field.setVisible(not shut)
        if self.sealed is not None:
            self.sealed.setVisible(shut)
            self.sealed.show_said(state.revealed.get(self.question.id))
        if isinstance(self.field, Following):
            self.field.follow(state)
        elif not shut:
            self.field.set_value(answer.value)
        self.field.set_error(state.problems.get(self.question.id, ""))
        self.controls.show_standing(answer.standing, can_change=not shut)
        if answer.note or self._note is not None:
            self.note.set_value(answer.note)
        self._can_note = not (answer.sealed and answer.value is None)
        self._wants_note = (self._wants_note or bool(answer.note)) and self._can_note
        if self._note is not None:
            self._note.setVisible(self._wants_note)
        self._mark(answer)

    def set_current(self, *, current: bool) -> None:
        """What can be done with an answer is in sight where the focus is, and out of the way elsewhere."""
        if current and self._stands and self.controls.fill():
            order_tabs(self)
        self.controls.setVisible(current and self._stands)

    def enter(self) -> bool:
        """Give this question the focus; False where nothing in it takes one."""
        target = self.sealed if self.sealed is not None and not self.sealed.isHidden() else self.field
        if target.focusProxy() is None:
            return False
        target.setFocus()
        return True

    def do(self, what: str) -> None:
        """One of the small things: "not_discussed", "prefer_not", "note" or "why"."""
        if what == "why":
            self.field.show_why(shown=not self.field.why_shown())
        elif not self._stands:
            return
        elif what == "note":
            self._to_note()
        else:
            standing = Standing.NOT_DISCUSSED if what == "not_discussed" else Standing.PREFER_NOT_TO_SAY
            self.standing_set.emit(self.question.id, standing)

    def _to_note(self) -> None:
        """The note of a sealed answer is sealed with it: one cannot be written beside what was not said anew."""
        if not self._can_note:
            self.enter()
            return
        self._wants_note = True
        self.note.show()
        self.note.setFocus()

    def _mark(self, answer: Answer) -> None:
        marks = []
        if self.question.sealed:
            marks.append(("lock", _("Sealed")))
        elif self.question.sensitive:
            marks.append(("lock", _("Private")))
        if answer.standing is Standing.NOT_DISCUSSED:
            marks.append(("info", _("Not discussed")))
        if answer.standing is Standing.PREFER_NOT_TO_SAY:
            marks.append(("info", _("Prefers not to say")))
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.field.set_marks(*marks)

    def _edited(self, value: object) -> None:
        self.edited.emit(self.question.id, value)

    def _noted(self, note: object) -> None:
        self.noted.emit(self.question.id, str(note))

    def _reveal(self, reason: str) -> None:
        self.revealed.emit(self.question.id, reason)

    def _again(self) -> None:
        self.answered_again.emit(self.question.id)
