"""The fields of an action that are seldom needed: journey, times, obstacle and its owner, what cannot be done, account."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Party, Standing, obstacle_note
from coachdesk.plans.labels import FALLS, OBSTACLE_OWNERS
from ui.kit import (
    CheckGroup,
    ChoiceGroup,
    DateField,
    Field,
    NumberField,
    Option,
    TextArea,
    TextLine,
    column,
    label,
)
from ui.plan.changes import date_value, travel_text
from ui.plan.state import ActionView


class MoreFields(QWidget):
    """`edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=16)
        self._shown = ""
        self.travel = NumberField(_("How long is the journey?"), unit=_("minutes each way"))
        self.falls = CheckGroup(
            _("Does it fall in one of these times?"), [Option(each.value, _(words)) for each, words in FALLS.items()]
        )
        self.obstacle = TextLine(_("What could get in the way?"))
        self.obstacle_owner = ChoiceGroup(
            _("Whose job is that?"), [Option(each.value, _(words)) for each, words in OBSTACLE_OWNERS.items()]
        )
        self.note = label("", "strong")
        self.if_cannot = TextArea(
            _("I cannot do this because"), hint=_("In {name}'s own words.").format(name=name), least=2
        )
        self.if_cannot.set_marks(("lock", _("Never printed")))
        self.in_account = DateField(_("In the account since"), hint=_("Leave it empty while it is not there yet."))
        self._fields: dict[str, Field] = {
            "travel": self.travel,
            "falls": self.falls,
            "obstacle": self.obstacle,
            "obstacle_owner": self.obstacle_owner,
            "if_cannot": self.if_cannot,
            "in_account": self.in_account,
        }
        for key, field in self._fields.items():
            field.setProperty("key", key)
            field.edited.connect(self._edited)
        parts = (
            self.travel,
            self.falls,
            self.obstacle,
            self.obstacle_owner,
            self.note,
            self.if_cannot,
            self.in_account,
        )
        for each in parts:
            box.addWidget(each)

    def show_more(self, view: ActionView, *, checked: bool) -> None:
        """Show an action; what already stands in a field is not touched, and minutes are left to whoever types."""
        action = view.action
        if self._shown != action.id:
            self._shown = action.id
            self.travel.set_value(travel_text(action))
        self.travel.set_error(view.problem("travel") if checked else "")
        self.falls.set_value([each.value for each in action.falls])
        for each in (self.travel, self.falls):
            each.setVisible(action.owner is Party.CLAIMANT)
        self.obstacle.set_value(action.obstacle)
        self.obstacle_owner.set_value(action.obstacle_owner.value if action.obstacle_owner else "")
        self.if_cannot.set_value(action.if_cannot)
        self.in_account.set_value(date_value(action.in_account_since, action.as_typed.get("account", "")))
        note = obstacle_note(action) or ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.if_cannot.setVisible(action.owner is Party.CLAIMANT)
        self.in_account.setVisible(action.standing is Standing.REQUIRED)

    def begin(self) -> None:
        """Take the focus, ready to type."""
        (self.obstacle if self.travel.isHidden() else self.travel).setFocus()

    def _edited(self, value: object) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.edited.emit(field.property("key"), value)
