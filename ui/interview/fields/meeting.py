"""The next meeting: the same again in some weeks with one key, or any day, time and way."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from coachdesk.diary import WAYS
from coachdesk.i18n import _, clock_time, long_date
from coachdesk.interviews import Question, as_time
from ui import kit
from ui.interview.fields.base import Asking, words
from ui.interview.fields.compound import Compound

WEEKS = (1, 2, 4)


class NextMeetingField(Compound):
    """Value: {"on", "at", "channel", "reason"}. "The same again" fills the first three and stays in step with them."""

    def __init__(self, question: Question, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(
            words(question, asking),
            {
                "on": kit.DateField(_("Which day")),
                "at": kit.TextLine(_("Time"), hint=_("Like 10:30"), characters=6),
                "channel": kit.ChoiceGroup(_("How"), [kit.Option(each, _(said)) for each, said in WAYS.items()]),
                "reason": kit.TextLine(_("Why then")),
            },
            hint=question.hint,
            why=question.why,
            parent=parent,
        )
        self._asking = asking
        self._days = {str(weeks): asking.today + timedelta(weeks=weeks) for weeks in WEEKS}
        offered = tuple(kit.Option(each, self._say(each, day)) for each, day in self._days.items())
        self.same = kit.ChoiceGroup(_("The same again"), offered)
        self.inner.insertWidget(0, self.same)
        self.same.edited.connect(self._same_chosen)
        self.setFocusProxy(self.same)

    def _say(self, weeks: str, day: date) -> str:
        at = as_time(self._asking.at)
        said = {"1": _("In one week: {when}"), "2": _("In two weeks: {when}"), "4": _("In four weeks: {when}")}[weeks]
        return said.format(when=f"{long_date(day)}, {clock_time(at)}" if at else long_date(day))

    def _show(self, value: object) -> None:
        super()._show(value)
        self._follow()

    def _part_edited(self, value: object) -> None:
        self._follow()
        super()._part_edited(value)

    def _same_chosen(self, weeks: object) -> None:
        if isinstance(weeks, str) and weeks in self._days:
            with self._quietly():
                self.parts["on"].set_value(self._days[weeks].isoformat())
                self.parts["at"].set_value(self._asking.at)
                self.parts["channel"].set_value(self._asking.channel.value)
            self._heard()

    def _follow(self) -> None:
        """Which of "the same again" it is, if it is one."""
        said = self.value()
        same = said["at"] == self._asking.at and said["channel"] == self._asking.channel
        chosen = next((each for each, day in self._days.items() if same and said["on"] == day.isoformat()), "")
        self.same.set_value(chosen)
