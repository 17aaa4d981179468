"""The neutral screen: everything gone from sight at one chord; back by Enter, or after a while by passphrase."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.layouts import column, row

GRACE = 30
"""Seconds within which one may come back without the passphrase (ui-design.md, Frame)."""


class NeutralScreen(QFrame):
    """Says nothing about anybody. `returned` within the grace, `expired` after it."""

    returned = Signal()
    expired = Signal()

    def __init__(self, parent: QWidget | None = None, *, grace: float = GRACE) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        box = column(self)
        box.addStretch(1)
        middle = row()
        middle.addStretch(1)
        self.back = Button(_("Go back"))
        middle.addWidget(self.back)
        middle.addStretch(1)
        box.addLayout(middle)
        box.addStretch(1)
        self.back.clicked.connect(self._back)
        self._timer = QTimer(self, singleShot=True, interval=int(grace * 1000))
        self._timer.timeout.connect(self.expired)

    def begin(self) -> None:
        """Everything is hidden from now on."""
        self.back.setFocus()
        self._timer.start()

    def stop(self) -> None:
        """Somebody else took over (locked)."""
        self._timer.stop()

    def may_return(self) -> bool:
        """Whether one may come back without the passphrase."""
        return self._timer.isActive()

    def _back(self) -> None:
        if self.may_return():
            self._timer.stop()
            self.returned.emit()
        else:
            self.expired.emit()
