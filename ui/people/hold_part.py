"""What the details of a person say about a legal hold: whether one stands, and setting, opening or lifting it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, long_date
from coachdesk.retention import HELD_BECAUSE, Hold
from ui.holding import why_held
from ui.kit import Button, Card, ChoiceGroup, Flow, Option, TextLine, announce, column, label
from ui.opening import what_for


class HoldPart(QWidget):
    """`set_wanted` carries the reason that was chosen and who owns the hold; `lift_wanted` the id of the one that stands.

    `open_wanted` carries that id and the code of what its reason is opened for.
    """

    set_wanted = Signal(str, str)
    lift_wanted = Signal(str)
    open_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=8)
        self.standing = label("")
        self.set = Button(_("Set a legal hold"), icon="lock")
        self.lift = Button(_("Lift the legal hold"), icon="undo")
        box.addWidget(self.standing)
        self.purpose, self.said = what_for(_("Why it stands. Open on purpose")), label("", "words")
        box.addWidget(self.purpose)
        box.addWidget(self.said)
        ways = Flow(spacing=8)
        ways.addWidget(self.set)
        ways.addWidget(self.lift)
        box.addLayout(ways)
        self.setting = self._setting()
        self.setting.hide()
        box.addWidget(self.setting)
        self._hold: Hold | None = None
        self.set.clicked.connect(self._ask)
        self.lift.clicked.connect(self._lift)
        self.purpose.edited.connect(self._open)
        self.render_state(None)

    def render_state(self, hold: Hold | None, opened: Hold | None = None) -> None:
        """Show that a hold stands, or that there is none; why it stands only where it was opened on purpose."""
        self._hold = hold
        if hold is not None:
            words = _("A legal hold has stood since {day}, so nothing about this person is deleted.")
            self.standing.setText(words.format(day=long_date(hold.on)))
            self.put_away()
        self.standing.setVisible(hold is not None)
        self.lift.setVisible(hold is not None)
        self.set.setVisible(hold is None)
        said = "" if opened is None else why_held(opened)
        if said and said != self.said.text():
            self.lift.setFocus()  # what was chosen from is gone now
            announce(self, said)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.purpose.setVisible(hold is not None and not said)

    def put_away(self) -> None:
        """Nothing is asked any more, and nothing is chosen."""
        self.setting.hide()
        self.because.set_value("")
        self.owner.set_value("")
        self.purpose.set_value("")
        self._edited()

    def _setting(self) -> Card:
        card = Card(_("A legal hold"))
        card.box.addWidget(
            label(_("While it stands, nothing about this person goes: not by its time, not by removal."))
        )
        self.because = ChoiceGroup(
            _("Why?"), tuple(Option(each.value, _(words)) for each, words in HELD_BECAUSE.items())
        )
        self.owner = TextLine(_("Who owns it?"), hint=_("Whoever knows when it ends: a name, a team, a reference."))
        self.set_now, leave = Button(_("Set it"), "go"), Button(_("Not now"))
        foot = Flow(spacing=12)
        for each in (self.because, self.owner):
            card.box.addWidget(each)
            each.edited.connect(self._edited)
        foot.addWidget(self.set_now)
        foot.addWidget(leave)
        card.box.addLayout(foot)
        self.set_now.clicked.connect(self._set)
        leave.clicked.connect(self.put_away)
        return card

    def _edited(self) -> None:
        self.set_now.setEnabled(bool(self.because.value()) and bool(self.owner.value().strip()))

    def _ask(self) -> None:
        self.put_away()
        self.setting.show()
        self.because.setFocus()

    def _set(self) -> None:
        self.set_wanted.emit(self.because.value(), self.owner.value())

    def _open(self, reason: object) -> None:
        if self._hold is not None and isinstance(reason, str) and reason:
            self.open_wanted.emit(self._hold.id, reason)

    def _lift(self) -> None:
        if self._hold is not None:
            self.lift_wanted.emit(self._hold.id)
