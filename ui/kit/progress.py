"""How far a long piece of work has come, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.layouts import column, row
from ui.kit.text import label


class Progress(QWidget):
    """A bar, the same in words, and Cancel. `cancelled` is the button: whoever works stops at the next whole piece."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=10)
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        box.addWidget(self._words)
        box.addWidget(self._bar)
        foot = row()
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        box.addLayout(foot)

    def show_progress(self, done: int, total: int, words: str, *, stopping: bool = False) -> None:
        """`done` pieces of `total`, and the same in words; while it is `stopping`, Cancel can not be pressed again."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(words)
        self._words.setText(words)
        self.cancel.setEnabled(not stopping)
