"""Typing is counted by its time alone, nothing wakes the program for it, and it is in the vault when the window closes."""

import inspect
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.minutes import Kind, Total
from tests.vaults import made, setting
from ui import typing_time
from ui.typing_time import TypingTime


class Watch:
    """A clock that goes on by a second each time that somebody looks."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def typing(vault: Opened, qtbot: QtBot) -> tuple[TypingTime, QWidget, QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    counted = TypingTime(vault.services, window, clock=Watch())
    window.show()
    qtbot.waitActive(window)
    counted.watch(window)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return counted, window, field


def press(window: QWidget, keys: str) -> None:
    surface = window.windowHandle()
    assert surface is not None
    for key in keys:
        QTest.keyClick(surface, Qt.Key(ord(key.upper())))


def totals(vault: Opened) -> Total | None:
    return vault.services.minutes.look().today.get(Kind.TYPING)


def test_keys_in_a_text_field_count_and_keys_elsewhere_do_not(tmp_path: Path, qtbot: QtBot) -> None:
    vault = made(setting(tmp_path))
    counted, window, field = typing(vault, qtbot)
    press(window, "mind")
    assert field.text() == "mind"
    counted.store()
    assert totals(vault) == Total(3, 1)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    press(window, "secret")
    field.setEchoMode(QLineEdit.EchoMode.Normal)
    field.setReadOnly(True)
    press(window, "more")
    field.clearFocus()
    press(window, "123")
    counted.store()
    assert totals(vault) == Total(3, 1)
    assert window.findChildren(QTimer) == []
    vault.close()


def test_from_the_last_answer_to_the_document(tmp_path: Path, qtbot: QtBot) -> None:
    vault = made(setting(tmp_path))
    counted, _window, _field = typing(vault, qtbot)
    counted.issued()
    assert Kind.TO_PAPER not in vault.services.minutes.look().today
    counted.answered()
    counted.issued()
    counted.issued()
    assert vault.services.minutes.look().today[Kind.TO_PAPER] == Total(1, 1)
    vault.close()


def test_what_was_typed_is_never_asked_for() -> None:
    source = inspect.getsource(typing_time)
    for asked in (".text(", ".key(", "QKeyEvent", "QTimer", "toPlainText"):
        assert asked not in source
