"""One program for one vault and sign-in: a second start tells the first to come to the front, with what file, and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500
"""Milliseconds that a running program has to answer."""

LONGEST_PATH = 4096
"""Bytes of a path that are listened to."""


def name_of(vault: Path, here: str) -> str:
    """The name of the local socket: says nothing about the coach or the folder. `here` names the sign-in."""
    return f"coachdesk-{here}-{hashlib.sha256(str(vault.resolve()).encode()).hexdigest()[:24]}"


def ask_to_show(vault: Path, here: str, file: Path | None = None) -> bool:
    """Whether a program with this vault runs already at this sign-in; then it has been asked to show itself, or a file.

    Asks more than once: a program that has only just begun listens when its first window is on the screen.
    """
    end = QDeadlineTimer(PATIENCE)
    said = "" if file is None else str(file)
    while not (asked := _ask(name_of(vault, here), said.encode("utf-8", "surrogateescape"))) and not end.hasExpired():
        QThread.msleep(25)
    return asked


def _ask(name: str, said: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(said)
    socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """The running program's ear.

    `asked` comes when somebody starts the program again at this sign-in, with the path of the file they opened, or "".
    """

    asked = Signal(str)

    def __init__(self, vault: Path, here: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        name = name_of(vault, here)
        if not self._server.listen(name):
            # Left behind by a program that was killed: nobody answered `ask_to_show`, so nobody uses it.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening: whoever starts next is the first."""
        self._server.close()

    def _called(self) -> None:
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.disconnected.connect(self._heard)
            if caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(caller)

    def _heard(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        said = bytes(caller.read(LONGEST_PATH).data())
        caller.deleteLater()
        self.asked.emit(said.decode("utf-8", "surrogateescape"))
