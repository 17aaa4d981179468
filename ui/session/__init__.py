"""The sign-in at which the program runs, and that somebody leaves it.

The screen is locked, another user comes, the computer falls asleep, its lid is closed. Only the operating system knows. It tells those who listen; nothing is looked at again and again.
"""

import hashlib
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def here() -> str:
    """A name for this sign-in: only on its screen can a window come to the front. It tells nothing and fits a file's name."""
    if sys.platform == "win32":  # untested on Windows
        from ui.session.windows import session_number

        screen = str(session_number())
    else:
        screen = f"{os.environ.get('WAYLAND_DISPLAY', '')} {os.environ.get('DISPLAY', '')}"
    return hashlib.sha256(screen.encode()).hexdigest()[:8]


def watch(window: QWidget, left: Callable[[], object]) -> QObject:
    """Call `left`, at once and perhaps more than once, whenever somebody leaves; until the window or what is returned is gone."""
    if sys.platform == "win32":  # untested on Windows
        from ui.session.windows import WindowsSession

        return WindowsSession(window, left)
    from PySide6.QtDBus import QDBusConnection

    from ui.session.linux import LinuxSession

    return LinuxSession(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), left, window)
