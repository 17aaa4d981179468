"""Fields for words and numbers. What is typed is kept as typed, however long or odd."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.kit.clipboard import copy, kept_out
from ui.kit.field import Field
from ui.kit.layouts import row
from ui.kit.text import LINE, Role, label

FORGOTTEN_AFTER = 120
"""Seconds without a key in any secret line of a window after which those that are half typed are forgotten."""


class Line(QLineEdit):
    """One line, `characters` wide where that is known: the width says how much is expected. Its copies are `kept_out`."""

    def __init__(self, characters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        if characters:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._characters:
            hint.setWidth(self.fontMetrics().horizontalAdvance("0") * (self._characters + 1) + 26)
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._characters else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._cut()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ways = {"edit-copy": self._copy, "edit-cut": self._cut}
        for action in menu.actions():
            if action.objectName() in ways:
                action.triggered.disconnect()
                action.triggered.connect(ways[action.objectName()])
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText() and self.echoMode() is QLineEdit.EchoMode.Normal:
            copy(self.selectedText())

    def _cut(self) -> None:
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            self._copy()
            if not self.isReadOnly():
                self.del_()


class GrowingText(QPlainTextEdit):
    """Several lines that grow with what is typed, from three to twelve; then it scrolls. Tab leaves it. Copies: `kept_out`."""

    def __init__(self, least: int = 3, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def createMimeDataFromSelection(self) -> QMimeData:
        return kept_out(self.textCursor().selection().toPlainText())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * LINE, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        chrome = self.height() - self.viewport().height() + 2 * int(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + max(chrome, 0) + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class TextLine(Field):
    """One line of words. Value: str."""

    def __init__(
        self,
        words: str,
        *,
        hint: str = "",
        why: str = "",
        role: Role = "label",
        placeholder: str = "",
        characters: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.line = Line(characters)
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self._heard)
        self.box.addWidget(self.line)
        self._single(self.line)

    def value(self) -> str:
        return self.line.text()

    def _show(self, value: object) -> None:
        self.line.setText(value if isinstance(value, str) else "")


class SecretLine(TextLine):
    """A line for what nobody else may read. Half typed, it is empty again when it goes from sight, and after a while. Value: str."""

    def __init__(self, words: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, hint=hint, parent=parent)
        self._idle = QTimer(self, singleShot=True, interval=FORGOTTEN_AFTER * 1000)
        self._idle.timeout.connect(self.forget)
        self.line.textChanged.connect(self._somebody_types)

    def forget(self) -> None:
        """Nothing was typed."""
        self.line.clear()

    def keep(self) -> None:
        """Somebody is there: what is typed here is kept for a while."""
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget()

    def _somebody_types(self) -> None:
        for each in self.window().findChildren(SecretLine):
            each.keep()


class PassphraseLine(SecretLine):
    """A secret line that shows dots. Value: str."""

    def __init__(self, words: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, hint=hint, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)


class TextArea(Field):
    """Words of any length. Value: str."""

    def __init__(
        self,
        words: str,
        *,
        hint: str = "",
        why: str = "",
        role: Role = "label",
        least: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.area = GrowingText(least)
        self.area.textChanged.connect(self._heard)
        self.box.addWidget(self.area)
        self._single(self.area)

    def value(self) -> str:
        return self.area.toPlainText()

    def _show(self, value: object) -> None:
        self.area.setPlainText(value if isinstance(value, str) else "")
        self.area.moveCursor(QTextCursor.MoveOperation.End)  # whoever comes back to it goes on writing


class NumberField(Field):
    """A number with its unit, as typed ("7.5"). Value: str; whether it is a number is for the kind to say."""

    def __init__(
        self,
        words: str,
        *,
        unit: str = "",
        hint: str = "",
        why: str = "",
        role: Role = "label",
        characters: int = 7,
        before: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`before` puts the unit in front of the number, as with pounds."""
        super().__init__(words, hint=hint, why=why, role=role, parent=parent)
        self.line = Line(characters)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.textChanged.connect(self._heard)
        held = row()
        parts = [self.line, *([label(unit, wrap=False)] if unit else [])]
        for part in reversed(parts) if before else parts:
            held.addWidget(part)
        held.addStretch(1)
        self.box.addLayout(held)
        self._unit = unit
        self._single(self.line)

    def value(self) -> str:
        return self.line.text()

    def _show(self, value: object) -> None:
        self.line.setText(value if isinstance(value, str) else "")

    def _spoken(self) -> str:
        return f"{super()._spoken()} ({self._unit})" if self._unit else super()._spoken()
