"""Sentences beside the page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from ui.kit import column, label
from ui.kit.layouts import empty


class Sentences(QFrame):
    """A heading and sentences under it; nothing where there are none."""

    def __init__(self, heading: str, kind: str = "clear", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        edge = 14 if kind != "clear" else 0
        box = column(self, margins=(edge, edge and 10, edge, edge and 12), spacing=6)
        box.addWidget(label(heading, "label"))
        self._held = column(spacing=6)
        box.addLayout(self._held)
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these, and hide where there are none."""
        self.setVisible(bool(sentences))
        if tuple(sentences) != self._shown:
            self._shown = tuple(sentences)
            empty(self._held)
            for sentence in sentences:
                self._held.addWidget(label(sentence))
