"""What is copied: kept out of the histories of clipboards, and gone from the clipboard when the program locks.

What is lent for a moment only goes when that is over. What somebody copies out of a field stays until the lock: words that
were cut are carried to another place, and a clock that takes them away would lose them.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

SECONDS = 30

_OURS = "application/x-coachdesk"
"""Marks what came from a field of this program, so that it is known again on locking."""

_KEEP_OUT = {
    _OURS: b"1",
    # Windows: neither clipboard history nor the cloud; a number 0 of four bytes where a number is asked for.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    # KDE's clipboard history leaves out what a password manager marks so.
    "x-kde-passwordManagerHint": b"secret",
}
"""What asks a clipboard's history not to keep a text, by platform. Elsewhere nobody looks at it."""


def kept_out(text: str) -> QMimeData:
    """A text as the clipboard gets it: words alone, and what asks histories to leave it out."""
    data = QMimeData()
    data.setText(text)
    for kind, said in _KEEP_OUT.items():
        data.setData(kind, said)
    return data


def copy(text: str) -> None:
    """What somebody copies out of a field. It stays until something else is copied, or the program locks."""
    QApplication.clipboard().setMimeData(kept_out(text))


def take_all_back() -> None:
    """The program locks or ends: whatever came from it goes from the clipboard, what is lent before its time."""
    app = QApplication.instance()
    for loan in app.findChildren(Loan) if app is not None else ():
        loan.take_back()
    clipboard = QApplication.clipboard()
    if clipboard.text() and clipboard.mimeData().hasFormat(_OURS):
        clipboard.clear()


class Loan(QObject):
    """A text lent to the clipboard. It outlives the page that lent it, never the program and never a lock."""

    def __init__(self, text: str, seconds: float = SECONDS) -> None:
        super().__init__(QApplication.instance())
        self._text, self._over = text, False
        copy(text)
        self._timer = QTimer(self, singleShot=True, interval=int(seconds * 1000))
        self._timer.timeout.connect(self.take_back)
        app = QApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.take_back)
        self._timer.start()

    def lies_there(self) -> bool:
        """Whether the clipboard took it and still has it."""
        return not self._over and QApplication.clipboard().text() == self._text

    def take_back(self) -> None:
        """Clear the clipboard unless something else was copied since. Nothing happens the second time."""
        if self._over:
            return
        self._over = True
        self._timer.stop()
        if QApplication.clipboard().text() == self._text:
            QApplication.clipboard().clear()
        self._text = ""
        self.deleteLater()
