"""Starts a program as `python -m` does, says the moment at which its first window was painted, and ends.

`python until_shown.py MODULE [ARGUMENT...]` prints the moment on the clock of `time.monotonic`, which all processes share.
"""

import os
import runpy
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class FirstPaint(QObject):
    """Waits for the first paint of a window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """When it comes, end as soon as it is done."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Say when, and end without ceremony."""
        os.write(1, f"{time.monotonic()}\n".encode())
        os._exit(0)


def main() -> None:
    """Watch from the moment at which the program enters Qt's event loop; painting comes after that.

    Only the window is watched: handing all objects of Qt to Python would cost more than the window.
    """
    run_loop = QApplication.exec

    def watched() -> int:
        app = QApplication.instance()
        assert app is not None
        watcher = FirstPaint(app)
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(watcher)
        return run_loop()

    module, sys.argv = sys.argv[1], sys.argv[1:]
    setattr(QApplication, "exec", staticmethod(watched))  # noqa: B010 - in this process, which ends with the first paint
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
