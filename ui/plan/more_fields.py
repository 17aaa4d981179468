"""The fields of an action that are seldom needed: the obstacle and its owner, what cannot be done, the account."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Action, Party, Standing, obstacle_note
from coachdesk.plans.labels import OBSTACLE_OWNERS
from ui.kit import ChoiceGroup, DateField, Field, Option, TextArea, TextLine, column, label
from ui.plan.changes import date_value


class MoreFields(QWidget):
    """`edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=16)
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
            "obstacle": self.obstacle,
            "obstacle_owner": self.obstacle_owner,
            "if_cannot": self.if_cannot,
            "in_account": self.in_account,
        }
        for key, field in self._fields.items():
            field.setProperty("key", key)
            field.edited.connect(self._edited)
        for each in (self.obstacle, self.obstacle_owner, self.note, self.if_cannot, self.in_account):
            box.addWidget(each)

    def show_more(self, action: Action) -> None:
        """Show an action; what already stands in a field is not touched."""
        self.obstacle.set_value(action.obstacle)
        self.obstacle_owner.set_value(action.obstacle_owner.value if action.obstacle_owner else "")
        self.if_cannot.set_value(action.if_cannot)
        self.in_account.set_value(date_value(action.in_account_since, action.as_typed.get("account", "")))
        note = obstacle_note(action) or ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.if_cannot.setVisible(action.owner is Party.CLAIMANT)
        self.in_account.setVisible(action.standing is Standing.REQUIRED)

    def _edited(self, value: object) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.edited.emit(field.property("key"), value)
