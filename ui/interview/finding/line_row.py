"""One line of the panel on the screen, with its ways on, and below it what was opened: its rules, or a decision."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.i18n import _
from ui import kit
from ui.interview.finding.card import RuleText
from ui.interview.finding.line import Act, Line
from ui.interview.finding.rule_card import RuleCards


class LineRow(QWidget):
    """`explained` carries the line's id, `acted` the `Act` that was chosen. What says the same is left alone."""

    explained = Signal(str)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._cards: tuple[RuleText, ...] = ()
        self._rules: QWidget | None = None
        self._held: QWidget | None = None
        self.acts: list[kit.Button] = []
        self._box: QVBoxLayout = kit.column(self, spacing=6)
        self._lead, self._text, self._note = kit.label("", "section"), kit.label(""), kit.label("", "small")
        self.why = kit.Button(_("Why"), "link")
        self.why.setCheckable(True)
        words = kit.column(spacing=2)
        for each in (self._lead, self._text, self._note):
            words.addWidget(each)
        head = kit.row(spacing=4)
        head.addLayout(words, 1)
        head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(head)
        self._ways = QWidget()
        self._flow = kit.Flow(self._ways, spacing=8)
        self._box.addWidget(self._ways)
        self.why.clicked.connect(self._explain)

    def show_line(self, line: Line, *, why: bool, cards: Sequence[RuleText]) -> bool:
        """Show a line, with its rules open or shut; True where other controls are in it than before."""
        grown = self._show_words(line) if line != self._line else False
        self.why.setChecked(why)
        open_now = tuple(cards) if why else ()
        if open_now != self._cards:
            self._cards = open_now
            self._take_away(self._rules)
            self._rules = RuleCards(open_now) if open_now else None
            if self._rules is not None:
                self._box.insertWidget(self._box.indexOf(self._ways), self._rules)
                self._ways.raise_()  # read after the rules, as it stands below them
            grown = True
        return grown

    def hold(self, widget: QWidget | None) -> None:
        """Open something in place of the ways on; None shuts it."""
        self._take_away(self._held)
        self._held = None
        if widget is not None:
            self._held = kit.surface("card")
            kit.column(self._held, margins=(12, 12, 12, 12)).addWidget(widget)
            self._box.addWidget(self._held)
        self._ways.setVisible(widget is None and bool(self.acts))

    def _take_away(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_words(self, line: Line) -> bool:
        before, self._line = self._line, line
        self._lead.setText(line.lead)
        self._lead.setVisible(bool(line.lead) or bool(line.rules))
        self._text.setText(line.text)
        kit.set_state(self._text, "role", "strong" if line.marked else "body")
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))
        self.why.setVisible(bool(line.rules))
        self.why.setAccessibleName(_("Why: {what}").format(what=line.lead or line.text))
        if before is not None and before.acts == line.acts:
            return before.rules != line.rules
        self._show_acts(line)
        return True

    def _show_acts(self, line: Line) -> None:
        for button in self.acts:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.acts = [self._button(act, number, line) for number, act in enumerate(line.acts)]
        self._ways.setVisible(self._held is None and bool(self.acts))

    def _button(self, act: Act, number: int, line: Line) -> kit.Button:
        button = kit.Button(act.words, "chip")
        button.setAccessibleName(_("{act}: {what}").format(act=act.words, what=line.text))
        button.setProperty("number", number)
        button.clicked.connect(self._act)
        self._flow.addWidget(button)
        button.show()  # at once: what is not on the screen yet takes no focus
        return button

    def _explain(self) -> None:
        if self._line is not None:
            self.explained.emit(self._line.id)

    def _act(self) -> None:
        number = self.sender().property("number")
        if self._line is not None and isinstance(number, int):
            self.acted.emit(self._line.acts[number])
