"""Offscreen and strict: a Qt message, a leftover window, timer or thread fails the test that made it."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before PySide6 is imported (qt-pitfalls 5.10)

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.focus import FocusRing
from ui.settings import open_settings
from ui.theme import Appearance, Theme


class QtMessage(Protocol):
    message: str


class QtLog(Protocol):
    """What pytest-qt caught of Qt's own messages."""

    records: list[QtMessage]

    def disabled(self) -> AbstractContextManager[None]:
        """Let Qt say something meanwhile, where a test makes it fail."""


# The offscreen platform says so whenever a window is resized; it says nothing about us.
_OF_THE_PLATFORM = "This plugin does not support"


@pytest.fixture(scope="session")
def _appearance(qapp: QApplication) -> Appearance:
    FocusRing(qapp)
    return Appearance(qapp, theme=Theme.BASIC)


@pytest.fixture(autouse=True)
def appearance(_appearance: Appearance) -> Appearance:
    """The look of the application: Basic at 100 % at the beginning of each test."""
    _appearance.choose(Theme.BASIC, 100)
    return _appearance


class KeepingBot(QtBot):
    """Keeps what a test shows until the test is over.

    pytest-qt holds it weakly: a page that the test function has let go is then collected while it is being painted,
    and the process dies (qt-pitfalls 5.4, 5.5).
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        super().addWidget(widget, before_close_func=before_close_func)
        self._kept.append(widget)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, except that it keeps what it is given."""
    return KeepingBot(request)


@pytest.fixture(autouse=True)
def qt_is_silent(qtlog: QtLog) -> Iterator[None]:
    yield
    said = [record.message for record in qtlog.records if not record.message.startswith(_OF_THE_PLATFORM)]
    assert said == []


def pytest_collection_finish() -> None:
    """What all tests have in common stays to the end: looking through it for litter after each would be most of the work."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    threads = set(threading.enumerate())
    yield
    for widget in qapp.topLevelWidgets():  # destroyed now, while the application lives and we choose the order
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.topLevelWidgets() == []
    running = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    for timer in running:  # it is this test's fault, and none of the next one's
        timer.stop()
    assert running == []
    assert set(threading.enumerate()) <= threads


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    """Settings of their own for a test."""
    return open_settings(tmp_path / "settings.ini")
