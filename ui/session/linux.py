"""Linux: what logind, the screen savers and UPower tell on the system's bus and the session's. A bus that is not there tells nothing.

Until the vault is closed logind waits with sleeping, five seconds at most as a rule (`InhibitDelayMaxSec`).
"""

import getpass
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCall, QDBusPendingCallWatcher, QDBusVariant

LOGIND, MANAGER, SESSION = "org.freedesktop.login1", "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
LOGIND_PATH = "/org/freedesktop/login1"
UPOWER, UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)

Answer = Callable[[object], object]


class LinuxSession(QObject):
    """Calls `left` when the session is locked or not in front any more, before sleep, and when the lid closes."""

    def __init__(
        self,
        system: QDBusConnection,
        session: QDBusConnection,
        left: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system, self._left = system, left
        self._lid_closed: object = None
        self._delay: object = None
        if session.isConnected():
            for saver in SCREEN_SAVERS:
                session.connect("", "", saver, "ActiveChanged", self, _slot("told_of_change"))
        if system.isConnected():
            self._listen_to_system()

    def _listen_to_system(self) -> None:
        connect = self._system.connect
        connect(LOGIND, LOGIND_PATH, MANAGER, "PrepareForSleep", self, _slot("told_of_change"))
        connect(LOGIND, "", SESSION, "Lock", self, _slot("told_of_session"))
        connect(LOGIND, "", PROPERTIES, "PropertiesChanged", self, _slot("told_of_front"))
        connect(UPOWER, UPOWER_PATH, PROPERTIES, "PropertiesChanged", self, _slot("told_of_lid"))
        self._property(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed", self._lid)
        ask = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, MANAGER, "Inhibit")
        ask.setArguments(["sleep", "CoachDesk", "Saves and locks first", "delay"])
        self._ask(ask, self._keep_delay)

    @Slot(QDBusMessage)
    def told_of_change(self, message: QDBusMessage) -> None:
        """A screen saver began (true) or ended (false); so did sleep."""
        if message.arguments()[:1] == [True]:
            self._left()

    @Slot(QDBusMessage)
    def told_of_session(self, message: QDBusMessage) -> None:
        """A session is to be locked; it may be somebody else's."""
        self._if_ours(message.path())

    @Slot(QDBusMessage)
    def told_of_front(self, message: QDBusMessage) -> None:
        """Something of a session changed; perhaps it is not in front any more."""
        path = message.path()
        if message.arguments()[:1] == [SESSION]:
            self._property(
                LOGIND, path, SESSION, "Active", lambda active: self._if_ours(path) if active is False else None
            )

    @Slot(QDBusMessage)
    def told_of_lid(self, _message: QDBusMessage) -> None:
        """Something about the power changed; perhaps the lid."""
        self._property(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed", self._lid)

    def _lid(self, closed: object) -> None:
        """The first answer only says how it stands: a computer may be worked at with its lid closed."""
        before, self._lid_closed = self._lid_closed, closed
        if before is False and closed is True:
            self._left()

    def _if_ours(self, path: str) -> None:
        """A session that does not say whose it is counts as ours: one lock too many loses nothing."""
        ours = {None, getpass.getuser()}
        self._property(LOGIND, path, SESSION, "Name", lambda name: self._left() if name in ours else None)

    def _keep_delay(self, descriptor: object) -> None:
        """Logind waits as long as it is open; it ends with this object."""
        self._delay = descriptor

    def _property(self, service: str, path: str, interface: str, name: str, answer: Answer) -> None:
        ask = QDBusMessage.createMethodCall(service, path, PROPERTIES, "Get")
        ask.setArguments([interface, name])
        self._ask(ask, answer)

    def _ask(self, message: QDBusMessage, answer: Answer) -> None:
        """Nobody waits for the answer; None where there is none."""
        message.setAutoStartService(False)
        call = QDBusPendingCallWatcher(self._system.asyncCall(message), self)

        def answered(call: QDBusPendingCallWatcher) -> None:
            answer(_content(call))
            call.deleteLater()

        call.finished.connect(answered)


def _slot(name: str) -> bytes:
    """Qt's stubs ask for bytes here; what Qt takes is a text."""
    return cast("bytes", SLOT(f"{name}(QDBusMessage)"))


def _content(call: QDBusPendingCall) -> object:
    if call.isError():
        return None
    content: object = (*call.reply().arguments(), None)[0]
    return content.variant() if isinstance(content, QDBusVariant) else content
