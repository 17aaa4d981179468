"""Loads the screens behind the first window, while somebody types the passphrase.

Never on the worker: what they are made of is Qt's. It goes piece by piece, so that no key waits for all of it.
"""

import gc
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


def load_screens(owner: QObject, done: Callable[[], object]) -> None:
    """Load a piece whenever the window has nothing else to do; then `done`, unless `owner` is gone by then.

    Python looks for garbage from then on (`ui/__main__.py`).
    """
    _load(owner, _pieces(), done)


def _load(owner: QObject, pieces: Iterator[object], done: Callable[[], object]) -> None:
    if next(pieces, None) is not None:
        QTimer.singleShot(0, owner, lambda: _load(owner, pieces, done))
        return
    gc.freeze()  # what is there now stays: no later look for garbage needs to go through it
    gc.enable()
    done()


def _pieces() -> Iterator[object]:
    """Each takes some hundredths of a second. An interview that was open comes before the rest; the last brings all."""
    from ui.kit import names

    yield names
    from ui import interview

    yield interview
    from ui import main_window

    yield main_window
    from ui import today

    yield today
    from ui import people

    yield people
    from ui import plan

    yield plan
    from ui import commitment

    yield commitment
    from ui import administration

    yield administration
    from ui import handover

    yield handover
    from ui import wiring

    yield wiring
    yield QApplication.style()  # all that may be asked of it is made with the first question
