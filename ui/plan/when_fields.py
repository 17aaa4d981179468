"""By a day, or in a rhythm: one choice, and a date only where a day is meant."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, long_date
from coachdesk.plans import Action
from coachdesk.plans.labels import RHYTHMS
from ui.kit import Button, ChoiceGroup, DateField, Flow, NumberField, Option, column
from ui.plan.changes import BY_A_DAY, date_value, hours_text, when_of
from ui.plan.state import ActionView


class WhenFields(QWidget):
    """`edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        box = column(self, spacing=14)
        self.when = ChoiceGroup(
            _("By when, or how often?"),
            (
                Option(BY_A_DAY, _("Once, by a day")),
                *(Option(each.value, _(words)) for each, words in RHYTHMS.items()),
            ),
            beside=True,
        )
        self.by = DateField(_("By"))
        self._soon = QWidget()
        chips = Flow(self._soon, spacing=8)
        self.chips = []
        for weeks, words in ((1, _("In a week")), (2, _("In two weeks")), (4, _("In four weeks"))):
            chip, day = Button(words, "chip"), today + timedelta(weeks=weeks)
            chip.setProperty("day", day.isoformat())
            chip.setAccessibleName(f"{words}, {long_date(day)}")
            chip.clicked.connect(self._chip)
            chips.addWidget(chip)
            self.chips.append(chip)
        self.hours = NumberField(_("How many hours does it take?"), unit=_("hours a week, or in all if done once"))
        for each in (self.when, self.by, self._soon, self.hours):
            box.addWidget(each)
        self.when.edited.connect(self._when)
        self.by.edited.connect(self._by)
        self.hours.edited.connect(self._hours)

    def show_when(self, view: ActionView, *, checked: bool) -> None:
        """Show when an action is done; hours as typed are left to whoever types."""
        action: Action = view.action
        when = when_of(action)
        self.when.set_value(when)
        self.by.set_value(date_value(action.by, action.as_typed.get("by", "")))
        for each in (self.by, self._soon):
            each.setVisible(when == BY_A_DAY)
        if self._shown != action.id:
            self._shown = action.id
            self.hours.set_value(hours_text(action))
        problem = view.problem("by") if checked else ""
        self.when.set_error(problem if when != BY_A_DAY else "")
        self.by.set_error(problem if when == BY_A_DAY else "")
        self.hours.set_error(view.problem("hours") if checked else "")

    def _when(self, value: object) -> None:
        self.edited.emit("when", value)

    def _by(self, value: object) -> None:
        self.edited.emit("by", value)

    def _hours(self, value: object) -> None:
        self.edited.emit("hours", value)

    def _chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.edited.emit("by", chip.property("day"))
