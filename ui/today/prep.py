"""The prep card: what to know before meeting the person, and what became of the appointment."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.diary import KNOWN, LABELS, MOVED, Absence, AppointmentState
from coachdesk.i18n import N_, _, clock_time, long_date
from coachdesk.services import DayEntry, PrepCard
from ui import keys
from ui.kit import Button, Card, ChoiceGroup, Flow, Option, column, label
from ui.kit.layouts import empty
from ui.kit.text import Role
from ui.today.state import TodayState, kind_and_way

SECTIONS: tuple[tuple[str, str, str, Role], ...] = (
    (N_("Before anything else"), "absent", "{text}", "body"),
    (N_("Take care"), "care", "\N{BULLET} {text}", "body"),
    (N_("We promised"), "promised", "\N{BULLET} {text}", "body"),
    (N_("What they want, in their words"), "goals", "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}", "body"),
    (N_("Agreed last time"), "agreed", "\N{BULLET} {text}", "body"),
    (N_("What went well"), "well", "\N{BULLET} {text}", "body"),
    (N_("Since then"), "since", "\N{BULLET} {text}", "body"),
    (N_("Their life just now"), "life", "\N{BULLET} {text}", "body"),
    (N_("Coming up"), "soon", "\N{BULLET} {text}", "body"),
    (N_("Remember"), "remember", "\N{BULLET} {text}", "body"),
)  # fmt: skip
"""Heading, field of the card, how a line of it is shown: what protects, then our promises."""


class PrepView(Card):
    """Shows the chosen line of the day and its prep card."""

    start_wanted = Signal()
    person_wanted = Signal()
    change_wanted = Signal()
    slip_wanted = Signal()
    state_wanted = Signal(str)
    again_wanted = Signal()
    rhythm_wanted = Signal()
    learned = Signal(object)  # the value of an Absence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = label("", "heading")
        self.kind = label("", "small")
        self.start = Button(_("Start"), "go", key="start")
        self.person = Button(_("Open the person"), "link")
        self.change = Button(_("Change the appointment"), "link")
        self.slip = Button(_("Slip to hand over"), "link", icon="paper")
        self.states = {state: self._chip(state) for state in AppointmentState}
        self.box.addWidget(self.title)
        self.box.addWidget(self.kind)
        going = Flow(spacing=12)
        going.addWidget(self.start)
        going.addWidget(self.person)
        self.box.addLayout(going)
        self._lines = column(spacing=3)
        self.box.addLayout(self._lines)
        self.box.addSpacing(6)
        self.box.addWidget(label(_("What became of it"), "section"))
        chips = Flow(spacing=6)
        for chip in self.states.values():
            chips.addWidget(chip)
        self.box.addLayout(chips)
        self.absence = ChoiceGroup(_("What we know"), [Option(each.value, _(words)) for each, words in KNOWN.items()])
        self.again = Button(_("Find a new time"))
        self.box.addWidget(self.absence)
        self.box.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.absence.edited.connect(self.learned)
        self.again.clicked.connect(self.again_wanted)
        self.rhythm = Button(_("How often you are in touch"), "link")
        below = Flow(spacing=20)
        for each in (self.change, self.slip, self.rhythm):
            below.addWidget(each)
        self.box.addLayout(below)
        self.rhythm.clicked.connect(self.rhythm_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.person.clicked.connect(self.person_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.slip.clicked.connect(self.slip_wanted)

    def render_state(self, state: TodayState) -> None:
        """Show the chosen one; hidden where nobody is chosen."""
        entry, card = state.entry, state.card
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.title.setText(_("{name}, {time}").format(name=entry.name, time=clock_time(entry.appointment.at)))
        self.kind.setText(kind_and_way(entry))
        self.start.setVisible(not entry.appointment.without_contact)
        self.start.set_words(_("Carry on") if card is not None and card.unfinished else _("Start"))
        self._show_states(entry)
        empty(self._lines)
        if card is not None:
            self._show_card(card)

    def _show_card(self, card: PrepCard) -> None:
        nothing = True
        for heading, name, shape, role in SECTIONS:
            lines: tuple[str, ...] = getattr(card, name)
            if lines:
                nothing = False
                self._lines.addSpacing(6)
                self._lines.addWidget(label(_(heading), "section"))
                for text in lines:
                    self._lines.addWidget(label(shape.format(text=text), role))
        if card.last_met is not None:
            self._lines.addSpacing(6)
            self._lines.addWidget(label(_("Last talk: {day}").format(day=long_date(card.last_met)), "small"))
        if nothing:
            self._lines.addSpacing(6)
            self._lines.addWidget(label(_("Nothing is written down yet. What you agree will stand here next time.")))

    def _show_states(self, entry: DayEntry) -> None:
        now = entry.appointment.state
        for state, chip in self.states.items():
            chip.setChecked(state is now)
            chip.setEnabled(state is now or state in entry.after)
        self.absence.setVisible(now is AppointmentState.NO_SHOW)
        self.absence.set_value(entry.appointment.absence or Absence.UNKNOWN)
        self.again.setVisible(now in MOVED and not entry.appointment.moved_to)

    def _chip(self, state: AppointmentState) -> Button:
        chip = Button(_(LABELS[state]), "chip")
        chip.setCheckable(True)
        chip.setProperty("state", state.value)
        chip.setToolTip(keys.shown(f"state_{state}"))
        chip.setAccessibleDescription(keys.shown(f"state_{state}"))
        chip.clicked.connect(self._pressed)
        return chip

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            chip.setChecked(True)  # pressing the state it is in takes nothing back
            self.state_wanted.emit(chip.property("state"))
