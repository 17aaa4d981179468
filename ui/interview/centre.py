"""The middle: the questions of the step in front, with what the coach says, quietly, above them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.interviews import Question, say
from ui import kit
from ui.interview import view
from ui.interview.block import QuestionBlock
from ui.interview.controls import Controls, Room
from ui.interview.fields import Asking, OutcomesField, PlanField
from ui.interview.from_before import FromBefore
from ui.interview.presenter import InterviewPresenter
from ui.interview.side import SidePanel
from ui.interview.state import GOODBYE, InterviewState


class StepView(kit.Reading):
    """Keeps the blocks of a step while it is in front: what somebody is typing in is never made anew.

    `remade` says that questions came or went.
    """

    remade = Signal()

    def __init__(self, presenter: InterviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(margins=(32, 22, 32, 24), spacing=14, parent=parent)
        self._presenter = presenter
        self.title = kit.label("", "title")
        self.say = kit.label("", "hint")
        offer = _("Last time nobody could ask in private. Offer to talk alone, here or another time.")
        self.alone = kit.label(offer, "strong")
        self.stop_text = kit.label("", "large")
        self.ends = kit.Card(_("The ordinary meeting ends here"))
        self._ends_text = kit.label("", "words")
        self.ends.box.addWidget(self._ends_text)
        self.ends.box.addWidget(kit.label(_("Continue leads to a kind end. Nothing more is asked."), "hint"))
        self._blocks = kit.column(spacing=12)
        self.from_before = FromBefore()
        self.from_before.asked.connect(presenter.go_to)
        self.from_before.let_go.connect(presenter.let_go_of)
        self.from_before.seen.connect(presenter.seen)
        self.from_before.remade.connect(self.remade)
        for each in (self.title, self.from_before, self.say, self.alone, self.stop_text):
            self.box.addWidget(each)
        self.box.addLayout(self._blocks)
        self.box.addWidget(self.ends)
        self.box.addStretch(1)
        self.blocks: dict[str, QuestionBlock] = {}
        self._card: kit.Card | None = None
        self._room = Room(self)
        self._of = ("", "")
        presenter.finding.reasons_found.connect(self._offer)

    def render_state(self, state: InterviewState) -> None:
        """Show the step in front."""
        self._show_words(state)
        self.from_before.render_state(state)
        wanted = list(view.questions(state))
        of = (state.interview.id, state.interview.step_id)
        other = of != self._of or [each.id for each in wanted] != list(self.blocks)
        if other:
            self._remake(state, wanted, keep=of == self._of)
            self._of = of
        for block in self.blocks.values():
            block.render_state(state)
            block.set_current(current=block.question.id == state.interview.question_id)
        if other:
            self.remade.emit()  # last: rows of what was agreed before are made as they are shown

    def clear(self) -> None:
        """Forget everything that was shown."""
        self._drop(list(self.blocks))
        self.from_before.clear()
        self._of = ("", "")

    def block_of(self, widget: QWidget | None) -> QuestionBlock | None:
        """The question that a widget belongs to."""
        return next((each for each in self.blocks.values() if widget is not None and each.isAncestorOf(widget)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, past the small things and the notes; after the last one to the ways on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD:
            self._next_field()
            return
        super().keyPressEvent(event)

    def _next_field(self) -> None:
        here = self.window().focusWidget()
        each = here.nextInFocusChain()
        while each is not None and each is not here:
            stop = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isEnabled()
            small = isinstance(each.parentWidget(), Controls) or _is_beside(each)
            if stop and each.isVisible() and not small:
                each.setFocus(Qt.FocusReason.TabFocusReason)
                return
            each = each.nextInFocusChain()

    def _show_words(self, state: InterviewState) -> None:
        step, goodbye = view.step_in_front(state), state.interview.step_id == GOODBYE
        self.title.setText(step.title if step is not None else _("A kind end"))
        script = say(step, state.interview.channel) if step is not None else ""
        self.say.setText(_("You could say: {script}").format(script=script) if script else "")
        self.say.setVisible(bool(script))
        self.alone.setVisible(view.offer_to_talk_alone(state))
        self.stop_text.setText(state.definition.stop_text if goodbye else "")
        self.stop_text.setVisible(goodbye)
        ends = view.ends_text(state)
        self._ends_text.setText(ends)
        self.ends.setVisible(bool(ends) and not goodbye)

    def _remake(self, state: InterviewState, wanted: list[Question], *, keep: bool) -> None:
        """Make the blocks anew from the first that differs: a question depends on earlier ones only."""
        have = list(self.blocks)
        same = 0
        while keep and same < min(len(have), len(wanted)) and have[same] == wanted[same].id:
            same += 1
        self._drop(have[same:])
        asking = Asking(state.interview.channel, state.today, state.usual)
        for question in wanted[same:]:
            self._add(question, asking)

    def _add(self, question: Question, asking: Asking) -> None:
        """The questions of the card that is told to everyone stand on one card, one after another."""
        block = QuestionBlock(question, asking, self._room)
        last = next(reversed(self.blocks.values()), None)
        if not view.is_card(question):
            self._blocks.addWidget(block)
        else:
            if self._card is None or last is None or not view.is_card(last.question):
                self._card = kit.Card()
                self._blocks.addWidget(self._card)
            self._card.box.addWidget(block)
        self.blocks[question.id] = block
        self._join(block)

    def _join(self, block: QuestionBlock) -> None:
        presenter, field = self._presenter, block.field
        block.edited.connect(presenter.answer)
        block.standing_set.connect(presenter.set_standing)
        block.noted.connect(presenter.set_note)
        block.revealed.connect(presenter.reveal)
        block.answered_again.connect(presenter.answer_again)
        if isinstance(field, PlanField):
            field.line_done.connect(presenter.next_line)
            field.plan_wanted.connect(presenter.want_plan)
        if isinstance(field, OutcomesField):
            field.more_wanted.connect(presenter.show_all_carried)
        if isinstance(field, kit.SuggestedLine):
            field.offer(presenter.finding.reasons())

    def _offer(self, reasons: tuple[str, ...]) -> None:
        """Other reasons are on offer where the coach says why."""
        fields = [each.field for each in self.blocks.values()]
        others = [field.offer(reasons) for field in fields if isinstance(field, kit.SuggestedLine)]
        if any(others):
            self.remade.emit()

    def _drop(self, ids: list[str]) -> None:
        for each in ids:
            _take_away(self.blocks.pop(each))
        if self._card is not None and not any(map(self._card.isAncestorOf, self.blocks.values())):
            _take_away(self._card)
            self._card = None


def _is_beside(widget: QWidget) -> bool:
    """Whether it is among the notes at the side."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, SidePanel):
        above = above.parentWidget()
    return above is not None


def _take_away(widget: QWidget) -> None:
    """Out of sight and out of its box now, out of memory a little later (qt-pitfalls 5.4)."""
    above = widget.parentWidget()
    box = above.layout() if above is not None else None
    if box is not None:
        box.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
