"""What is copied for a moment only: taken back from the clipboard when the moment is over or the program locks, if it lies there."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

SECONDS = 30

_KEEP_OUT = {
    # Windows: neither clipboard history nor the cloud; a number 0 of four bytes where a number is asked for.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    # KDE's clipboard history leaves out what a password manager marks so.
    "x-kde-passwordManagerHint": b"secret",
}
"""What asks a clipboard's history not to keep a text, by platform. Elsewhere nobody looks at it."""


def take_all_back() -> None:
    """The program locks: whatever is still lent is taken back before its time."""
    app = QApplication.instance()
    for loan in app.findChildren(Loan) if app is not None else ():
        loan.take_back()


class Loan(QObject):
    """A text lent to the clipboard. It outlives the page that lent it, never the program and never a lock."""

    def __init__(self, text: str, seconds: float = SECONDS) -> None:
        super().__init__(QApplication.instance())
        self._text, self._over = text, False
        data = QMimeData()
        data.setText(text)
        for kind, said in _KEEP_OUT.items():
            data.setData(kind, said)
        QApplication.clipboard().setMimeData(data)
        self._timer = QTimer(self, singleShot=True, interval=int(seconds * 1000))
        self._timer.timeout.connect(self.take_back)
        app = QApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.take_back)
        self._timer.start()

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
