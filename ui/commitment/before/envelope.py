"""The envelope check: each line of the person's that would be on the paper, and what should stay out."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.commitments import QUESTION, EnvelopeLine, LineKind
from coachdesk.i18n import N_, _
from coachdesk.plans.labels import PRIVACIES
from coachdesk.privacy import Privacy
from ui.commitment.before.state import Choice, on_paper
from ui.commitment.state import CommitmentState
from ui.kit import ChoiceGroup, Option, Reading, TurnedLine, TurnedView, column, label
from ui.kit.layouts import empty, reveal
from ui.kit.tabs import order_tabs

_KINDS = {
    LineKind.GOAL: N_("A goal"),
    LineKind.ACTION: N_("An action"),
    LineKind.IF_THEN: N_("An if-then plan"),
}


class EnvelopeCheck(Reading):
    """`kept` carries an EnvelopeLine and the Privacy that was chosen for it."""

    kept = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((32, 20, 32, 28), 16, parent)
        self.lines: list[CheckedLine] = []
        self.box.addWidget(label(_(QUESTION), "title"))
        self._hint = label("", "hint")
        self.box.addWidget(self._hint)
        self._held = column(spacing=10)
        self.box.addLayout(self._held)
        self.box.addStretch(1)

    def show_check(self, state: CommitmentState) -> None:
        """Show the lines; those that are there stay as they are."""
        self._hint.setText(
            _("Read it together. F9 turns it to {name}. What is kept out is taken off the page at once.").format(
                name=state.person.name
            )
            if state.before.choices
            else _("Nothing that {name} said would stand on the paper.").format(name=state.person.name)
        )
        shown = on_paper(state.before.choices)
        if [each.line for each in self.lines] != [each.line for each in shown]:
            empty(self._held)
            self.lines = [CheckedLine(each.line, self) for each in shown]
            for line in self.lines:
                line.kept.connect(self.kept)
                self._held.addWidget(line.card)
            order_tabs(self)
        for line, choice in zip(self.lines, shown, strict=True):
            line.show_choice(choice)

    def begin(self) -> None:
        """Take the focus, at the first line, and show it from the top."""
        if self.lines:
            self.lines[0].choice.setFocus()
        reveal(self)


class CheckedLine(QObject):
    """One line, what goes with it, and where it may stand."""

    kept = Signal(object, object)

    def __init__(self, line: EnvelopeLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.card = QFrame(parent)
        self.card.setProperty("surface", "card")
        inset = 44 if line.kind is LineKind.IF_THEN else 20
        box = column(self.card, margins=(inset, 12, 20, 12), spacing=6)
        box.addWidget(label(_(_KINDS[line.kind]), "section"))
        for text in line.also:
            box.addWidget(label(text, "hint"))
        self.choice = ChoiceGroup(
            line.text, [Option(each.value, _(words)) for each, words in PRIVACIES.items()], beside=True
        )
        box.insertWidget(1, self.choice)
        self.choice.edited.connect(self._kept)

    def show_choice(self, choice: Choice) -> None:
        """Show where it may stand."""
        self.choice.set_value(choice.privacy.value)

    def _kept(self, value: object) -> None:
        self.kept.emit(self.line, Privacy(str(value or Privacy.PAPER)))


def turned(state: CommitmentState) -> TurnedView:
    """What the person sees when the screen is turned: the lines to check, or the whole text."""
    if state.before.checking:
        lines = [each for each in on_paper(state.before.choices) if each.privacy is Privacy.PAPER]
        return TurnedView(_(QUESTION), [TurnedLine(each.line.text, "words") for each in lines])
    return TurnedView(_("My commitments"), [TurnedLine(each) for each in paragraphs(state.text)])


def paragraphs(text: str) -> list[str]:
    """What the text says, a paragraph each, without its title."""
    blocks = (" ".join(block.split()) for block in text.split("\n\n"))
    return [block for block in blocks if block][1:]
