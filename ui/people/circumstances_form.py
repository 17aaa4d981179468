"""The few fields of one circumstance: dates, choices and numbers, never words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import N_, _
from coachdesk.people.circumstance_fields import FIELDS, CircumstanceField, FieldKind
from ui.kit import Button, ChoiceGroup, DateField, Field, Flow, NumberField, Option, column, yes_no
from ui.people.circumstances_values import Typed

HINTS = {
    "evidence_seen_on": N_("The day is enough. No document is kept here."),
    "who": N_("Who it was to them. No name, and no cause."),
    "ends_on": N_("Leave it empty while it goes on."),
}


class CircumstanceForm(QWidget):
    """`edited` carries what stands in the fields; `stored` and `closed` are the two buttons."""

    edited = Signal(object)
    stored = Signal()
    closed = Signal()

    def __init__(self, fields: Mapping[str, Field], store: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = fields
        box = column(self, spacing=14)
        for field in fields.values():
            box.addWidget(field)
            field.edited.connect(self._edited)
        self.store, self.not_now = Button(store), Button(_("Not now"))
        foot = Flow(spacing=12)
        foot.addWidget(self.store)
        foot.addWidget(self.not_now)
        box.addLayout(foot)
        self.store.clicked.connect(self._store)
        self.not_now.clicked.connect(self.closed)
        self.setFocusProxy(next(iter(fields.values()), self.store))

    def show_typed(self, typed: Typed, problems: Mapping[str, str]) -> None:
        """Show these values, and what is wrong with them."""
        for name, field in self.fields.items():
            field.set_value(typed.get(name, ""))
            field.set_error(problems.get(name, ""))

    def _store(self) -> None:
        """The focus goes where something has to be put right."""
        self.stored.emit()
        wrong = next((field for field in self.fields.values() if field.error()), None)
        if wrong is not None:
            wrong.setFocus()

    def _edited(self) -> None:
        self.edited.emit({name: field.value() for name, field in self.fields.items()})


def form_of(kind: str, store: str) -> CircumstanceForm:
    """The form of a kind of circumstance; `store` is the word on its button."""
    return CircumstanceForm({each.name: _field(each) for each in FIELDS.get(kind, ())}, store)


def form_of_end() -> CircumstanceForm:
    """The form for the last day of a circumstance."""
    return CircumstanceForm({"ends_on": DateField(_("Its last day"))}, _("Record it"))


def _field(field: CircumstanceField) -> Field:
    words, hint = _(field.label), _(HINTS[field.name]) if field.name in HINTS else ""
    if field.kind is FieldKind.DATE:
        return DateField(words, hint=hint)
    if field.kind is FieldKind.YES_NO:
        return yes_no(words, hint=hint)
    if field.kind is FieldKind.NUMBER:
        return NumberField(words, hint=hint)
    return ChoiceGroup(words, [Option(each, _(said)) for each, said in field.choices], hint=hint)
