"""How many decisions were taken in a month, and how many were not: never by kind, and never so few that one can be told."""

from PySide6.QtCore import Signal

from coachdesk.i18n import N_, _, month_and_year
from ui.administration.state import DecisionsState
from ui.kit import Card, ChoiceGroup, Option, Reading, announce, label

_LINES = (
    ("taken", N_("Paused, with a reason: {many}")),
    ("declined", N_("Not paused, with a reason: {many}")),
    ("unanswered", N_("Due, and not decided: {many}")),
)


class DecisionsSection(Reading):
    """`month_wanted` carries the first day of a month, as an ISO date."""

    month_wanted = Signal(str)

    def __init__(self, state: DecisionsState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state: DecisionsState | None = None
        words = (
            _("The law leaves it to you whether to pause what is asked of somebody. This is how often you decided."),
            _("It is counted on this computer and stays on it. Nothing is sent to anybody."),
        )
        for sentence in words:
            self.box.addWidget(label(sentence))
        card = Card()
        self.title = label("", "heading")
        card.box.addWidget(self.title)
        self.lines = {name: label("") for name, _words in _LINES}
        for line in self.lines.values():
            card.box.addWidget(line)
        card.box.addWidget(
            label(_("Small counts are not shown, and nothing is counted by kind: nobody can be found in them."), "hint")
        )
        self.box.addWidget(card)
        months = [Option(each.isoformat(), month_and_year(each)) for each in state.months]
        self.month = ChoiceGroup(_("Month"), months, beside=True)
        self.month.edited.connect(self._edited)
        self.box.addWidget(self.month)
        self.box.addStretch(1)

    def render_state(self, state: DecisionsState) -> None:
        """Show the counts of the month, or that they are being made."""
        if state == self._state:
            return
        self._state = state
        self.month.set_value(state.month.isoformat())
        self.title.setText(_("Decisions in {month}").format(month=month_and_year(state.month)))
        for name, words in _LINES:
            count = getattr(state.count, name) if state.count is not None else None
            said = _("fewer than 5") if count is None else str(count)
            self.lines[name].setText(_(words).format(many=said if state.count is not None else _("being counted")))
        if state.count is not None:
            announce(self, ". ".join(line.text() for line in self.lines.values()))

    def _edited(self, month: object) -> None:
        """A month is always chosen: one that is taken back comes back."""
        if isinstance(month, str) and month:
            self.month_wanted.emit(month)
        elif self._state is not None:
            self.month.set_value(self._state.month.isoformat())
