"""What the safety panel offers while a talk is open: a kind end, one follow-up, a sealed note. Nothing of it has to be used.

Two buttons, and no field before somebody wants one.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Button, Card, DateField, Flow, TextArea, TextLine, column, label
from ui.opening import what_for


class TalkPart(QWidget):
    """`noted` carries the three words of the note as they are typed; `opened` the reason's code for what was sealed before."""

    end_wanted = Signal()
    follow_wanted = Signal(str, object)  # who, and a day or None
    noted = Signal(object)
    opened = Signal(str)

    def __init__(self, *, sealed_before: bool) -> None:
        super().__init__()
        box = column(self, spacing=14)
        box.addWidget(self._end())
        self.kept = QWidget()
        more = column(self.kept, spacing=14)
        more.addWidget(self._follow_up())
        more.addWidget(self._note(sealed_before=sealed_before))
        self.kept.hide()
        box.addWidget(self.kept)

    def show_said(self, said: str) -> None:
        """What was sealed before and opened on purpose."""
        self.before.hide()
        self.said.setText(said)
        self.said.show()

    def show_agreed(self) -> None:
        """The follow-up is among what we promised."""
        for field in (self.who, self.by):
            field.set_value("")
        self.agreed.show()

    def _end(self) -> Card:
        card = Card(_("If you end here"))
        self.end, self.keep = Button(_("End kindly")), Button(_("Keep something of this talk"))
        ways = Flow(spacing=8)
        ways.addWidget(self.end)
        ways.addWidget(self.keep)
        card.box.addLayout(ways)
        self.end.clicked.connect(self.end_wanted)
        self.keep.clicked.connect(self._unfold)
        return card

    def _follow_up(self) -> Card:
        card = Card(_("Follow-up due"))
        self.who, self.by = TextLine(_("Who follows up")), DateField(_("By when"))
        self.follow = Button(_("Put it under what we will do"))
        self.follow.clicked.connect(self._follow)
        self.agreed = label(_("It stands under what we will do. It does not say what about."), "hint")
        self.agreed.hide()
        for each in (self.who, self.by):
            card.box.addWidget(each)
        held = Flow(spacing=8)
        held.addWidget(self.follow)
        card.box.addLayout(held)
        card.box.addWidget(self.agreed)
        return card

    def _note(self, *, sealed_before: bool) -> Card:
        card = Card(_("Write it down, sealed"))
        card.box.addWidget(
            label(_("Only if it helps. It is sealed as you type, and stands on no list and no paper."), "hint")
        )
        self.note = (
            TextArea(_("What was said"), least=2),
            TextLine(_("Who was told")),
            TextLine(_("When")),
        )
        for field in self.note:
            card.box.addWidget(field)
            field.edited.connect(self._noted)
        self.before = what_for(_("Something was sealed in this talk before. Open on purpose"))
        self.before.setVisible(sealed_before)
        self.before.edited.connect(self._opened)
        self.said = label("", "words")
        self.said.hide()
        card.box.addWidget(self.before)
        card.box.addWidget(self.said)
        return card

    def _unfold(self) -> None:
        self.kept.show()
        self.note[0].setFocus()
        self.keep.hide()

    def _noted(self) -> None:
        self.noted.emit(tuple(str(field.value()) for field in self.note))

    def _follow(self) -> None:
        from coachdesk.interviews import as_date  # loaded when somebody has typed a day, not with the first window

        self.follow_wanted.emit(str(self.who.value()), as_date(self.by.value()))

    def _opened(self, reason: object) -> None:
        if isinstance(reason, str) and reason:
            self.opened.emit(reason)
