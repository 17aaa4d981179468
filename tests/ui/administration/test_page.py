import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import checks
from tests.ui.administration.conftest import Screen, Show
from tests.vaults import PASSPHRASE
from ui.administration import state as at
from ui.theme import Appearance, Theme

SECTIONS = [
    *(at.KEYS, at.LOCK, at.LOOK, at.BACKUPS, at.COPIES, at.CONTENT, at.SETTINGS, at.DECISIONS, at.AUDIT, at.CHECK),
]
LOOKS = [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)]


def wrong(screen: Screen, qtbot: QtBot) -> list[list[str]]:
    qtbot.waitUntil(screen.idle)
    checks.settle()
    tests = (checks.nameless, checks.same_named, checks.small_targets, checks.clipped, checks.unreachable)
    return [found for found in (test(screen.page) for test in tests) if found]


def with_findings(screen: Screen, qtbot: QtBot) -> Screen:
    """Everything that can be on the screen."""
    screen.presenter.backups.make()
    screen.presenter.backups.test_last()
    screen.presenter.check_program()
    screen.presenter.change_passphrase("one", "two", "three")
    qtbot.waitUntil(screen.idle)
    return screen


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(("wish", "size"), LOOKS)
def test_each_section_can_be_read_heard_and_reached(
    show: Show, qtbot: QtBot, appearance: Appearance, section: str, wish: Theme, size: int
) -> None:
    with checks.at_text_size(appearance, size, wish):
        screen = with_findings(show(), qtbot)
        screen.choose(section)
        assert wrong(screen, qtbot) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_has_room_for_longer_words(show: Show, qtbot: QtBot, section: str) -> None:
    with checks.longer_texts():
        screen = with_findings(show(), qtbot)
        screen.choose(section)
        assert wrong(screen, qtbot) == []


@pytest.mark.parametrize("size", [100, 200])
def test_a_new_recovery_key_is_shown_whole(show: Show, qtbot: QtBot, appearance: Appearance, size: int) -> None:
    with checks.at_text_size(appearance, size):
        screen = show()
        screen.presenter.renew_recovery_key(PASSPHRASE)
        assert wrong(screen, qtbot) == []


def test_arrows_go_from_section_to_section_and_tab_passes_them_at_once(show: Show, qtbot: QtBot) -> None:
    screen = show()
    with qtbot.waitActive(screen.page):
        screen.page.activateWindow()
    first = screen.page.sections.button(at.KEYS)
    assert [each for each in checks.tab_walk(screen.page) if each.parent() is first.parent()] == [first]
    first.setFocus()
    checks.press(first, Qt.Key.Key_Right)
    assert screen.page.lock.isVisible()
    assert not screen.page.keys.isVisible()
    assert screen.presenter.state.section == at.LOCK


def test_every_section_begins_in_the_same_place(show: Show, qtbot: QtBot) -> None:
    screen = show()
    begins = set()
    for section, shown in screen.page.sections.sections.items():
        screen.choose(section)
        qtbot.waitUntil(screen.idle)
        checks.settle()
        begins.add(shown.content.mapTo(screen.page, shown.content.rect().topLeft()).toTuple())
    assert len(begins) == 1


@pytest.mark.parametrize("section", SECTIONS)
def test_tab_goes_the_way_the_eye_goes(show: Show, qtbot: QtBot, section: str) -> None:
    screen = with_findings(show(), qtbot)
    screen.choose(section)
    assert wrong(screen, qtbot) == []
    walked = checks.tab_walk(screen.page)
    assert walked[0] is screen.page.sections.button(section)
    heights = [each.mapTo(screen.page, each.rect().topLeft()).y() for each in walked]
    assert heights == sorted(heights)
