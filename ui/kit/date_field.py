"""A date in three fields, as people write it down. Never moves on by itself, and keeps a date that cannot be."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import N_, _
from ui.kit.field import Field
from ui.kit.layouts import column, row
from ui.kit.text import Role, label, set_state
from ui.kit.text_fields import Line

_PARTS = (("day", N_("Day"), 2), ("month", N_("Month"), 2), ("year", N_("Year"), 4))

DateValue = str | dict[str, str]
"""ISO 8601 when complete and possible, {"day", "month", "year"} as typed when not, "" when empty."""


def date_value(day: str, month: str, year: str) -> DateValue:
    """The value of three parts as typed."""
    typed = {"day": day, "month": month, "year": year}
    if not any(part.strip() for part in typed.values()):
        return ""
    try:
        numbers = int(year), int(month), int(day)
        return date(*numbers).isoformat() if len(year.strip()) == 4 else typed
    except ValueError:
        return typed


class DateField(Field):
    """A date. Value: `DateValue`."""

    def __init__(
        self, words: str, *, hint: str = "", why: str = "", role: Role = "label", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.lines: dict[str, Line] = {}
        parts = row(self._group(), spacing=12)
        for part, name, digits in _PARTS:
            line = Line(digits)
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            line.textChanged.connect(self._heard)
            caption = label(_(name), "small", wrap=False)
            caption.setBuddy(line)
            line.setAccessibleName(_(name))
            held = column(spacing=2)
            held.addWidget(caption)
            held.addWidget(line)
            parts.addLayout(held)
            self.lines[part] = line
        parts.addStretch(1)
        self.setFocusProxy(self.lines["day"])

    def set_error(self, text: str) -> None:
        super().set_error(text)
        for line in self.lines.values():
            set_state(line, "invalid", "true" if text else "false")

    def value(self) -> DateValue:
        return date_value(*(line.text() for line in self.lines.values()))

    def _show(self, value: object) -> None:
        parts = {"day": "", "month": "", "year": ""}
        if isinstance(value, dict):
            parts |= {part: str(typed) for part, typed in value.items() if part in parts}
        elif isinstance(value, str) and value.count("-") == 2:
            year, month, day = value.split("-")
            parts = {"day": day.lstrip("0"), "month": month.lstrip("0"), "year": year}
        for part, line in self.lines.items():
            if line.text() != parts[part]:
                line.setText(parts[part])
