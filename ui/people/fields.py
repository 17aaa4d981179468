"""The fields of a person's details: for adding somebody, and for putting details right."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import Language, _, short_date
from coachdesk.people import NATIONS, NEEDS, Need, Person, Safe, SafeToGive
from ui.kit import CheckGroup, ChoiceGroup, DateField, Field, Option, TextArea, TextLine, column
from ui.people.details import SAFE, Typed

ASKED_ALONE = ("safe_to_print", "safe_to_send")


class PersonFields(QWidget):
    """`edited` whenever something is typed or chosen. No National Insurance number, no address: the account has them."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = _fields()
        self._box = column(self, spacing=18)
        for field in self.fields.values():
            self._box.addWidget(field)
        for name in ASKED_ALONE:
            self.fields[name].hide()
        for field in self.fields.values():
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

    def ask_safe(self, person: Person, given: SafeToGive) -> None:
        """Show what they said about having papers from us: it is asked of somebody known, on their own."""
        paper = _("Is it safe for {name} to have this on paper at home?").format(name=person.name)
        post = _("Is it safe to write to {name} by post or email?").format(name=person.name)
        self.fields["safe_to_print"].set_words(paper, hint=_hint(given.paper, person.print_asked_on))
        self.fields["safe_to_send"].set_words(post, hint=_hint(given.post, person.send_asked_on))
        for name in ASKED_ALONE:
            self.fields[name].show()

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
        "safe_to_print": _asked_alone(),
        "safe_to_send": _asked_alone(),
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


def _asked_alone() -> ChoiceGroup:
    options = (
        Option(Safe.YES.value, _("Yes")),
        Option(Safe.NO.value, _("No")),
        Option(Safe.NOT_ASKED.value, _("Nobody has asked")),
    )
    return ChoiceGroup("", options, beside=True)


def _hint(said: Safe, asked_on: date | None) -> str:
    if said is not Safe.NOT_ASKED and asked_on is not None:
        return _("Asked on {day}. Ask again when something has changed.").format(day=short_date(asked_on))
    if asked_on is not None:
        return _("Last asked on {day}. Please ask again, when the two of you are alone.").format(
            day=short_date(asked_on)
        )
    return _("Ask when the two of you are alone. Somebody else may open their letters, or go through their bag.")
