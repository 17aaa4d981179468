"""The self-check: work that takes a while and says what it found."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.i18n import _, clock_time, long_date, ngettext
from ui.administration.state import CheckState, CheckStep
from ui.kit import Button, Card, Icon, Reading, announce, column, label, row
from ui.kit.layouts import empty


def said_moment(at: datetime) -> str:
    """A moment in UTC as people say it: `Tuesday 1 December 2026, 10:42am`."""
    here = local(at)
    return _("{day}, {time}").format(day=long_date(here.date()), time=clock_time(here.time()))


class CheckSection(Reading):
    """`check_wanted` and `support_wanted` are the buttons."""

    check_wanted = Signal()
    support_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        words = (
            _(
                "The program plays a whole first meeting with an invented person in a vault of its own, and checks the "
                "document that comes out. Your vault is not touched."
            ),
            _("It takes up to a minute. New documents and backups wait for that long; everything else goes on."),
        )
        for sentence in words:
            self.box.addWidget(label(sentence))
        self.check_button = Button(_("Check the program now"), "go")
        self.check_button.clicked.connect(self.check_wanted)
        held = row()
        held.addWidget(self.check_button)
        self.support_button = Button(_("Support file"))
        self.support_button.clicked.connect(self.support_wanted)
        held.addWidget(self.support_button)
        held.addStretch(1)
        self.box.addLayout(held)
        self.card = Card()
        self.found = column(spacing=8)
        self.card.box.addLayout(self.found)
        self.card.hide()
        self.box.addWidget(self.card)
        self.box.addStretch(1)
        self._state = CheckState()

    def render_state(self, state: CheckState) -> None:
        """Show the steps with their times."""
        if state == self._state:
            return
        self._state = state
        self.check_button.setEnabled(not state.running)
        self.check_button.set_words(_("Checking the program") if state.running else _("Check the program now"))
        empty(self.found)
        self.card.setVisible(bool(state.steps))
        if not state.steps:
            return
        bad = sum(not step.ok for step in state.steps)
        words = ngettext("{many} step did not work.", "{many} steps did not work.", bad).format(many=bad)
        said = words if bad else _("Everything works.")
        self.found.addWidget(label(said, "label"))
        announce(self, said)
        for step in state.steps:
            self.found.addWidget(_step(step))


def _step(step: CheckStep) -> QWidget:
    name, seconds = step.name.capitalize(), f"{step.seconds:.1f}"
    if step.ok:
        words = _("{step}, done in {seconds} seconds. {seen}")
        return icon_line("tick", "good", words.format(step=name, seconds=seconds, seen=step.detail))
    words = _("{step}, did not work. {seen}")
    return icon_line("problem", "bad", words.format(step=name, seen=step.detail))


def icon_line(icon: str, token: str, text: str) -> QWidget:
    """A sentence behind an icon; without one where `icon` is empty."""
    held = QWidget()
    line = row(held)
    if icon:
        line.addWidget(Icon(icon, token, parent=held), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text), 1)
    return held
