"""Text on the screen. What people said is never markup, so every label is plain text."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

Role = Literal[
    "body", "title", "heading", "label", "section", "strong", "hint", "small", "words", "error", "good", "warn",
    "large", "huge",
]  # fmt: skip
"""How a text is set; `resources/theme.qss` says what each looks like. `words` are the person's own."""

LINE = 75
"""The most characters in a line of reading."""


def label(text: str = "", role: Role = "body", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A plain text in one of the roles of the sheet; it wraps unless told otherwise."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    return made


def set_state(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the sheet looks at, and have the sheet look again (qt-pitfalls 5.11)."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text now, without moving the focus."""
    if text:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def caption(text: str) -> str:
    """A text for a button or a group, where a lone ampersand would underline the next letter."""
    return text.replace("&", "&&")
