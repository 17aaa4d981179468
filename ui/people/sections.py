"""The parts of a person's screen that are read: overview, plan, commitments, appointments."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.i18n import _
from ui.kit import Button, Card, Flow, Reading, RowsView, column, label
from ui.kit.layouts import empty
from ui.people.lines import (
    action_lines,
    appointment_rows,
    commitment_rows,
    next_line,
    open_line,
    timeline_rows,
)
from ui.people.person_state import PersonState

MOST = 12
"""So many lines of a list are seen at once; the list scrolls to the others."""

QUOTED = "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


class Overview(QWidget):
    """What they want, what comes next, the contact note for whoever asks, and the history."""

    note_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=12)
        card = Card()
        self._lines = column(spacing=4)
        card.box.addLayout(self._lines)
        self.note_button = Button("", "link", icon="note")
        self.note = label("", "words")
        held = Flow()
        held.addWidget(self.note_button)
        card.box.addLayout(held)
        card.box.addWidget(self.note)
        box.addWidget(card)
        box.addWidget(label(_("Their history"), "label"))
        self.history = RowsView(_("Their history"))
        self.nothing = label(_("Nothing yet. Interviews, appointments and commitments stand here."))
        box.addWidget(self.nothing)
        box.addWidget(self.history)
        box.addStretch(1)
        self.note_button.clicked.connect(self.note_wanted)

    def render_state(self, state: PersonState) -> None:
        """Show the person."""
        file = state.file
        empty(self._lines)
        _say(
            self._lines,
            _("What they want, in their words"),
            [QUOTED.format(text=goal.text) for goal in file.plan.wanted],
        )
        _say(self._lines, _("We promised"), action_lines(file.plan.ours))
        _say(self._lines, _("What comes"), (next_line(state), open_line(state)))
        self.note_button.setVisible(bool(file.person.contact_note))
        self.note_button.set_words(_("Put the contact note away") if state.note_shown else _("Show the contact note"))
        self.note.setText(file.person.contact_note if state.note_shown else "")
        self.note.setVisible(state.note_shown)
        self.history.set_rows(timeline_rows(file))
        self.history.fit(MOST)
        self.history.setVisible(bool(file.timeline))
        self.nothing.setVisible(not file.timeline)


class PlanPart(Reading):
    """The plan to read; the plan's own screen is one key away."""

    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(0, 0, 0, 0))
        self._lines = column(spacing=4)
        self.box.addLayout(self._lines)
        self.open = Button(_("Open the plan"), key="plan")
        held = Flow()
        held.addWidget(self.open)
        self.box.addLayout(held)
        self.box.addStretch(1)
        self.open.clicked.connect(self.plan_wanted)

    def render_state(self, state: PersonState) -> None:
        """Show the plan: ours first, then what is asked, then what is chosen."""
        plan = state.file.plan
        empty(self._lines)
        _say(self._lines, _("What they want, in their words"), [QUOTED.format(text=goal.text) for goal in plan.wanted])
        _say(self._lines, _("What we will do"), action_lines(plan.ours))
        _say(self._lines, _("What they are asked to do"), action_lines(plan.asked))
        _say(self._lines, _("What they choose to do"), action_lines(plan.chosen))
        _say(self._lines, _("What somebody else will do"), action_lines(plan.others))
        if not plan.wanted and not plan.open:
            self._lines.addWidget(label(_("Nothing is planned yet. What you agree in an interview stands here.")))


class CommitmentsPart(QWidget):
    """The issued commitments, newest first."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=12)
        self.list = RowsView(_("Issued commitments"))
        self.open = Button(_("Open"), key="commitment")
        self.nothing = label(_("Nothing was issued yet. An interview ends with the document, and it stands here."))
        held = Flow()
        held.addWidget(self.open)
        for each in (self.nothing, self.list):
            box.addWidget(each)
        box.addLayout(held)
        box.addStretch(1)
        self.list.opened.connect(self.opened)
        self.open.clicked.connect(self._open)

    def render_state(self, state: PersonState) -> None:
        """Show them."""
        rows = commitment_rows(state.file)
        with QSignalBlocker(self.list):
            self.list.set_rows(rows)
            self.list.fit(MOST)
            if rows and not self.list.chosen_id():
                self.list.choose(rows[0].id)
        self.list.setVisible(bool(rows))
        self.open.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _open(self) -> None:
        self.opened.emit(self.list.chosen_id())


class AppointmentsPart(QWidget):
    """All appointments, newest first."""

    slip_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        box = column(self, spacing=12)
        self.list = RowsView(_("Appointments"))
        self.slip = Button(_("Slip to hand over"), icon="paper")
        self.nothing = label(_("There was no appointment yet. Add one on the day's screen."))
        held = Flow()
        held.addWidget(self.slip)
        box.addWidget(self.nothing)
        box.addWidget(self.list)
        box.addLayout(held)
        box.addStretch(1)
        self.slip.clicked.connect(self._slip)

    def render_state(self, state: PersonState) -> None:
        """Show them; the next one is chosen, else the newest."""
        rows = appointment_rows(state)
        with QSignalBlocker(self.list):
            self.list.set_rows(rows)
            self.list.fit(MOST)
            if rows and not self.list.chosen_id():
                self.list.choose(state.next_up.id if state.next_up is not None else rows[0].id)
        self.list.setVisible(bool(rows))
        self.slip.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _slip(self) -> None:
        self.slip_wanted.emit(self.list.chosen_id())


def _say(box: QVBoxLayout, heading: str, lines: Sequence[str]) -> None:
    """A heading with its lines; nothing where there are none."""
    if not lines:
        return
    box.addWidget(label(heading, "section"))
    for text in lines:
        box.addWidget(label(text))
    box.addSpacing(4)
