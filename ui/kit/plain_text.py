"""A text to be read and copied that may have no blank to break at: an address, a path, a key."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

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
