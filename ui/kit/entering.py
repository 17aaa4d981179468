"""Enter on a button that has the focus presses it, and in a line of a form takes its next step: Qt has it in dialogues only."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

_BESIDE = ~Qt.KeyboardModifier.KeypadModifier


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button where the key is Enter by itself; whether it was.

    A key that is held down presses once: what it opens may put the focus on another button.
    """
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & _BESIDE:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def enter_goes_on(fields: QWidget, slot: Callable[[], object]) -> None:
    """Have Enter in every line below `fields` take the form's next step; `slot` is a bound method (qt-pitfalls 5.2)."""
    for line in fields.findChildren(QLineEdit):
        line.returnPressed.connect(slot)
