"""The fields of an action, in place of its card. What is seldom needed is one key away; nothing opens by itself."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import ActionState, Party, Standing
from coachdesk.plans.labels import IMPLEMENTS, PARTIES, STANDINGS
from coachdesk.provision import only_by_choice
from ui.kit import Button, Card, ChoiceGroup, Column, Field, ListEditor, Option, TextArea, TextLine
from ui.plan import words
from ui.plan.flag_view import FlagFields
from ui.plan.foot import EditorFoot
from ui.plan.more_fields import MoreFields
from ui.plan.questions import QuietQuestions
from ui.plan.reason_field import ReasonField
from ui.plan.state import ActionView, PlanState
from ui.plan.when_fields import WhenFields

T = TypeVar("T", bound=StrEnum)


class ActionEditor(Card):
    """`edited` carries the name of a field and its new value, `reason_given` a Reason that was pressed.

    `grown` says that there are other controls than before.
    """

    edited = Signal(str, object)
    reason_given = Signal(object)
    grown = Signal()

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.box.setSpacing(16)
        self._name = name
        self.text = TextArea(_("What will be done?"), least=2)
        self.questions = QuietQuestions()
        self.owner = ChoiceGroup(_("Who does it?"), _parties(name))
        self.owner_name = TextLine(_("Who exactly?"))
        self.standing = ChoiceGroup(_("How does it stand?"), tuple(reversed(_options(STANDINGS))), beside=True)
        self.flags = FlagFields()
        self.implements = ChoiceGroup(_("Which requirement does it carry out?"), _options(IMPLEMENTS))
        self.when = WhenFields(today)
        self.if_then = ListEditor(
            _("If something goes wrong, then what?"),
            (
                Column("when", _if_line),
                Column("then", _then_line),
                Column("privacy", _privacy_choice),
            ),
            row_name=_("If-then plan {n}"),
            add=_("Add an if-then plan"),
            flat=False,
        )
        self.reason = ReasonField()
        self.privacy = ChoiceGroup(_("Where may it stand?"), words.privacy_options(), beside=True)
        self.more_button = Button(_("More: journey, obstacles, account"), "link", icon="down")
        self.more = MoreFields(name)
        self.foot = EditorFoot(reasoned=True)
        self._fields: dict[str, Field] = {
            "text": self.text,
            "owner": self.owner,
            "owner_name": self.owner_name,
            "standing": self.standing,
            "implements": self.implements,
            "if_then": self.if_then,
            "privacy": self.privacy,
        }
        self._lay_out()
        self._connect()

    def show_action(self, view: ActionView, state: PlanState) -> None:
        """Show an action; what already stands in a field is not touched."""
        action, checked = view.action, state.checked
        theirs = action.owner is Party.CLAIMANT
        self.text.set_words(self._asked(action.owner), hint=self._whose(action.owner))
        self.text.set_value(action.text)
        self.owner.set_value(action.owner.value)
        self.owner_name.set_value(action.owner_name)
        self.standing.set_value(action.standing.value)
        self.implements.set_value(action.implements.value if action.implements else "")
        self.if_then.set_value(
            [{"when": each.when, "then": each.then, "privacy": each.privacy.value} for each in action.if_then]
        )
        self.privacy.set_value(action.privacy.value)
        self.owner_name.setVisible(action.owner is Party.OTHER)
        self.standing.setVisible(theirs and not only_by_choice(action.follows_from))
        self.implements.setVisible(action.standing is Standing.REQUIRED)
        for name in ("text", "standing", "implements"):
            self._fields[name].set_error(view.problem(name) if checked else "")
        self.questions.show_questions(view.questions)
        self.when.show_when(view, checked=checked)
        if self.reason.show_reason(action, view.reasons) and self.isVisible():
            self.grown.emit()
        self.more.show_more(view, checked=checked)
        if self.flags.show_flags(view.flags, action.kept_because) and self.isVisible():
            self.grown.emit()
        self._show_foot(view, state)

    def begin(self) -> None:
        """Take the focus, ready to type."""
        self.text.setFocus()

    def _show_foot(self, view: ActionView, state: PlanState) -> None:
        action = view.action
        needs = " ".join(each.text for each in view.problems)
        self.foot.show_foot(
            needs=_("Kept as a draft until it has all it needs. {needs}").format(needs=needs) if needs else "",
            letting_go=state.letting_go,
            stored=action.version > 0,
            draft=action.state is ActionState.DRAFT,
        )

    def _asked(self, owner: Party) -> str:
        if owner is Party.COACH:
            return _("What will you do?")
        return _("What will {name} do?").format(name=self._name) if owner is Party.CLAIMANT else _("What will be done?")

    def _whose(self, owner: Party) -> str:
        return _("In {name}'s own words.").format(name=self._name) if owner is Party.CLAIMANT else ""

    def _lay_out(self) -> None:
        for each in (
            *(self.text, self.questions, self.owner, self.owner_name, self.standing, self.implements, self.flags),
            *(self.when, self.reason, self.privacy, self.if_then, self.more_button, self.more, self.foot),
        ):
            self.box.addWidget(each)
        self.more.hide()

    def _connect(self) -> None:
        for key, field in self._fields.items():
            field.setProperty("key", key)
            field.edited.connect(self._edited)
        for part in (self.when, self.more):
            part.edited.connect(self.edited)
        self.reason.edited.connect(self._reason)
        self.flags.edited.connect(self._because)
        self.reason.given.connect(self.reason_given)
        self.more_button.clicked.connect(self._unfold)

    def _edited(self, value: object) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.edited.emit(field.property("key"), value)
        if field is self.if_then:
            self.grown.emit()

    def _reason(self, value: object) -> None:
        self.edited.emit("reason", value)

    def _because(self, value: object) -> None:
        self.edited.emit("kept_because", value)

    def _unfold(self) -> None:
        unfold = self.more.isHidden()
        self.more.setVisible(unfold)
        if unfold:
            self.more.begin()


def _parties(name: str) -> tuple[Option, ...]:
    return tuple(Option(each.value, name if each is Party.CLAIMANT else _(words)) for each, words in PARTIES.items())


def _options(labels: Mapping[T, str]) -> tuple[Option, ...]:
    return tuple(Option(each.value, _(words)) for each, words in labels.items())


def _if_line() -> Field:
    return TextLine(_("If"), role="small")


def _then_line() -> Field:
    return TextLine(_("then"), role="small")


def _privacy_choice() -> Field:
    return ChoiceGroup(_("Where may this plan stand?"), words.privacy_options(), role="small", beside=True)
