import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from tests.ui.checks import (
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
    unreachable,
)
from ui.kit import (
    Button,
    Card,
    Chip,
    Columns,
    Edge,
    Identity,
    IdentityBar,
    Notice,
    NoticeBar,
    PagePicture,
    Row,
    RowsModel,
    RowsView,
    SavedStamp,
    TimeBar,
    column,
    icon_button,
    label,
    surface,
)
from ui.theme import Appearance, Theme

PAGES: dict[str, Callable[[], QWidget]] = {
    "today": gallery.ListPage,
    "interview": gallery.FieldPage,
    "safety": gallery.panel,
}


def wrong_with(page: str, qtbot: QtBot) -> list[str]:
    shown = PAGES[page]()
    qtbot.addWidget(shown)
    shown.resize(1180, 640)
    shown.show()
    settle()
    return nameless(shown) + same_named(shown) + small_targets(shown) + clipped(shown) + unreachable(shown)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("wish", [each for each in Theme if each is not Theme.SYSTEM])
def test_every_widget_is_named_reachable_large_enough_and_whole(
    appearance: Appearance, qtbot: QtBot, page: str, wish: Theme
) -> None:
    appearance.choose(wish, 100)
    assert wrong_with(page, qtbot) == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_at_twice_the_text_size(appearance: Appearance, qtbot: QtBot, page: str) -> None:
    with at_text_size(appearance, 200):
        assert wrong_with(page, qtbot) == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_where_texts_are_longer(qtbot: QtBot, page: str) -> None:
    with longer_texts():
        assert wrong_with(page, qtbot) == []


def test_a_page_that_is_open_while_the_text_grows_stays_whole(appearance: Appearance, qtbot: QtBot) -> None:
    page = gallery.FieldPage()
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    with at_text_size(appearance, 200):
        settle()
        assert page.columns.single()
        assert clipped(page) == []
    appearance.choose(Theme.BASIC, 100)
    settle()
    assert not page.columns.single()


def test_the_tab_key_goes_through_the_fields_in_reading_order(qtbot: QtBot) -> None:
    page = gallery.FieldPage()
    qtbot.addWidget(page)
    page.show()
    names = [spoken(each) for each in tab_walk(page)]
    assert names[:6] == [
        "What would you like to be different?",
        "5",
        "How sure are you? Why 5 and not lower?",
        "Name to use",
        "Yes",
        "Illness or injury",
    ]
    assert names[-3:] == ["Back", "Pause", "Continue"]


def test_a_notice_says_what_happened_and_does_one_thing(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.acted.connect(done.append)
    bar.show_notice(Notice("The appointment is on Friday now.", "done", "Undo", "undo-appointment"))
    assert "The appointment is on Friday now." in [each.text() for each in bar.findChildren(QLabel)]
    bar.action.click()
    bar.act()
    assert done == ["undo-appointment"]
    assert not bar.isVisible()


def test_an_icon_button_without_a_name_cannot_be_made(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="name"):
        icon_button("close", " ")


def test_an_edge_never_speaks_without_a_word(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="word"):
        Card("Take the CV to the library", edge=Edge.REQUIRED)


def test_the_saved_stamp_says_when_and_never_before(qtbot: QtBot) -> None:
    stamp = SavedStamp()
    qtbot.addWidget(stamp)
    assert stamp.text() == ""
    stamp.set_failed()
    assert stamp.text() == "Could not save"


def test_the_time_bar_says_the_minutes_on_request_only(qtbot: QtBot) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.set_time(2.5, "no minutes left")
    bar.show()
    words = bar.findChild(QLabel)
    assert words is not None
    assert not words.isVisible()
    bar.say()
    assert words.isVisible()
    assert words.text() == "no minutes left"


def test_rows_are_replaced_whole_and_whoever_was_chosen_stays_chosen(qtbot: QtBot) -> None:
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(gallery.ROWS)
    view = RowsView("Appointments", strong=1)
    qtbot.addWidget(view)
    chosen: list[str] = []
    opened: list[str] = []
    view.chosen.connect(chosen.append)
    view.opened.connect(opened.append)
    view.set_rows(gallery.ROWS)
    view.choose("reid")
    view.set_rows((Row("new", ("9am", "P. Nowak")), *gallery.ROWS))
    press(view, Qt.Key.Key_Return)
    assert view.chosen_id() == "reid"
    assert opened == ["reid"]
    view.set_rows(())
    assert view.chosen_id() == ""


def test_a_row_that_a_screen_reader_selects_is_the_one_that_is_chosen(qtbot: QtBot) -> None:
    view = RowsView("People")
    qtbot.addWidget(view)
    view.set_rows((Row("asha", ("Asha",)), Row("tom", ("Tom",))))
    view.show()
    view.choose("asha")
    told = QAccessible.queryAccessibleInterface(view).child(1)
    assert told.text(QAccessible.Text.Name) == "Tom"
    with qtbot.waitSignal(view.chosen) as chosen:
        told.actionInterface().doAction("Toggle")
    assert chosen.args == ["tom"]
    assert view.chosen_id() == "tom"


def test_a_row_is_read_out_whole() -> None:
    model = RowsModel()
    model.set_rows(gallery.ROWS)
    assert model.data(model.index(0, 0)) == "10am, A. Khalil, Review, 10 min, Face to face, Seen"


def test_the_identity_bar_says_name_and_needs_in_words(qtbot: QtBot) -> None:
    bar = IdentityBar()
    qtbot.addWidget(bar)
    bar.set_identity(gallery.FieldPage.identity(gallery.FieldPage.__new__(gallery.FieldPage)))
    assert [chip.words() for chip in bar.findChildren(Chip)] == ["Coloured paper", "After 10am only", "Polish"]
    bar.set_identity(Identity("Cal"))
    settle()
    assert [each.text() for each in bar.findChildren(QLabel)] == ["Cal"]
    bar.set_identity(None)
    assert not bar.isVisible()


def test_a_page_picture_is_as_wide_as_its_place_and_has_words(qtbot: QtBot) -> None:
    page = gallery.ListPage()
    qtbot.addWidget(page)
    assert page.paper.accessibleDescription() == "My commitments"
    with pytest.raises(ValueError, match="four bytes"):
        PagePicture(2, 2, b"")


def test_a_part_that_is_folded_away_comes_back_with_what_is_in_it(qtbot: QtBot) -> None:
    left, right = surface("clear"), surface("clear")
    words = label("Said last time", parent=right)
    columns = Columns([(left, 1, 100), (right, 1, 100)])
    qtbot.addWidget(columns)
    columns.resize(600, 300)
    columns.show()
    columns.fold(right, folded=True)
    assert not words.isVisible()
    columns.fold(right, folded=False)
    settle()
    assert words.isVisible()


def test_a_page_is_freed_when_it_closes() -> None:
    page = gallery.FieldPage()
    page.show()
    alive = weakref.ref(page)
    page.deleteLater()
    settle()
    del page
    gc.collect()
    assert alive() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_focus_is_pressed_by_enter_as_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    page = surface("clear")
    box = column(page)
    qtbot.addWidget(page)
    buttons = (Button("Book it"), icon_button("close", "Close this notice"))
    for button in buttons:
        box.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            press(button, key)


def test_enter_that_is_held_down_or_has_ctrl_beside_it_presses_nothing(qtbot: QtBot) -> None:
    button = Button("Book it")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(button, held)
    press(button, Qt.Key.Key_Return, keys=Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
