"""My contact file, and colleagues: a file is read, its check phrase is compared over the telephone, then it is kept."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal

from coachdesk.handover import Colleague
from coachdesk.i18n import _
from coachdesk.services.handover_views import Contact
from ui.handover.state import ContactsState
from ui.kit import Button, Card, Flow, Reading, Row, RowsView, announce, label, reveal

_SHOWN = 12


def in_groups(contact: Contact) -> str:
    """The check phrase, with room between its groups to read it aloud."""
    return "   ".join(contact.phrase)


class MineSection(Reading):
    """`save_wanted` is the button."""

    save_wanted = Signal()

    def __init__(self, state: ContactsState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        card = Card(_("Your contact file"))
        for sentence in (
            _(
                "Give it to a colleague who is to hand people over to you. It says your name and your site; it is no secret."
            ),
            _(
                "Then speak on the phone and read this check phrase to each other. It is the same only if the file is yours."
            ),
        ):
            card.box.addWidget(label(sentence))
        card.box.addWidget(label(in_groups(state.mine), "large"))
        self.save = Button(_("Choose a folder and save it"), "go")
        self.said = label("")
        card.box.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        card.box.addWidget(self.said)
        self.box.addWidget(card)
        self.box.addStretch(1)
        self.save.clicked.connect(self.save_wanted)
        self.render_state(state)

    def render_state(self, state: ContactsState) -> None:
        """Say where it was saved, or why it was not."""
        said = state.problem or state.said
        if said != self.said.text():
            self.said.setText(said)
            announce(self, said)
        self.said.setVisible(bool(said))


class ColleaguesSection(Reading):
    """`file_wanted`, `kept`, `put_aside` and `removed` are buttons; `remove_wanted` carries a colleague's id."""

    file_wanted = Signal()
    kept = Signal()
    put_aside = Signal()
    remove_wanted = Signal(str)
    removed = Signal()

    def __init__(self, state: ContactsState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state: ContactsState | None = None
        self.list = RowsView(_("Colleagues"))
        self.nobody = label(_("Nobody is kept yet. Ask a colleague for their contact file, and add it here."))
        self.add, self.remove = Button(_("Add a contact file")), Button(_("Remove the chosen colleague"))
        self.said = label("")
        for each in (self.nobody, self.list):
            self.box.addWidget(each)
        ways = Flow(spacing=12)
        for button in (self.add, self.remove):
            ways.addWidget(button)
        self.box.addLayout(ways)
        self._looked_card()
        self._removing_card()
        self.box.addWidget(self.said)
        self.box.addStretch(1)
        self.add.clicked.connect(self.file_wanted)
        self.remove.clicked.connect(self._remove)
        self.list.chosen.connect(self._chosen)
        self.render_state(state)

    def _looked_card(self) -> None:
        self.looked = Card(_("Is it really them?"))
        self.who, self.phrase = label("", "strong"), label("", "large")
        self.looked.box.addWidget(self.who)
        self.looked.box.addWidget(
            label(
                _(
                    "Ring them on a number that you know, not one from the file, and let them read their check phrase to you."
                )
            )
        )
        self.looked.box.addWidget(self.phrase)
        self.keep, self.not_now = Button(_("It is the same: keep them"), "go"), Button(_("It differs, or not now"))
        ways = Flow(spacing=12)
        for button in (self.keep, self.not_now):
            ways.addWidget(button)
        self.looked.box.addLayout(ways)
        self.box.addWidget(self.looked)
        self.keep.clicked.connect(self.kept)
        self.not_now.clicked.connect(self.put_aside)

    def _removing_card(self) -> None:
        self.removing = Card(_("Take out this colleague?"))
        self.warning = label("")
        self.yes, self.no = Button(_("Yes, take out"), "go"), Button(_("No"))
        ways = Flow(spacing=12)
        for button in (self.yes, self.no):
            ways.addWidget(button)
        self.removing.box.addWidget(self.warning)
        self.removing.box.addLayout(ways)
        self.box.addWidget(self.removing)
        self.yes.clicked.connect(self.removed)
        self.no.clicked.connect(self.put_aside)

    def render_state(self, state: ContactsState) -> None:
        """Show who is kept, and what is asked."""
        before, self._state = self._state, state
        with QSignalBlocker(self.list):
            self.list.set_rows([Row(each.id, (each.name, each.site)) for each in state.colleagues])
            self.list.fit(_SHOWN)
        if state.colleagues and not self.list.chosen_id():
            self.list.choose(state.colleagues[0].id)
        self.list.setVisible(bool(state.colleagues))
        self.nobody.setVisible(not state.colleagues)
        self.remove.setVisible(bool(state.colleagues))
        self.looked.setVisible(state.looked is not None)
        self.removing.setVisible(bool(state.removing))
        if state.looked is not None:
            card = state.looked.card
            self.who.setText(_("{name}, {site}").format(name=card.name, site=card.site))
            self.phrase.setText(in_groups(state.looked))
        gone = next((each for each in state.colleagues if each.id == state.removing), None)
        self.warning.setText(_warning(gone) if gone is not None else "")
        said = state.problem or state.said
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if before is not None:
            self._turn(before, state)

    def _turn(self, before: ContactsState, state: ContactsState) -> None:
        """What is asked gets the keyboard, and gives it back."""
        if state.looked is not None and before.looked is None:
            self._go_to(self.keep)
        elif state.removing and not before.removing:
            self._go_to(self.no)
        elif (before.looked is not None and state.looked is None) or (before.removing and not state.removing):
            self._go_to(self.add)
        if self.said.text() and (state.problem, state.said) != (before.problem, before.said):
            announce(self, self.said.text())

    def _go_to(self, button: Button) -> None:
        if self.isVisible():
            button.setFocus()
            reveal(button)

    def _chosen(self, _row_id: str) -> None:
        self.remove.setEnabled(bool(self.list.chosen_id()))

    def _remove(self) -> None:
        self.remove_wanted.emit(self.list.chosen_id())


def _warning(colleague: Colleague) -> str:
    return _(
        "Then no pack from {name} can be opened here, and none made for them, until you add their contact file again. What "
        "you handed to one another is not known any more: what comes back later is compared from nothing."
    ).format(name=colleague.name)
