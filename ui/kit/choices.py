"""Fields to choose one or several of a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from coachdesk.i18n import _
from ui.kit.field import Field
from ui.kit.layouts import Flow, column
from ui.kit.marks import Check, Radio
from ui.kit.options import Option, OptionRow, RadioSet
from ui.kit.text import Role

BESIDE = 36
"""Choices that are together shorter than so many characters stand beside one another."""


class ChoiceGroup(Field):
    """One of a list. Value: the choice's id, or "". Digits choose the first nine; Delete takes the choice back."""

    def __init__(
        self,
        words: str,
        options: Sequence[Option],
        *,
        hint: str = "",
        why: str = "",
        role: Role = "label",
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`beside` puts the choices beside one another however long they are together; lines still break."""
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.options = tuple(options)
        self.buttons = tuple(Radio() for _option in self.options)
        group = self._group()
        box, beside = _box(group, self.options, beside=beside)
        for button, option in zip(self.buttons, self.options, strict=True):
            box.addWidget(OptionRow(button, option, wrap=not beside))
        self._set = RadioSet(self, self.buttons)
        self._set.chosen.connect(self._heard)
        self._set.digit.connect(self._digit)
        self.setFocusProxy(self.buttons[0])

    def value(self) -> str:
        index = self._set.index()
        return self.options[index].id if index >= 0 else ""

    def _show(self, value: object) -> None:
        ids = [option.id for option in self.options]
        self._set.choose(ids.index(value) if value in ids else -1)

    def _digit(self, digit: int) -> None:
        if 1 <= digit <= len(self.options):
            self._set.go_to(digit - 1)


def yes_no(
    words: str, *, hint: str = "", why: str = "", role: Role = "label", parent: QWidget | None = None
) -> ChoiceGroup:
    """Yes or no. Value: "yes", "no" or ""."""
    options = (Option("yes", _("Yes")), Option("no", _("No")))
    return ChoiceGroup(words, options, hint=hint, why=why, role=role, parent=parent)


class CheckGroup(Field):
    """Any of a list. Value: list of ids in the order of the list. An `alone` choice and the others shut one another out."""

    def __init__(
        self,
        words: str,
        options: Sequence[Option],
        *,
        hint: str = "",
        why: str = "",
        role: Role = "label",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.options = tuple(options)
        self.boxes = tuple(Check() for _option in self.options)
        group = self._group()
        box, beside = _box(group, self.options)
        for check, option in zip(self.boxes, self.options, strict=True):
            box.addWidget(OptionRow(check, option, wrap=not beside))
            check.toggled.connect(self._toggled)
        self._shown: list[str] = []
        self.setFocusProxy(self.boxes[0])

    def value(self) -> list[str]:
        return [option.id for check, option in zip(self.boxes, self.options, strict=True) if check.isChecked()]

    def _show(self, value: object) -> None:
        chosen = value if isinstance(value, list | tuple) else ()
        for check, option in zip(self.boxes, self.options, strict=True):
            check.setChecked(option.id in chosen)
        self._shown = self.value()

    def _toggled(self) -> None:
        if self._rendering:
            return
        new = set(self.value()) - set(self._shown)
        alone = {option.id for option in self.options if option.alone}
        if new & alone:
            self.set_value([each for each in self.value() if each in new])
        elif new:
            self.set_value([each for each in self.value() if each not in alone])
        self._shown = self.value()
        self._heard()


def _box(group: QWidget, options: Sequence[Option], *, beside: bool = False) -> tuple[QLayout, bool]:
    """Short choices stand beside one another, others below."""
    short = sum(len(option.words) for option in options) <= BESIDE and not any(option.hint for option in options)
    beside = beside or short
    return (Flow(group, spacing=12) if beside else column(group, spacing=2)), beside
