"""Backups: the newest, making one, testing one, looking into one and bringing it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from coachdesk.i18n import _
from ui.administration.backups import BackupsState
from ui.administration.backups_words import backup_cells, preview_lines, second_words, working_words
from ui.administration.work_sections import icon_line, said_moment
from ui.kit import Button, Card, Reading, Row, RowsView, announce, column, label, row
from ui.kit.layouts import empty, reveal

_SHOWN = 8


class BackupsSection(Reading):
    """`make_wanted`, `test_wanted`, `restore_wanted` and `put_away_wanted` are buttons; `look_wanted` carries a name."""

    make_wanted = Signal()
    test_wanted = Signal()
    look_wanted = Signal(str)
    restore_wanted = Signal()
    put_away_wanted = Signal()

    def __init__(self, state: BackupsState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._newest_card(state)
        self._all_card()
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

    def _newest_card(self, state: BackupsState) -> None:
        card = Card()
        self.last, self.second = label("", "strong"), label("", "hint")
        self.found = column(spacing=6)
        where = _("Backups are encrypted in the same way as the vault. They are in {folder}").format(
            folder=state.folder
        )
        for each in (
            self.last,
            label(
                _(
                    "One is made without being asked for, a quarter of an hour after something is saved and when you lock."
                ),
                "hint",
            ),
            label(where, "hint"),
            self.second,
        ):
            card.box.addWidget(each)
        card.box.addLayout(self.found)
        self.make_button = Button(_("Make a backup now"), "go")
        self.test_button = Button(_("Test the last one"))
        self.make_button.clicked.connect(self.make_wanted)
        self.test_button.clicked.connect(self.test_wanted)
        card.box.addLayout(_foot(self.make_button, self.test_button))
        self.box.addWidget(card)

    def _all_card(self) -> None:
        card = Card(_("Go back to a backup"))
        card.box.addWidget(label(_("First look inside: it says what would be lost. Nothing is changed by looking.")))
        self.all = RowsView(_("Backups, newest first"))
        self.look_button = Button(_("Look inside"))
        self.preview = column(spacing=6)
        self.restore_button, self.away_button = Button(_("Bring this backup back")), Button(_("Leave it"))
        self.all.opened.connect(self.look_wanted)
        self.look_button.clicked.connect(self._look)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.away_button.clicked.connect(self.put_away_wanted)
        card.box.addWidget(self.all)
        card.box.addLayout(_foot(self.look_button))
        card.box.addLayout(self.preview)
        card.box.addLayout(_foot(self.restore_button, self.away_button))
        self.box.addWidget(card)

    def render_state(self, state: BackupsState) -> None:
        """Show the backups, what is going on, what a test found, and what is inside one."""
        if state == self._state:
            return
        before, self._state = self._state, state
        last = _("The last backup is from {moment}.").format(moment=said_moment(state.last)) if state.last else ""
        self.last.setText(last or _("There is no backup yet."))
        self.make_button.setEnabled(not state.working)
        self.test_button.setEnabled(not state.working and state.last is not None)
        empty(self.found)
        for icon, token, text in _backup_lines(state):
            self.found.addWidget(icon_line(icon, token, text))
            announce(self, text)
        self.second.setText(second_words(state.second))
        self.second.setVisible(bool(self.second.text()))
        self._show_all(state)
        self._show_preview(state)
        if state.preview is not None and (before is None or before.preview is None):
            place = self.restore_button if self.restore_button.isVisibleTo(self) else self.away_button
            place.setFocus()
            reveal(place)

    def _show_all(self, state: BackupsState) -> None:
        there = state.there or ()
        self.all.set_rows(tuple(Row(each.files.name, backup_cells(each)) for each in there))
        self.all.setVisible(bool(there))
        self.all.fit(_SHOWN)
        if there and not self.all.chosen_id():
            self.all.choose(there[0].files.name)
        self.look_button.setEnabled(bool(there) and not state.working)

    def _show_preview(self, state: BackupsState) -> None:
        empty(self.preview)
        preview = state.preview
        for icon, token, text in preview_lines(preview) if preview is not None else ():
            self.preview.addWidget(icon_line(icon, token, text))
            announce(self, text)
        self.restore_button.setVisible(preview is not None and not preview.faults)
        self.away_button.setVisible(preview is not None)

    def _look(self) -> None:
        self.look_wanted.emit(self.all.chosen_id())


def _foot(*buttons: Button) -> QHBoxLayout:
    foot = row(margins=(0, 8, 0, 0), spacing=12)
    for each in buttons:
        foot.addWidget(each)
    foot.addStretch(1)
    return foot


def _backup_lines(state: BackupsState) -> list[tuple[str, str, str]]:
    if state.working:
        return [("clock", "muted", working_words(state.working))]
    if state.tested is None:
        return []
    moment = said_moment(state.tested.made)
    if not state.tested.faults:
        words = _("The backup from {moment} is sound: it opens, and every page, table and link in it was read.")
        altered = [("warn", "warn", state.tested.altered)] if state.tested.altered else []
        return [("tick", "good", words.format(moment=moment)), *altered]
    words = _("The backup from {moment} is damaged. Make a new one now.").format(moment=moment)
    return [("problem", "bad", words), *(("", "", fault) for fault in state.tested.faults)]
