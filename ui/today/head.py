"""Which day is shown, and the ways to another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from coachdesk.i18n import _, long_date
from coachdesk.interviews import as_date
from ui.kit import Button, Chip, DateField, Flow, column, icon_button, label
from ui.today.state import TodayState


class DayHead(QWidget):
    """The date as a heading, arrows to the days beside it, and a field for any other."""

    before_wanted = Signal()
    after_wanted = Signal()
    today_wanted = Signal()
    day_wanted = Signal(object)
    week_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=8)
        line = Flow(spacing=10)
        self.title = label("", "title", wrap=False)
        self.today_chip = Chip(_("Today"))
        self.before = icon_button("back", _("Day before"))
        self.after = icon_button("next", _("Day after"))
        self.today = Button(_("Back to today"), "link")
        self.other = Button(_("Another day"), "link")
        self.week = Button(_("Week"), "chip", key="week")
        self.week.setCheckable(True)
        for each in (self.before, self.after, self.title, self.today_chip, self.week, self.today, self.other):
            line.addWidget(each)
        box.addLayout(line)
        self._panel = QWidget()
        going = Flow(self._panel, spacing=12, foot=True)
        self.day = DateField(_("Go to a day"))
        self.go = Button(_("Show this day"))
        going.addWidget(self.day)
        going.addWidget(self.go)
        box.addWidget(self._panel)
        self._panel.hide()
        self.before.clicked.connect(self.before_wanted)
        self.after.clicked.connect(self.after_wanted)
        self.today.clicked.connect(self.today_wanted)
        self.other.clicked.connect(self._unfold)
        self.week.clicked.connect(self.week_wanted)
        self.go.clicked.connect(self._go)
        for part in self.day.lines.values():
            part.returnPressed.connect(self._go)

    def render_state(self, state: TodayState) -> None:
        """Show the date."""
        here = state.view.day == state.today or any(each.day == state.today for each in state.week)
        first = state.week[0].day if state.week else state.view.day
        self.title.setText(_("Week from {day}").format(day=long_date(first)) if state.week else long_date(first))
        name_arrow(self.before, _("Week before") if state.week else _("Day before"))
        name_arrow(self.after, _("Week after") if state.week else _("Day after"))
        self.week.setChecked(bool(state.week))
        self.today_chip.setVisible(here)
        self.today.setVisible(not here)

    def _unfold(self) -> None:
        self._panel.setVisible(self._panel.isHidden())
        if not self._panel.isHidden():
            self.day.setFocus()

    def _go(self) -> None:
        day = as_date(self.day.value())
        self.day.set_error("" if day else _("Enter a day that there is, such as 1 12 2026."))
        if day is not None:
            self.day.set_value("")
            self._panel.hide()
            self.other.setFocus()
            self.day_wanted.emit(day)


def name_arrow(arrow: QAbstractButton, words: str) -> None:
    """Say where an arrow leads, to the eye and to a screen reader."""
    arrow.setAccessibleName(words)
    arrow.setToolTip(words)
