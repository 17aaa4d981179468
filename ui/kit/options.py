"""One choice of a group: a radio button or check box whose words may wrap, and the keys inside a group."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.kit.layouts import column, row
from ui.kit.text import label


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: permanent id, words, a hint under them; `alone` unchooses all others."""

    id: str
    words: str
    hint: str = ""
    alone: bool = False


class OptionRow(QWidget):
    """A button and its words beside it: Qt's own radio buttons cannot wrap. A click on the words counts."""

    def __init__(self, button: QAbstractButton, option: Option, *, wrap: bool) -> None:
        super().__init__()
        self.button = button
        button.setAccessibleName(option.words)
        button.setAccessibleDescription(option.hint)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setProperty("ring", "parent")
        box = row(self, margins=(4, 0, 8, 0), spacing=6)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._texts = texts = column(spacing=1)
        words = label(option.words, wrap=wrap)
        words.setBuddy(button)
        texts.addWidget(words)
        if option.hint:
            texts.addWidget(label(option.hint, "hint"))
        texts.addStretch(1)
        box.addLayout(texts, 1)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._level()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._level()

    def _level(self) -> None:
        """The mark grows with the text, so the first line of the words keeps to its middle at every size."""
        self._texts.setContentsMargins(0, theme.look().px(6), 0, theme.look().px(4))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


class RadioSet(QButtonGroup):
    """Radio buttons of which at most one is chosen: arrows, Home and End move and choose, Delete takes it back.

    One Tab stop: the chosen one, or the first. Digits are left to `digit`.
    """

    chosen = Signal(int)  # index, or -1 where the choice was taken back
    digit = Signal(int)

    def __init__(self, parent: QWidget, buttons: Sequence[QRadioButton]) -> None:
        super().__init__(parent)
        self._all = tuple(buttons)
        for index, button in enumerate(self._all):
            self.addButton(button, index)
            button.installEventFilter(self)
        self.idToggled.connect(self._toggled)
        self._one_tab_stop()

    def index(self) -> int:
        """Which is chosen; -1 for none."""
        return self.checkedId()

    def choose(self, index: int) -> None:
        """Choose by index; -1 takes the choice back."""
        if index == self.index():
            return
        if index >= 0:
            self._all[index].setChecked(True)
            return
        self.setExclusive(False)
        self._all[self.index()].setChecked(False)
        self.setExclusive(True)
        self._one_tab_stop()
        self.chosen.emit(-1)

    def go_to(self, index: int) -> None:
        """Choose by index and move the focus there, as an arrow key does."""
        index = min(max(index, 0), len(self._all) - 1)
        self._all[index].setChecked(True)
        self._all[index].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        key, here = Qt.Key(event.key()), max(self.index(), -1)
        focused = next((i for i, button in enumerate(self._all) if button.hasFocus()), 0)
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.go_to(focused + 1 if here >= 0 else focused)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.go_to(focused - 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._all) - 1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(-1)
        elif event.text().isdecimal() and event.text().isascii():
            self.digit.emit(int(event.text()))
        else:
            return False
        return True

    def _toggled(self, index: int) -> None:
        if index == self.index():
            self._one_tab_stop()
            self.chosen.emit(index)

    def _one_tab_stop(self) -> None:
        stop = max(self.index(), 0)
        for index, button in enumerate(self._all):
            policy = Qt.FocusPolicy.StrongFocus if index == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if isinstance(field := self.parent(), QWidget):
            field.setFocusProxy(self._all[stop])  # whoever comes to the field comes to what is chosen
