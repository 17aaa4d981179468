"""Legal holds that stand: whose records, since when, set by whom. The reason is opened on purpose, one at a time."""

from PySide6.QtCore import Signal

from coachdesk.i18n import _, short_date
from ui.administration.retention import TimesState
from ui.holding import why_held
from ui.kit import Button, Card, Flow, Row, RowsView, announce, label
from ui.opening import what_for

_SHOWN = 8


class HoldsCard(Card):
    """`lift_wanted` carries the id of a hold; `open_wanted` that id and the code of what its reason is opened for."""

    lift_wanted = Signal(str)
    open_wanted = Signal(str, str)
    shut_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Legal holds"))
        self.box.addWidget(
            label(_("While one stands, nothing about that person goes. It is set in their details."), "hint")
        )
        self.none = label(_("No hold stands."))
        self.rows = RowsView(_("Legal holds"))
        self.purpose, self.said = what_for(_("Why it stands. Open on purpose")), label("", "words")
        self.lift_button = Button(_("Lift this hold"))
        foot = Flow(spacing=12)
        foot.addWidget(self.lift_button)
        for each in (self.none, self.rows, self.purpose, self.said):
            self.box.addWidget(each)
        self.box.addLayout(foot)
        self.rows.chosen.connect(self._other)
        self.purpose.edited.connect(self._open)
        self.lift_button.clicked.connect(self._lift)

    def render_state(self, state: TimesState) -> None:
        """Show the holds, and the reason of the one that was opened."""
        self.rows.set_rows(
            tuple(
                Row(
                    each.id,
                    (each.name, _("since {day}").format(day=short_date(each.on)), _set_by(each.by)),
                )
                for each in state.holds
            )
        )
        self.rows.fit(_SHOWN)
        for each in (self.rows, self.lift_button):
            each.setVisible(bool(state.holds))
        self.none.setVisible(not state.holds)
        if state.holds and not self.rows.chosen_id():
            self.rows.choose(state.holds[0].id)
        self._show_reason(state)

    def _show_reason(self, state: TimesState) -> None:
        shown = "" if state.opened is None else why_held(state.opened)
        if not shown:
            self.purpose.set_value("")
        if shown and shown != self.said.text():
            self.rows.setFocus()  # what was chosen from is gone now
            announce(self, shown)
        self.said.setText(shown)
        self.said.setVisible(bool(shown))
        self.purpose.setVisible(bool(state.holds) and not shown)

    def _open(self, reason: object) -> None:
        if isinstance(reason, str) and reason:
            self.open_wanted.emit(self.rows.chosen_id(), reason)

    def _other(self, _hold_id: str) -> None:
        self.shut_wanted.emit()

    def _lift(self) -> None:
        self.lift_wanted.emit(self.rows.chosen_id())


def _set_by(name: str) -> str:
    return _("set by {name}").format(name=name) if name else ""
