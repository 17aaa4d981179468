"""What the details of a person say about the record itself: who looked at it, a copy of all of it, and its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.services import BECAUSE
from ui.kit import Button, Card, ChoiceGroup, Flow, Option, column, label
from ui.opening import what_for
from ui.people.hold_part import HoldPart
from ui.people.record_presenter import RecordState

WITHOUT = "without"


class RecordPart(QWidget):
    """`viewing_wanted`: the list of who looked; the other signals carry the reason that was chosen.

    What was told in private is offered of everybody, so that the offer tells of nobody that there is anything.
    """

    viewing_wanted = Signal()
    copy_wanted = Signal(str)
    remove_wanted = Signal(str)
    private_wanted = Signal(str)
    shut_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=8)
        box.addWidget(label(_("This person may know who looked at their record, and have a copy of it."), "hint"))
        self.viewing = Button(_("Who looked at this record"), icon="find")
        self.copy = Button(_("Copy everything that is held"), icon="copy")
        self.look = Button(_("Open what was told in private"), icon="lock")
        self.remove = Button(_("Remove this person for good"), icon="remove")
        ways = Flow(spacing=8)
        for button in (self.viewing, self.copy, self.look, self.remove):
            ways.addWidget(button)
        box.addLayout(ways)
        self.copying, self.looking, self.removing = self._copying(), self._looking(), self._removing()
        self.hold = HoldPart()
        box.addWidget(self.hold)
        for card in (self.copying, self.looking, self.removing):
            card.hide()
            box.addWidget(card)
        self.viewing.clicked.connect(self.viewing_wanted)
        self.copy.clicked.connect(self._ask_copy)
        self.look.clicked.connect(self._ask_private)
        self.remove.clicked.connect(self._ask_remove)

    def render_state(self, state: RecordState) -> None:
        """Show the hold that stands, what to know before removing the person, and what was opened on purpose."""
        self.hold.render_state(state.hold, state.opened)
        self.warning.setText(state.before)
        self.warning.setVisible(bool(state.before))
        shown = "" if state.said is None else state.said.value or _("Nothing was told in private in a talk.")
        self.said.setText(shown)
        self.said.setVisible(bool(shown))
        self.purpose.setVisible(not shown)

    def put_away(self) -> None:
        """Nothing is asked any more, and nothing is chosen."""
        self.hold.put_away()
        self.copying.hide()
        self.looking.hide()
        self.purpose.set_value("")
        self.shut_wanted.emit()
        self.removing.hide()
        self.private.set_value(WITHOUT)
        self.because.set_value("")
        self.remove_now.setEnabled(False)

    def _copying(self) -> Card:
        card = Card(_("A review copy"))
        card.box.addWidget(
            label(_("Somebody has to review it before this person gets anything. The two files are not encrypted."))
        )
        self.private = ChoiceGroup(
            _("What was told in private"),
            (
                Option(WITHOUT, _("Leave it out")),
                Option("asked", _("Put it in: the person asked for it")),
                Option("safety", _("Put it in: to keep somebody safe")),
            ),
            hint=_("Opening it is recorded, with the reason you choose."),
        )
        self.private.set_value(WITHOUT)
        card.box.addWidget(self.private)
        self.copy_now, leave = Button(_("Choose where to save it"), "go"), Button(_("Not now"))
        self._foot(card, self.copy_now, leave)
        self.copy_now.clicked.connect(self._copy)
        return card

    def _looking(self) -> Card:
        card = Card(_("What was told in private"))
        self.purpose, self.said = what_for(_("Private. Open on purpose")), label("", "words")
        self.said.hide()
        card.box.addWidget(self.purpose)
        card.box.addWidget(self.said)
        self.leave_private = Button(_("Put it away"))
        foot = Flow(spacing=12)
        foot.addWidget(self.leave_private)
        card.box.addLayout(foot)
        self.purpose.edited.connect(self._opened)
        self.leave_private.clicked.connect(self.put_away)
        return card

    def _removing(self) -> Card:
        card = Card(_("Remove this person for good?"))
        self.warning = label("", "strong")
        self.warning.hide()
        card.box.addWidget(self.warning)
        for words in (
            _(
                "Everything that is kept of this person here is deleted: talks, plans, papers, notes. It cannot be undone."
            ),
            _("Backups that were made before still hold it until they are deleted in their turn."),
        ):
            card.box.addWidget(label(words))
        self.because = ChoiceGroup(_("Why?"), tuple(Option(each.value, _(words)) for each, words in BECAUSE.items()))
        card.box.addWidget(self.because)
        self.remove_now, leave = Button(_("Remove for good")), Button(_("Not now"))
        self.remove_now.setEnabled(False)
        self._foot(card, self.remove_now, leave)
        self.because.edited.connect(self._chosen)
        self.remove_now.clicked.connect(self._remove)
        return card

    def _foot(self, card: Card, go: Button, leave: Button) -> None:
        foot = Flow(spacing=12)
        foot.addWidget(go)
        foot.addWidget(leave)
        card.box.addLayout(foot)
        leave.clicked.connect(self.put_away)

    def _ask_copy(self) -> None:
        self.put_away()
        self.copying.show()
        self.private.setFocus()

    def _ask_private(self) -> None:
        self.put_away()
        self.looking.show()
        self.purpose.setFocus()

    def _opened(self, reason: object) -> None:
        if isinstance(reason, str) and reason:
            self.private_wanted.emit(reason)
            self.leave_private.setFocus()

    def _ask_remove(self) -> None:
        self.put_away()
        self.removing.show()
        self.because.setFocus()

    def _chosen(self, value: object) -> None:
        self.remove_now.setEnabled(bool(value))

    def _copy(self) -> None:
        chosen = self.private.value()
        self.copy_wanted.emit("" if chosen == WITHOUT else chosen)

    def _remove(self) -> None:
        because = self.because.value()
        if because:
            self.put_away()
            self.remove_wanted.emit(because)
