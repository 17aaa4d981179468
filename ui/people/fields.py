"""The fields of a person's details: for adding somebody, and for putting details right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import Language, _
from coachdesk.people import NATIONS, NEEDS, Need
from ui.kit import CheckGroup, ChoiceGroup, DateField, Field, Option, TextArea, TextLine, column
from ui.people.details import SAFE, Typed


class PersonFields(QWidget):
    """`edited` whenever something is typed or chosen. No National Insurance number, no address: the account has them."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = _fields()
        self._box = column(self, spacing=18)
        for field in self.fields.values():
            self._box.addWidget(field)
            field.edited.connect(self._edited)
        self.setFocusProxy(self.fields["given_name"])

    def put_below(self, name: str, widget: QWidget) -> None:
        """Say something below a field."""
        self._box.insertWidget(self._box.indexOf(self.fields[name]) + 1, widget)

    def typed(self) -> dict[str, object]:
        """What stands in the fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def show_typed(self, typed: Typed, problems: dict[str, str]) -> None:
        """Show these values, and what is wrong with them."""
        for name, field in self.fields.items():
            field.set_value(typed.get(name, field.value()))
            field.set_error(problems.get(name, ""))

    def show_note(self, *, shown: bool) -> None:
        """The contact note is on the screen only when somebody asked for it."""
        self.fields["contact_note"].setVisible(shown)

    def _edited(self) -> None:
        self.edited.emit()


def _fields() -> dict[str, Field]:
    languages = {Language.ENGLISH: _("English"), Language.WELSH: _("Welsh")}
    return {
        "given_name": TextLine(_("Given name")),
        "family_name": TextLine(_("Family name")),
        "preferred_name": TextLine(_("Name to use"), hint=_("Only where it is another")),
        "date_of_birth": DateField(_("Date of birth"), hint=_("For example 27 3 1990")),
        "language": ChoiceGroup(
            _("Language of letters and documents"), [Option(each.value, words) for each, words in languages.items()]
        ),
        "nation": ChoiceGroup(
            _("Where they live"),
            [Option(nation.value, _(words)) for nation, words in NATIONS.items()],
            hint=_("Bank holidays and helplines follow it"),
        ),
        "phone": TextLine(_("Phone"), characters=20),
        "needs": CheckGroup(
            _("What they need"),
            [Option(need.value, _(words)) for need, words in NEEDS.items() if need is not Need.CONTACT_NOTE],
        ),
        "interpreter_language": TextLine(_("Language of the interpreter"), characters=24),
        "contact_note": TextArea(
            _("Contact note"), hint=_("How and when it is safe to reach them. Shown only when you ask for it."), least=2
        ),
        "safe_address": CheckGroup(
            _("Safe address"),
            [
                Option(
                    SAFE,
                    _("Nobody may learn where they live or which jobcentre they use"),
                    _("Their papers then leave out the name of your site and your family name."),
                )
            ],
        ),
    }
