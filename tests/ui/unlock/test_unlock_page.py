from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import checks
from tests.ui.unlock.conftest import FirstWindow, Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE
from ui.kit.layouts import scroll_area_of
from ui.theme import Appearance, Theme


def to_open(window: FirstWindow, _qtbot: QtBot) -> None:
    window.presenter.back()


def to_make(window: FirstWindow, _qtbot: QtBot) -> None:
    window.presenter.make("", "", PASSPHRASE, PASSPHRASE)


def to_keep(window: FirstWindow, qtbot: QtBot) -> None:
    window.presenter.make("Sam Okafor", "Wakefield", PASSPHRASE, PASSPHRASE)
    qtbot.waitUntil(window.idle)


def to_recover(window: FirstWindow, _qtbot: QtBot) -> None:
    window.presenter.lost()
    window.presenter.recover("", "one", "two")


FACES = [to_open, to_make, to_keep, to_recover]


def wrong(window: FirstWindow) -> list[list[str]]:
    checks.settle()
    page = window.page
    tests = (checks.nameless, checks.same_named, checks.small_targets, checks.clipped, checks.unreachable)
    return [found for found in (test(page) for test in tests) if found]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("go", FACES)
def test_each_face_can_be_read_heard_and_reached(
    show: Show, qtbot: QtBot, appearance: Appearance, go: Callable[[FirstWindow, QtBot], None], size: int
) -> None:
    with checks.at_text_size(appearance, size):
        window = show()
        go(window, qtbot)
        assert wrong(window) == []


@pytest.mark.parametrize("go", FACES)
def test_each_face_has_room_for_longer_words(
    show: Show, qtbot: QtBot, go: Callable[[FirstWindow, QtBot], None]
) -> None:
    with checks.longer_texts():
        window = show()
        go(window, qtbot)
        assert wrong(window) == []


def test_text_only_has_room_too(made: RealDoor, show: Show, appearance: Appearance) -> None:
    appearance.choose(Theme.TEXT_ONLY, 100)
    assert wrong(show()) == []


def test_a_short_face_does_not_scroll_because_a_tall_one_was_shown(show: Show, qtbot: QtBot) -> None:
    window = show()
    window.page.resize(1024, 640)
    window.presenter.make("", "", PASSPHRASE, PASSPHRASE)  # the tallest of them, and it says what is wrong
    to_open(window, qtbot)
    checks.settle()
    area = scroll_area_of(window.page.open_panel)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert window.page.open_panel.height() < window.page.make_panel.sizeHint().height()


def test_the_way_on_from_the_recovery_key_stays_in_sight_while_the_lock_is_announced(
    show: Show, qtbot: QtBot, appearance: Appearance
) -> None:
    with checks.at_text_size(appearance, 200):
        window = show()
        window.page.resize(1366, 768)
        to_keep(window, qtbot)
        window.presenter.warn(30)
        checks.settle()
        keep = window.page.keep_panel
        assert keep.problem.isVisibleTo(window.page)
        assert [checks.spoken(each) for each in checks.tab_walk(keep)][-3:] == [
            "Print",
            keep.key.typed.words,
            "I have kept it",
        ]
        area = scroll_area_of(keep.go)
        assert area is not None
        foot = keep.go.mapTo(area.viewport(), keep.go.rect().bottomLeft()).y()
        assert foot < area.viewport().height()
