"""Backups: the newest, making one, testing one."""

from PySide6.QtCore import Signal

from coachdesk.i18n import _
from ui.administration.backups import BackupsState
from ui.administration.work_sections import icon_line, said_moment
from ui.kit import Button, Card, Reading, announce, column, label, row
from ui.kit.layouts import empty


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
            self.found.addWidget(icon_line(icon, token, text))
            announce(self, text)


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
