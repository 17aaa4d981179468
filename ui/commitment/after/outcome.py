"""What the person says to an issued document, which may change later; the document stays as it was."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import OUTCOMES, Life
from coachdesk.i18n import _
from ui.kit import ChoiceGroup, DateField, Field, Option, column, yes_no


class OutcomeFields(QWidget):
    """`edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=16)
        self.outcome = ChoiceGroup("", [Option(each.value, _(words)) for each, words in OUTCOMES.items()])
        self.second_opinion = yes_no(_("Should somebody else look at it too?"))
        self.think_until = DateField(_("Time to think until"), hint=_("If more time is needed, agree another day."))
        self._fields: dict[str, Field] = {
            "outcome": self.outcome,
            "second_opinion": self.second_opinion,
            "think_until": self.think_until,
        }
        for key, field in self._fields.items():
            field.setProperty("key", key)
            field.edited.connect(self._edited)
            box.addWidget(field)

    def show_said(self, life: Life, name: str) -> None:
        """Show what was said; a date that is being typed is left alone."""
        words = _("What does {name} say to it?").format(name=name)
        if self.outcome.words != words:
            self.outcome.set_words(words)
        self.outcome.set_value(life.outcome.value if life.outcome else "")
        self.second_opinion.set_value("yes" if life.second_opinion_on else "no")
        if not isinstance(self.think_until.value(), dict):
            self.think_until.set_value(life.think_until.isoformat() if life.think_until else "")

    def _edited(self, value: object) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.edited.emit(field.property("key"), value)
