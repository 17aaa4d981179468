import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import keys


def test_no_two_actions_share_a_key_or_an_id() -> None:
    assert [key for key, many in Counter(action.key for action in keys.ACTIONS).items() if many > 1] == []
    assert [each for each, many in Counter(action.id for action in keys.ACTIONS).items() if many > 1] == []


@pytest.mark.parametrize("action", keys.ACTIONS, ids=lambda action: action.id)
def test_every_key_is_a_chord_or_a_function_key_so_that_typing_never_fires_one(action: keys.Action) -> None:
    assert re.match(r"(Ctrl|Alt)\+|F\d+$", keys.sequence(action.id).toString())


def test_escape_does_nothing_by_itself() -> None:
    assert all("Esc" not in action.key for action in keys.ACTIONS)


class Window(QWidget):
    done = 0

    def go_on(self) -> None:
        self.done += 1


def test_a_bound_key_works_in_its_window_while_somebody_types(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setAccessibleName("Words")
    keys.bind(window, "continue", window.go_on)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.done == 1
