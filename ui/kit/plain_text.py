"""Texts that nobody changes: what may have no blank to break at (an address, a path, a key), and what is only read."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.kit.text_fields import GrowingText


class PlainText(GrowingText):
    """Breaks anywhere, takes the keyboard for selecting, and never changes. Nothing in it opens anything."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(1, parent=parent)
        self.setProperty("look", "plain")
        self.setReadOnly(True)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setPlainText(text)


class TextToRead(QPlainTextEdit):
    """A long text for the eye or a screen reader. What is copied of it goes by a button, which is recorded and may be withheld."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(16)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()  # nor is it dragged out, or pasted with the middle button
