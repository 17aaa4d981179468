"""Windows: what a window is told of its session and of power. Written by Microsoft's documentation and never tried there.

The numbers are those of winuser.h, wtsapi32.h and dwmapi.h.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 0x0004, 0x8013
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 2, 4, 6, 7
LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
"""GUID_LIDSWITCH_STATE_CHANGE: its value is 0 when the lid is closed."""

ONLY_AN_ICON, NO_PEEK = 7, 11
"""DWMWA_FORCE_ICONIC_REPRESENTATION and DWMWA_DISALLOW_PEEK of dwmapi.h."""

_GONE = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK})
_OURS_ONLY, _TO_A_WINDOW = 0, 0


class Message(ctypes.Structure):
    """MSG, as far as we read it."""

    _fields_: ClassVar = [
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("which", ctypes.c_size_t),
        ("content", ctypes.c_size_t),
    ]


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with a value of four bytes."""

    _fields_: ClassVar = [("setting", ctypes.c_ubyte * 16), ("length", ctypes.c_uint32), ("value", ctypes.c_uint32)]


class Departures:
    """Tells from messages whether somebody leaves. Windows says at once how the lid stands: only from open to closed counts."""

    def __init__(self) -> None:
        self._lid_open = False

    def leaves(self, number: int, which: int, content: int) -> bool:
        """Whether this message, its wParam and its lParam say so."""
        if number == WM_WTSSESSION_CHANGE:
            return which in _GONE
        if number != WM_POWERBROADCAST:
            return False
        return which == PBT_APMSUSPEND or (which == PBT_POWERSETTINGCHANGE and bool(content) and self._closes(content))

    def _closes(self, content: int) -> bool:
        said = PowerSetting.from_address(content)
        if bytes(said.setting) != LID.bytes_le:
            return False
        before, self._lid_open = self._lid_open, bool(said.value)
        return before and not self._lid_open


class Filter(QAbstractNativeEventFilter):
    """Sees every message of the program's windows and stops none; `left` runs before Windows goes on to sleep."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left, self._departures = left, Departures()

    def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        told = Message.from_address(int(message))
        if self._departures.leaves(told.number, told.which, told.content):
            self._left()
        return False, 0


class WindowsSession(QObject):
    """Calls `left` when the session is locked, disconnected or left, before sleep, and when the lid closes."""

    def __init__(self, window: QWidget, left: Callable[[], object]) -> None:
        super().__init__(window)
        self._filter = Filter(left)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        _register(window.winId())


def session_number() -> int:
    """The number of the sign-in that this process belongs to."""
    number = ctypes.c_uint32()
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(ctypes.c_uint32(os.getpid()), ctypes.byref(number))
    return number.value


def _register(window: int) -> None:
    """Windows tells this window; the task bar shows an icon of it and never a small picture. Both go with the window."""
    if sys.platform == "win32":
        lid = (ctypes.c_ubyte * 16).from_buffer_copy(LID.bytes_le)
        handle = ctypes.c_void_p(window)
        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(handle, ctypes.c_uint(_OURS_ONLY))
        ctypes.WinDLL("user32").RegisterPowerSettingNotification(handle, ctypes.byref(lid), ctypes.c_uint(_TO_A_WINDOW))
        yes, attribute = ctypes.c_int(1), ctypes.WinDLL("dwmapi").DwmSetWindowAttribute
        for wish in (ONLY_AN_ICON, NO_PEEK):
            attribute(handle, ctypes.c_uint(wish), ctypes.byref(yes), ctypes.c_uint(ctypes.sizeof(yes)))
