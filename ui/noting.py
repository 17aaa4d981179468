"""The window's part of the log: what Qt says on its own goes there too, as a category and a place, never to a terminal.

A desktop keeps what programs print, and Qt's sentences may quote what is on the screen.
"""

from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from coachdesk import __version__, logs
from coachdesk.paths import log_folder


def begin() -> Callable[[], None]:
    """Note everything from now on. Gives back how to end it."""
    end = logs.begin(log_folder(), version=__version__)
    before = qInstallMessageHandler(_said)

    def undo() -> None:
        qInstallMessageHandler(before)
        end()

    return undo


def _said(kind: QtMsgType, context: QMessageLogContext, _words: str | None) -> None:
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        logs.note_qt(str(context.category or ""), context.file, context.line)
