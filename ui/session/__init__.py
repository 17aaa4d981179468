"""Somebody leaves the computer: the screen is locked, another user comes, it falls asleep, its lid is closed.

Only the operating system knows. It tells those who listen; nothing is looked at again and again.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def watch(window: QWidget, left: Callable[[], object]) -> QObject:
    """Call `left`, at once and perhaps more than once, whenever somebody leaves; until the window or what is returned is gone."""
    if sys.platform == "win32":  # untested on Windows
        from ui.session.windows import WindowsSession

        return WindowsSession(window, left)
    from PySide6.QtDBus import QDBusConnection

    from ui.session.linux import LinuxSession

    return LinuxSession(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), left, window)
