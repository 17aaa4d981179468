"""The real window over a real vault, without a screen, for whatever is measured through it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coachdesk.application import Opened
from tests.screens.studio import Studio
from tests.ui.checks import settle
from ui.theme import application
from ui.wiring import Desk


@contextmanager
def studio() -> Iterator[Studio]:
    """A place to put the window."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder:
        place = Studio(app, Path(folder))
        yield place
        place.close()


def seconds(work: Callable[[], object]) -> float:
    """How long something takes until it stands on the screen, painted."""
    started = perf_counter()
    work()
    settle()
    QApplication.processEvents()
    return perf_counter() - started


def worked(work: Callable[[], object]) -> float:
    """The processor's seconds of the same: what others do on the machine meanwhile counts for less."""
    started = process_time()
    work()
    settle()
    QApplication.processEvents()
    return process_time() - started


def put_away(desk: Desk) -> None:
    """Close the window and the vault, and let go of them."""
    desk.close()
    desk.window.close()
    desk.window.deleteLater()
    desk.keeper.lock.deleteLater()
    desk.deleteLater()
    settle()


@contextmanager
def shown(opened: Opened) -> Iterator[Desk]:
    """The window over an open vault; both are closed at the end."""
    with studio() as place:
        desk = place.desk(opened)
        yield desk
        put_away(desk)
