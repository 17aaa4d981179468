"""Kinds with several parts: a range of dates, times of the week, "are you happy for us to ...?"."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.interviews import PRESETS, Question
from ui import kit
from ui.interview.fields.base import Asking, words
from ui.kit import Field


class Compound(Field):
    """Several fields that are one answer. Value: a dict of the parts' values by key."""

    def __init__(
        self, asked: str, parts: Mapping[str, Field], *, hint: str = "", why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(asked, hint=hint, why=why, parent=parent)
        self.parts = dict(parts)
        self.inner = kit.column(self._group(), spacing=12)
        for part in self.parts.values():
            self.inner.addWidget(part)
            part.edited.connect(self._part_edited)
        self.setFocusProxy(next(iter(self.parts.values())))

    def value(self) -> dict[str, object]:
        return {key: part.value() for key, part in self.parts.items()}

    def _show(self, value: object) -> None:
        shown = value if isinstance(value, dict) else {}
        for key, part in self.parts.items():
            part.set_value(shown.get(key))

    def _part_edited(self, _value: object) -> None:
        self._heard()


def date_range(question: Question, asking: Asking) -> Field:
    """From a day until a day."""
    parts = {"from": kit.DateField(_("From")), "until": kit.DateField(_("Until"))}
    return Compound(words(question, asking), parts, hint=question.hint, why=question.why)


def time_windows(question: Question, asking: Asking) -> Field:
    """Times that one key chooses, and a sentence: never a grid of 168 cells."""
    presets = tuple(kit.Option(each, _(PRESETS[each])) for each in question.presets)
    sentence = kit.TextLine(_("In a sentence"))
    kit.set_state(sentence.line, "voice", "person")
    parts: dict[str, Field] = {"presets": kit.CheckGroup(_("Times"), presets)} if presets else {}
    return Compound(words(question, asking), parts | {"words": sentence}, hint=question.hint, why=question.why)


def consent(question: Question, asking: Asking) -> Field:
    """Yes or no, and what it is about."""
    parts: dict[str, Field] = {
        "answer": kit.yes_no(_("Happy with that?"), hint=_("Saying no makes no difference to your payment.")),
        "what": kit.TextLine(_("What exactly, in their words")),
    }
    return Compound(words(question, asking), parts, hint=question.hint, why=question.why)
