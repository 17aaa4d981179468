from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.checks import (
    activate,
    at_text_size,
    clipped,
    longer_texts,
    nameless,
    press,
    same_named,
    settle,
    small_targets,
    spoken,
    tab_walk,
    type_text,
    unreachable,
)
from ui.kit import SideBySide, SideRow, column
from ui.kit.layouts import scrolling
from ui.theme import Appearance, Theme

ROWS = (
    SideRow("name", "Name", "Cal Reid", "Cal Reid"),
    SideRow("phone", "Phone", "07700 900123", "", differs=True, choice="left"),
    SideRow("born", "Date of birth", "2 March 1985", "3 March 1985", differs=True, choice="right"),
    SideRow("safe", "Safe address", "Yes", "No", differs=True, note="The safer of the two stays."),
)


class Shown(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.both = SideBySide("Two records", left="This record", right="The other record")
        inner = QWidget()
        box = column(inner, margins=(24, 20, 24, 20))
        box.addWidget(self.both)
        box.addStretch(1)
        column(self).addWidget(scrolling(inner))
        self.both.set_rows(ROWS)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    made = Shown()
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    settle()
    return made


def wrong_with(page: QWidget) -> list[str]:
    settle()
    return nameless(page) + same_named(page) + small_targets(page) + clipped(page) + unreachable(page)


def test_what_differs_is_said_in_words_on_the_screen_and_to_a_screen_reader(shown: Shown) -> None:
    rows = shown.both.table.rows_model.rows()
    assert rows[0].cells == ("", "This record", "The other record", "")
    assert rows[1].cells == ("Name", "Cal Reid", "Cal Reid", "The same")
    assert rows[2].cells == ("Phone", "07700 900123", "Nothing recorded", "Different")
    assert rows[2].spoken == ("Phone. This record: 07700 900123. The other record: Nothing recorded. Different.")
    assert rows[4].below == "The safer of the two stays."
    assert rows[4].spoken.endswith("Different. The safer of the two stays.")


def test_the_line_that_names_the_two_records_is_not_shown_as_chosen(shown: Shown) -> None:
    assert not shown.both.table.selectionModel().hasSelection()
    shown.both.set_rows([replace(each, note="It stays.") for each in ROWS])
    assert not shown.both.table.selectionModel().hasSelection()


def test_every_row_is_reached_with_the_arrows_and_every_choice_with_tab_and_digits(shown: Shown) -> None:
    table = shown.both.table
    table.setFocus()
    press(table, Qt.Key.Key_Home)
    for _step in range(2):
        press(table, Qt.Key.Key_Down)
    assert table.chosen_id() == "phone"
    assert [spoken(each) for each in tab_walk(shown)] == ["Two records", "07700 900123", "3 March 1985"]
    type_text(shown.both.choice("phone").buttons[0], "2")
    assert shown.both.chosen() == {"phone": "right", "born": "right"}


def test_a_choice_is_told_and_showing_one_is_not(shown: Shown) -> None:
    told: list[object] = []
    shown.both.edited.connect(told.append)
    activate(shown.both.choice("phone").buttons[1])
    assert told == [{"phone": "right", "born": "right"}]
    before = shown.both.choice("phone")
    shown.both.set_rows([replace(each, choice="left" if each.choice else None) for each in ROWS])
    assert shown.both.chosen() == {"phone": "left", "born": "left"}
    assert shown.both.choice("phone") is before
    assert len(told) == 1


def test_without_a_choice_it_is_a_table_to_read(shown: Shown) -> None:
    shown.both.set_rows(ROWS[:1])
    settle()
    assert shown.both.chosen() == {}
    assert not shown.both.which.isVisibleTo(shown)
    assert [spoken(each) for each in tab_walk(shown)] == ["Two records"]


@pytest.mark.parametrize("wish", [each for each in Theme if each is not Theme.SYSTEM])
def test_it_is_named_reachable_large_enough_and_whole(shown: Shown, appearance: Appearance, wish: Theme) -> None:
    appearance.choose(wish, 100)
    assert wrong_with(shown) == []


def test_nothing_is_cut_off_at_twice_the_text_size(shown: Shown, appearance: Appearance) -> None:
    with at_text_size(appearance, 200):
        assert wrong_with(shown) == []


def test_nothing_is_cut_off_where_texts_are_longer(qtbot: QtBot) -> None:
    with longer_texts():
        made = Shown()
        qtbot.addWidget(made)
        made.resize(1180, 700)
        made.show()
        assert wrong_with(made) == []
