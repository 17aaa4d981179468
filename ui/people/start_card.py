"""Starting an interview of a person, or carrying on the one that waits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.diary import WAYS
from coachdesk.i18n import _, clock_time, short_date
from coachdesk.interviews import Definition, Interview
from ui.kit import Button, Card, ChoiceGroup, Option, column, label
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.people.person_state import PersonState


class StartCard(Card):
    """What waits first; below it a new interview: its kind and how they meet."""

    start_wanted = Signal()
    resume_wanted = Signal(str)
    edited = Signal(str, str)

    def __init__(self, definitions: Sequence[Definition], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[Interview, ...] = ()
        self._waiting = column(spacing=8)
        self.box.setSpacing(14)
        self.box.addLayout(self._waiting)
        self.box.addWidget(label(_("Start an interview"), "heading"))
        self.booked = label("", "small")
        self.box.addWidget(self.booked)
        self.kind = ChoiceGroup(_("Kind"), [Option(each.id, each.title) for each in definitions])
        self.channel = ChoiceGroup(_("How you meet"), [Option(way.value, _(words)) for way, words in WAYS.items()])
        self.start = Button(_("Start"), "go", key="start")
        self.box.addWidget(self.kind)
        self.box.addWidget(self.channel)
        self.other = Button(_("Start another"))
        self.box.addWidget(self.start)
        self.box.addWidget(self.other)
        self.start.clicked.connect(self.start_wanted)
        self.other.clicked.connect(self.start_wanted)
        self.kind.edited.connect(self._edited)
        self.channel.edited.connect(self._edited)

    def render_state(self, state: PersonState) -> None:
        """Show what waits and what can be started."""
        self._show_waiting(state)
        self.kind.set_value(state.kind)
        self.channel.set_value(state.channel)
        self.start.setVisible(not state.unfinished)
        self.other.setVisible(bool(state.unfinished))
        for button in (self.start, self.other):
            button.setEnabled(bool(state.kind))
        booked = state.booked
        words = _("For the appointment today at {time}.").format(time=clock_time(booked.at)) if booked else ""
        self.booked.setText(words)
        self.booked.setVisible(booked is not None and booked.definition_id == state.kind)

    def _show_waiting(self, state: PersonState) -> None:
        if state.unfinished == self._shown:
            return
        self._shown = state.unfinished
        empty(self._waiting)
        if not state.unfinished:
            return
        self._waiting.addWidget(label(_("Not finished"), "heading"))
        for number, each in enumerate(state.unfinished):
            begun = short_date(local(each.started_at).date())
            words = _("{title}, begun {day}").format(title=state.title(each.definition_id), day=begun)
            self._waiting.addWidget(label(words))
            button = Button(_("Carry on"), "plain" if number else "go", key="" if number else "start")
            button.setAccessibleName(_("Carry on: {interview}").format(interview=words))
            button.setProperty("interview", each.id)
            button.clicked.connect(self._resume)
            self._waiting.addWidget(button)
        order_tabs(self)

    def _edited(self) -> None:
        self.edited.emit(self.kind.value(), self.channel.value())

    def _resume(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.resume_wanted.emit(button.property("interview"))
