"""What is shown where nothing is yet: what belongs there, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.layouts import column, row
from ui.kit.text import label


class EmptyState(QWidget):
    """A heading, a sentence and one button; `acted` when it is pressed."""

    acted = Signal()

    def __init__(
        self, title: str, text: str, action: str = "", *, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        box = column(self, margins=(24, 32, 24, 32), spacing=8)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(label(title, "heading"))
        box.addWidget(label(text))
        if action:
            self.button = Button(action, icon=icon, key=key)
            self.button.clicked.connect(self._acted)
            held = row(margins=(0, 8, 0, 0))
            held.addWidget(self.button)
            held.addStretch(1)
            box.addLayout(held)

    def _acted(self) -> None:
        self.acted.emit()
