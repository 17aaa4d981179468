"""What only some appointments need: length, place, what the place has to have, who comes along, another way to meet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.diary import COMPANIONS, PREMISES
from coachdesk.i18n import _
from ui.kit import CheckGroup, DateField, NumberField, Option, TextLine, column
from ui.today.booking_state import BookingState, More


class MoreFields(QWidget):
    """Shows the `More` of a `BookingState`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes = NumberField(
            _("Length"), unit=_("minutes"), hint=_("Empty: as long as this kind usually is"), characters=4
        )
        self.place = TextLine(_("Place"))
        self.premises = CheckGroup(
            _("What the place needs"), [Option(each.value, _(words)) for each, words in PREMISES.items()]
        )
        self.comes_along = CheckGroup(
            _("Who comes along"), [Option(each.value, _(words)) for each, words in COMPANIONS.items()]
        )
        self.reason = TextLine(
            _("Why you meet in this way for now"), hint=_("Empty where it is the usual way. No details of health.")
        )
        self.until = DateField(_("Until which day"))
        box = column(self, spacing=14)
        self._fields = (self.minutes, self.place, self.premises, self.comes_along, self.reason, self.until)
        for field in self._fields:
            box.addWidget(field)
            field.edited.connect(self._edited)

    def render_state(self, state: BookingState) -> None:
        """Show what is typed; hidden where it is folded away."""
        more = state.more
        values = (more.minutes, more.place, more.premises, more.comes_along, more.reason, more.until)
        for field, value in zip(self._fields, values, strict=True):
            field.set_value(value)
        for name, field in (("minutes", self.minutes), ("reason", self.reason), ("until", self.until)):
            field.set_error(state.problems.get(name, ""))
        self.setVisible(state.more_shown)

    def value(self) -> More:
        """What is typed."""
        return More(
            minutes=self.minutes.value(),
            place=self.place.value(),
            premises=tuple(self.premises.value()),
            comes_along=tuple(self.comes_along.value()),
            reason=self.reason.value(),
            until=self.until.value(),
        )

    def _edited(self) -> None:
        self.edited.emit()
