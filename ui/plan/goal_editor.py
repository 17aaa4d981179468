"""The fields of a goal: the person's words, and a scale with the words behind the number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Card, ChoiceGroup, Field, Scale, TextArea, label
from ui.plan import words
from ui.plan.foot import EditorFoot
from ui.plan.questions import QuietQuestions
from ui.plan.state import GoalView


class GoalEditor(Card):
    """`edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.box.setSpacing(16)
        self.text = TextArea(
            _("What does {name} want?").format(name=name), hint=_("In {name}'s own words.").format(name=name), least=2
        )
        self.questions = QuietQuestions()
        self._kind = label("", "hint")
        self.why = TextArea(_("Why does it matter?"), least=2)
        self.importance = Scale(
            _("How important is it to {name}?").format(name=name), ends=(_("not at all"), _("very"))
        )
        self.confidence = Scale(
            _("How sure is {name} that it can be done?").format(name=name),
            ends=(_("not at all"), _("completely")),
            follow_up=_("And what makes it {number} and not lower?"),
        )
        for scale in (self.importance, self.confidence):
            scale.set_marks(("lock", _("Never printed")))
        self.privacy = ChoiceGroup(_("Where may this goal stand?"), words.privacy_options(), beside=True)
        self.foot = EditorFoot(reasoned=False)
        self._fields: dict[str, Field] = {
            "text": self.text,
            "why": self.why,
            "importance": self.importance,
            "confidence": self.confidence,
            "privacy": self.privacy,
        }
        self.box.addWidget(self.text)
        self.box.addWidget(self._kind)
        self.box.addWidget(self.questions)
        for key, field in self._fields.items():
            field.setProperty("key", key)
            field.edited.connect(self._edited)
            if field is not self.text:
                self.box.addWidget(field)
        self.box.addWidget(self.foot)

    def show_goal(self, view: GoalView) -> None:
        """Show a goal; what already stands in a field is not touched."""
        goal = view.goal
        self.text.set_value(goal.text)
        self.why.set_value(goal.why)
        self.importance.set_value({"number": goal.importance, "words": ""})
        self.confidence.set_value({"number": goal.confidence, "words": goal.why_not_lower})
        self.privacy.set_value(goal.privacy.value)
        self._kind.setText(words.kind_words(goal))
        self._kind.setVisible(bool(goal.text.strip()))
        self.questions.show_questions(view.questions)
        self.foot.show_foot(needs="", letting_go=False, stored=goal.version > 0, draft=False)

    def begin(self) -> None:
        """Take the focus, ready to type."""
        self.text.setFocus()

    def _edited(self, value: object) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.edited.emit(field.property("key"), value)
