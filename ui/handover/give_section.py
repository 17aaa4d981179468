"""Handing people over: to whom, who goes, what of them, and what is in the pack by counts."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal

from coachdesk.handover import Colleague
from coachdesk.i18n import _, short_date
from ui.handover.state import GivingState
from ui.handover.words import counted, leaving_row, saved
from ui.kit import (
    Button,
    Card,
    ChoiceGroup,
    DateField,
    EmptyState,
    Flow,
    Option,
    Progress,
    Reading,
    Row,
    RowsView,
    TextLine,
    announce,
    column,
    label,
    reveal,
    yes_no,
)
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs

_FOUND, _SHOWN = 6, 10


class GiveSection(Reading):
    """What the coach does comes in signals; `until_wanted` carries the day as typed, `make_wanted` asks where to."""

    colleagues_wanted = Signal()
    colleague_chosen = Signal(str)
    typed = Signal(str)
    picked = Signal(str)
    until_wanted = Signal(object)
    without_wanted = Signal()
    came_wanted = Signal()
    cancelled = Signal()
    chosen = Signal(str)
    left_out = Signal()
    notes_chosen = Signal(bool)
    sealed_chosen = Signal(bool)
    make_wanted = Signal()

    def __init__(self, state: GivingState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state = state
        self._colleagues: tuple[Colleague, ...] = ()
        self.to: ChoiceGroup | None = None
        self.nobody = EmptyState(
            _("No colleague is kept here yet"),
            _("A pack is made for one colleague, and nobody else can open it. For that you need their contact file."),
            _("Go to colleagues"),
        )
        self.nobody.acted.connect(self.colleagues_wanted)
        self._whom = column()
        self._body = Reading(margins=(0, 0, 0, 0))
        self.box.addWidget(self.nobody)
        self.box.addLayout(self._whom)
        self.box.addWidget(self._body)
        self._who_goes()
        self._one_of_them()
        self._what_is_in_it()
        self.box.addStretch(1)
        self._show(state)

    def _who_goes(self) -> None:
        card = Card(_("Who goes"))
        self.who, self.found = (
            TextLine(_("Find a person"), hint=_("Type part of the name")),
            RowsView(_("People found")),
        )
        self.until = DateField(_("Everybody with an appointment until"))
        self.add_until = Button(_("Add everybody until then"))
        self.add_without = Button(_("Add everybody without a next step"))
        self.add_came = Button("")
        for each in (self.who, self.found, self.until):
            card.box.addWidget(each)
        ways = Flow(spacing=12)
        for button in (self.add_until, self.add_without, self.add_came):
            ways.addWidget(button)
        card.box.addLayout(ways)
        self.progress = Progress(_("People read"))
        self.list = RowsView(_("Who goes"))
        card.box.addWidget(self.progress)
        card.box.addWidget(self.list)
        self._body.box.addWidget(card)
        self.who.edited.connect(self._typed)
        self.who.line.returnPressed.connect(self._first)
        self.found.opened.connect(self.picked)
        self.found.clicked.connect(self._clicked)
        self.add_until.clicked.connect(self._until)
        self.add_without.clicked.connect(self.without_wanted)
        self.add_came.clicked.connect(self.came_wanted)
        self.progress.cancelled.connect(self.cancelled)
        self.list.chosen.connect(self.chosen)

    def _one_of_them(self) -> None:
        self.one = Card()
        self.name = label("", "strong")
        self.sealed = yes_no(
            _("Does what is sealed go too?"),
            hint=_(
                "It was told in private, or is theirs to tell. Say yes only where they know of it and are happy with it, and "
                "where your colleague has to know it. What protects them goes in any case, without the reason."
            ),
        )
        self.leave_out = Button("")
        for each in (self.name, self.sealed):
            self.one.box.addWidget(each)
        self.one.box.addWidget(self.leave_out, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.box.addWidget(self.one)
        self.sealed.edited.connect(self._sealed)
        self.leave_out.clicked.connect(self.left_out)

    def _what_is_in_it(self) -> None:
        self.notes = yes_no(
            _("Do coaching notes go too?"), hint=_("Your own notes beside answers, and what was kept between you two.")
        )
        self.counted, self.making, self.said = label("", "strong"), label(_("The pack is being made.")), label("")
        self.make = Button(_("Choose a folder and save the pack"), "go")
        for each in (self.notes, self.counted):
            self._body.box.addWidget(each)
        self._body.box.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.box.addWidget(self.making)
        self._body.box.addWidget(self.said)
        self.notes.edited.connect(self._notes)
        self.make.clicked.connect(self.make_wanted)

    def render_state(self, state: GivingState) -> None:
        """Show the pack as it stands."""
        before, self._state = self._state, state
        self._show(state)
        said = self.said.text()
        if said and (state.problem, state.made) != (before.problem, before.made):
            announce(self, said)
            reveal(self.said)
        if before.running and not state.running and self.isVisible():
            self.who.setFocus()  # the next name
        elif state.running == "reading" and not before.running and self.isVisible():
            self.progress.cancel.setFocus()

    def _show(self, state: GivingState) -> None:
        idle, anybody = not state.running, bool(state.people)
        self._show_colleagues(state)
        self._body.setVisible(bool(state.to))
        with QSignalBlocker(self.found):
            self.found.set_rows([_found(each.person_id, each.listed, each.date_of_birth) for each in state.found])
            self.found.fit(_FOUND)
        self.found.setVisible(bool(state.found))
        self.who.set_value(state.typed)
        for each in (self.who, self.until, self.add_until, self.add_without, self.add_came):
            each.setEnabled(idle)
        self._show_came(state)
        self.progress.setVisible(state.running == "reading")
        words = _("{n} people are here so far.").format(n=len(state.people))
        self.progress.show_progress(len(state.people), len(state.people) + state.to_read, words)
        with QSignalBlocker(self.list):
            self.list.set_rows([leaving_row(each, sealed=each.person_id in state.sealed) for each in state.people])
            self.list.fit(_SHOWN)
            self.list.choose(state.chosen)
        self.list.setVisible(anybody)
        self._show_one(state)
        self._show_end(state)

    def _show_end(self, state: GivingState) -> None:
        idle, anybody = not state.running, bool(state.people)
        self.notes.setVisible(any(each.notes for each in state.people))
        self.notes.set_value("yes" if state.notes else "no")
        self.counted.setText(" ".join(counted(state)) if anybody else "")
        self.counted.setVisible(anybody)
        self.make.setVisible(anybody and idle)
        self.making.setVisible(state.running == "making")
        said = state.problem or (saved(state.made) if state.made is not None else "")
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def _show_colleagues(self, state: GivingState) -> None:
        self.nobody.setVisible(not state.colleagues)
        if state.colleagues != self._colleagues:
            self._colleagues = state.colleagues
            empty(self._whom)
            options = [
                Option(each.id, _("{name}, {site}").format(name=each.name, site=each.site)) for each in state.colleagues
            ]
            self.to = ChoiceGroup(_("To whom"), options) if options else None
            if self.to is not None:
                self.to.edited.connect(self._to)
                self._whom.addWidget(self.to)
            order_tabs(self)
        if self.to is not None:
            self.to.set_value(state.to)
            self.to.setEnabled(not state.running)

    def _show_came(self, state: GivingState) -> None:
        colleague = state.colleague
        self.add_came.setVisible(bool(state.came) and colleague is not None)
        if colleague is not None:
            self.add_came.set_words(_("Add everybody who came from {name}").format(name=colleague.name))

    def _show_one(self, state: GivingState) -> None:
        one = state.looked_at
        self.one.setVisible(one is not None)
        if one is not None:
            self.name.setText(one.name)
            self.sealed.setVisible(bool(one.sealed))
            self.sealed.set_value("yes" if one.person_id in state.sealed else "no")
            self.leave_out.set_words(_("Leave out {name}").format(name=one.name))
            self.leave_out.setEnabled(not state.running)

    def _to(self, value: object) -> None:
        self.colleague_chosen.emit(str(value))

    def _typed(self, text: object) -> None:
        self.typed.emit(str(text))

    def _first(self) -> None:
        if self._state.found:
            self.picked.emit(self._state.found[0].person_id)

    def _clicked(self) -> None:
        self.picked.emit(self.found.chosen_id())

    def _until(self) -> None:
        self.until_wanted.emit(self.until.value())

    def _notes(self, value: object) -> None:
        self.notes_chosen.emit(value == "yes")

    def _sealed(self, value: object) -> None:
        self.sealed_chosen.emit(value == "yes")


def _found(person_id: str, name: str, born: date | None) -> Row:
    return Row(person_id, (name, short_date(born) if born else ""))
