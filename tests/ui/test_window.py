import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from tests.ui.checks import (
    at_text_size,
    clipped,
    nameless,
    press,
    same_named,
    settle,
    tab_walk,
    told,
    unreachable,
    use_key,
)
from ui.kit import Notice, Row
from ui.kit.neutral import NeutralScreen
from ui.main_window import MainWindow
from ui.theme import Appearance


@pytest.fixture
def window(qtbot: QtBot, store: QSettings) -> MainWindow:
    made = gallery.window(store, grace=0.05)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def interview(window: MainWindow) -> gallery.FieldPage:
    page = window._page_of("interview")
    assert isinstance(page, gallery.FieldPage)
    return page


def come_back(window: MainWindow) -> None:
    """Press the one button of the neutral screen."""
    (neutral,) = window.findChildren(NeutralScreen)
    neutral.back.click()


def seen(window: QWidget) -> str:
    """Every word that can be seen in a window, lists included."""
    words = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    for page in window.findChildren(gallery.ListPage):
        if page.list.isVisible():
            words += [cell for row in page.list.rows_model.rows() for cell in row.cells]
    return "\n".join(words)


def test_the_window_is_called_coachdesk_whoever_it_shows(window: MainWindow) -> None:
    window.go("interview")
    assert window.windowTitle() == "CoachDesk"


def test_the_frame_is_named_reachable_and_whole_on_the_smallest_screen(window: MainWindow) -> None:
    window.resize(1366, 768)
    for name in ("today", "interview"):
        interview(window).open = False
        window.go(name)
        settle()
        assert nameless(window) + same_named(window) + clipped(window) + unreachable(window) == []


def test_nothing_of_the_frame_is_cut_off_at_twice_the_text_size(window: MainWindow, appearance: Appearance) -> None:
    window.resize(1366, 768)
    with at_text_size(appearance, 200):
        for name in ("today", "interview"):
            window.go(name)
            settle()
            assert clipped(window) == []
        assert window.width() == 1366


def test_a_key_of_the_rail_leads_to_its_page(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, "2", Qt.KeyboardModifier.AltModifier)
    window.go("people")
    assert window.here() == "people"
    assert window.rail.buttons["people"].isChecked()
    window.rail.buttons["today"].click()
    assert window.here() == "today"


def test_while_an_interview_is_open_nobody_else_can_be_seen_or_reached(window: MainWindow) -> None:
    window.found_list.show_found([Row("khalil", ("A. Khalil",))])
    window.go("interview")
    settle()
    assert not any(name in seen(window) for name in gallery.NAMES)
    assert not window.top.find_box.isVisible()
    assert not window.found_list.isVisible()
    for name in ("today", "people", "administration"):
        assert not window.rail.buttons[name].isVisible()
        window.go(name)
        assert window.here() == "interview"
    notice = window.notices.notice()
    assert notice is not None
    assert notice.text.startswith("Pause or end the interview first.")
    assert window.rail.buttons["safety"].isVisible()
    assert window.rail.buttons["lock"].isVisible()


def test_while_an_interview_is_open_a_screen_reader_is_told_of_nobody_else_not_even_what_is_hidden(
    window: MainWindow,
) -> None:
    window.found_list.show_found([Row("khalil", ("A. Khalil",))])
    assert all(name in told(window) for name in ("A. Khalil", *gallery.NAMES))
    window.go("interview")
    settle()
    assert not any(name in told(window) for name in ("A. Khalil", *gallery.NAMES))
    interview(window).open = False
    window.go("today")
    settle()
    assert all(name in told(window) for name in gallery.NAMES)


def test_what_was_done_for_somebody_else_is_not_said_into_an_interview(window: MainWindow) -> None:
    window.show_notice(Notice("The next contact with A. Khalil is due on Friday.", "done", "Undo", "undo"))
    window.go("interview")
    assert not window.notices.isVisible()
    assert "A. Khalil" not in told(window.notices)
    window.show_notice(Notice("Saved as plan.pdf.", "done"))
    interview(window).standing_changed.emit()
    assert window.notices.isVisible()


def test_after_a_pause_the_others_are_back(window: MainWindow) -> None:
    window.go("interview")
    interview(window).open = False
    interview(window).standing_changed.emit()
    assert window.top.find_box.isVisible()
    window.go("today")
    assert window.here() == "today"
    assert window.identity.identity() is None


def test_hide_now_leaves_nothing_to_see_and_returns_to_the_same_field(window: MainWindow) -> None:
    window.go("interview")
    area = interview(window).fields[0].focusProxy()
    assert area is not None
    area.setFocus()
    window.hide_now()
    settle()
    assert seen(window) == ""
    press(window, Qt.Key.Key_Escape)
    assert seen(window) == ""
    come_back(window)
    assert "Amira" in seen(window)
    assert area.hasFocus()


def test_hidden_for_longer_than_the_grace_it_asks_for_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_wanted, timeout=5000):
        window.hide_now()
    assert seen(window) == ""


def test_the_turned_screen_shows_what_the_page_offers_and_nothing_else(window: MainWindow) -> None:
    window.go("interview")
    window.turn()
    settle()
    assert seen(window) == "Where to\nWhat would you like to be different?"
    window.turn()
    assert "Amira" in seen(window)


def test_a_page_that_offers_nothing_cannot_be_turned(window: MainWindow) -> None:
    window.turn()
    notice = window.notices.notice()
    assert notice is not None
    assert notice.text == "There is nothing on this page to show to the person."
    assert "Khalil" in seen(window)


def test_the_safety_panel_covers_everything_and_survives_hide_now(window: MainWindow, qtbot: QtBot) -> None:
    window.go("interview")
    with qtbot.waitSignal(window.safety_opened):
        window.toggle_safety()
    settle()
    assert "Stay with the person." in seen(window)
    assert "Amira" not in seen(window)
    window.hide_now()
    come_back(window)
    assert "Stay with the person." in seen(window)
    with qtbot.waitSignal(window.safety_closed):
        window.toggle_safety()
    assert "Amira" in seen(window)


def test_what_was_found_is_taken_with_enter_and_forgotten(window: MainWindow) -> None:
    taken: list[str] = []
    window.found.connect(taken.append)
    window.top.find_box.setText("kha")
    window.found_list.show_found([Row("khalil", ("A. Khalil", "Review")), Row("khan", ("B. Khan", ""))])
    press(window.top.find_box, Qt.Key.Key_Return)
    assert taken == ["khalil"]
    assert window.top.find_box.text() == ""
    assert not window.found_list.isVisible()


def test_a_notice_offers_its_action_to_whoever_made_the_window(window: MainWindow) -> None:
    acted: list[str] = []
    window.acted.connect(acted.append)
    window.show_notice(Notice("Let go of one action.", "done", "Undo", "undo"))
    window.notices.act()
    assert acted == ["undo"]


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow) -> None:
    window.top.find_box.setFocus()
    use_key(window, "regions")
    assert window.pages.isAncestorOf(window.focusWidget())
    use_key(window, "regions")
    assert window.rail.isAncestorOf(window.focusWidget())


def test_the_tab_key_visits_every_control_once_from_the_rail_to_the_page(window: MainWindow) -> None:
    walked = tab_walk(window)
    assert walked[0] is window.rail.buttons["today"]
    assert walked.index(window.top.find_box) < len(walked) - 1


def test_the_window_remembers_its_place_and_nothing_about_people(
    window: MainWindow, store: QSettings, qtbot: QtBot
) -> None:
    window.resize(1024, 700)  # larger than the screen of the offscreen platform it would be cut down
    window.go("interview")
    window.close()
    again = gallery.window(store)
    qtbot.addWidget(again)
    assert again.size() == window.size()
    assert store.allKeys() == ["window/geometry"]
