"""Enter on a button that has the focus presses it, as Space does: Qt does so in dialogues only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

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
