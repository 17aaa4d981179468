"""Backups and self-check: work that takes a while and says what it found."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.i18n import _, clock_time, long_date, ngettext
from ui.administration.state import BackupsState, CheckState, CheckStep
from ui.kit import Button, Card, Icon, Reading, announce, column, label, row
from ui.kit.layouts import empty


def said_moment(at: datetime) -> str:
    """A moment in UTC as people say it: `Tuesday 1 December 2026, 10:42am`."""
    here = local(at)
    return _("{day}, {time}").format(day=long_date(here.date()), time=clock_time(here.time()))


class BackupsSection(Reading):
    """`make_wanted` and `test_wanted` are the two buttons."""

    make_wanted = Signal()
    test_wanted = Signal()

    def __init__(self, state: BackupsState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        card = Card()
        self.last = label("", "strong")
        self.found = column(spacing=6)
        card.box.addWidget(self.last)
        card.box.addWidget(
            label(
                _("Backups are as well encrypted as the vault. They are in {folder}").format(folder=state.folder),
                "hint",
            )
        )
        card.box.addLayout(self.found)
        self.make_button = Button(_("Make a backup now"), "go")
        self.test_button = Button(_("Test the last one"))
        self.make_button.clicked.connect(self.make_wanted)
        self.test_button.clicked.connect(self.test_wanted)
        foot = row(margins=(0, 8, 0, 0), spacing=12)
        foot.addWidget(self.make_button)
        foot.addWidget(self.test_button)
        foot.addStretch(1)
        card.box.addLayout(foot)
        self.box.addWidget(card)
        self.box.addWidget(
            label(
                _(
                    "A backup on the same disk helps against mistakes and damage, not against a lost computer. "
                    "Ask your organisation where copies are kept."
                ),
                "hint",
            )
        )
        self.box.addStretch(1)
        self._state: BackupsState | None = None

    def render_state(self, state: BackupsState) -> None:
        """Show the newest backup, what is going on, and what a test found."""
        if state == self._state:
            return
        self._state = state
        last = _("The last backup is from {moment}.").format(moment=said_moment(state.last)) if state.last else ""
        self.last.setText(last or _("There is no backup yet."))
        self.make_button.setEnabled(not state.working)
        self.test_button.setEnabled(not state.working and state.last is not None)
        empty(self.found)
        for icon, token, text in _backup_lines(state):
            self.found.addWidget(_line(icon, token, text))
            announce(self, text)


class CheckSection(Reading):
    """`check_wanted` is the button."""

    check_wanted = Signal()

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


def _backup_lines(state: BackupsState) -> list[tuple[str, str, str]]:
    if state.working:
        making = _("A backup is being made. You can go on working.")
        return [("clock", "muted", making if state.working == "making" else _("The last backup is being read."))]
    if state.tested is None:
        return []
    moment = said_moment(state.tested.made)
    if not state.tested.faults:
        words = _("The backup from {moment} is sound: it opens, and every page, table and link in it was read.")
        return [("tick", "good", words.format(moment=moment))]
    words = _("The backup from {moment} is damaged. Make a new one now.").format(moment=moment)
    return [("problem", "bad", words), *(("", "", fault) for fault in state.tested.faults)]


def _step(step: CheckStep) -> QWidget:
    name, seconds = step.name.capitalize(), f"{step.seconds:.1f}"
    if step.ok:
        words = _("{step}, done in {seconds} seconds. {seen}")
        return _line("tick", "good", words.format(step=name, seconds=seconds, seen=step.detail))
    words = _("{step}, did not work. {seen}")
    return _line("problem", "bad", words.format(step=name, seen=step.detail))


def _line(icon: str, token: str, text: str) -> QWidget:
    held = QWidget()
    line = row(held)
    if icon:
        line.addWidget(Icon(icon, token, parent=held), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text), 1)
    return held
