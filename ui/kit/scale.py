"""A scale from 0 to 10 with the words behind the number."""

import time

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit.field import Field
from ui.kit.layouts import Flow, column, row
from ui.kit.marks import NumberBox
from ui.kit.options import RadioSet
from ui.kit.text import Role, label
from ui.kit.text_fields import Line

TOGETHER = 1.2
"""Seconds within which two digits are one number: 1 and 0 make 10."""


class Scale(Field):
    """0 to 10. Value: {"number": int or None, "words": str}. Digits are typed as a number; arrows, Home and End move.

    Where `follow_up` is given ("And what makes it {number} and not lower?"), the words behind the number are asked.
    """

    def __init__(
        self,
        words: str,
        *,
        ends: tuple[str, str] = ("", ""),
        follow_up: str = "",
        hint: str = "",
        why: str = "",
        role: Role = "label",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self._last, self._typed_at = 0, float("-inf")
        self._follow_up = follow_up
        self.buttons = self._numbers(ends)
        self._set = RadioSet(self, self.buttons)
        self._set.chosen.connect(self._chosen)
        self._set.digit.connect(self._digit)
        self._asked = label(follow_up)
        self.line = Line()
        self._asked.setBuddy(self.line)
        self.line.textChanged.connect(self._heard)
        for each in (self._asked, self.line):
            self.box.addWidget(each)
            each.setVisible(bool(follow_up))  # not before it is in here: it would be a window of its own
        self.setFocusProxy(self.buttons[0])
        self._ask()

    def _numbers(self, ends: tuple[str, str]) -> tuple[NumberBox, ...]:
        """The eleven boxes, and what the ends mean below them."""
        buttons = tuple(NumberBox(number) for number in range(11))
        box = column(self._group(), spacing=6)
        flow = Flow(spacing=4)
        box.addLayout(flow)
        for number, button in enumerate(buttons):
            end = ends[0] if number == 0 else ends[1] if number == 10 else ""
            button.setAccessibleName(f"{number}, {end}" if end else str(number))
            flow.addWidget(button)
        if any(ends):
            meaning = row(spacing=12)
            meaning.addWidget(label(f"0: {ends[0]}", "hint"))
            meaning.addWidget(label(f"10: {ends[1]}", "hint"))
            meaning.addStretch(1)
            box.addLayout(meaning)
        return buttons

    def value(self) -> dict[str, object]:
        number = self._set.index()
        return {"number": number if number >= 0 else None, "words": self.line.text()}

    def _show(self, value: object) -> None:
        shown = value if isinstance(value, dict) else {}
        number = shown.get("number")
        self._set.choose(number if isinstance(number, int) and 0 <= number <= 10 else -1)
        words = str(shown.get("words", ""))
        if words != self.line.text():
            self.line.setText(words)
        self._ask()

    def _chosen(self, _number: int) -> None:
        self._ask()
        self._heard()

    def _ask(self) -> None:
        """The question behind the number names the number, once there is one."""
        number = self._set.index()
        shown = str(number) if number >= 0 else _("this number")
        self._asked.setText(self._follow_up.replace("{number}", shown))
        self.line.setAccessibleName(f"{self.words} {self._asked.text()}")  # two scales may ask the same behind it

    def _digit(self, digit: int) -> None:
        now = time.monotonic()
        ten = digit == 0 and self._last == 1 and now - self._typed_at < TOGETHER
        self._last, self._typed_at = digit, now
        self._set.go_to(10 if ten else digit)
