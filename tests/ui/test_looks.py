import re
import sys

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.paths import resources
from tests.ui.checks import at_text_size, contrast, ring_contrast, settle
from ui import theme
from ui.kit import Button, ChoiceGroup, Option, TextLine, column, label, surface
from ui.kit.marks import Radio
from ui.theme import Appearance, Theme

THEMES = [each for each in Theme if each is not Theme.SYSTEM]


def too_weak(wish: Theme, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    colours = theme.colours_of(wish)
    measured = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in pairs}
    return [f"{pair}: {ratio:.2f}" for pair, ratio in measured.items() if ratio < least]


@pytest.mark.parametrize("wish", THEMES)
def test_every_text_can_be_read_and_every_edge_that_means_something_can_be_seen(wish: Theme) -> None:
    assert too_weak(wish, theme.TEXT_PAIRS, 4.5) == []
    assert too_weak(wish, theme.SHAPE_PAIRS, 3) == []


def test_the_sheet_names_no_colour_and_has_no_rule_about_every_widget() -> None:
    sheet = resources("theme.qss").read_text("utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", sheet) == []
    assert re.findall(r"^\s*(?:QWidget|\*)\s*\{", sheet, re.MULTILINE) == []


def test_the_contrast_theme_of_the_system_wins_over_the_wish_of_the_coach() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    found = theme.resolve(Theme.DARK, dark=True, contrast=palette, text_size=100)
    assert found.colours["page"] == QColor("black").name()
    assert found.colours["text"] == found.colours["muted"] == found.colours["bad"] == QColor("yellow").name()


@pytest.mark.parametrize(("dark", "shown"), [(True, Theme.DARK), (False, Theme.BASIC)])
def test_without_a_wish_the_look_follows_the_system(*, dark: bool, shown: Theme) -> None:
    assert theme.resolve(Theme.SYSTEM, dark=dark, contrast=None, text_size=100).theme is shown


def test_text_grows_to_twice_its_size_and_no_further(appearance: Appearance, qtbot: QtBot) -> None:
    text = label("Where to", "title")
    qtbot.addWidget(text)
    text.show()
    appearance.choose(Theme.BASIC, 200)
    assert text.fontInfo().pixelSize() == 48
    appearance.choose(Theme.BASIC, 300)
    assert theme.look().text_size == 200


def test_text_only_shows_no_icon(appearance: Appearance, qtbot: QtBot) -> None:
    button = Button("Add a goal", icon="add")
    qtbot.addWidget(button)
    assert not button.icon().isNull()
    appearance.choose(Theme.TEXT_ONLY, 100)
    settle()
    assert button.icon().isNull()
    assert button.text() == "Add a goal"


@pytest.mark.parametrize("wish", THEMES)
def test_the_focus_ring_stands_out_in_every_theme(appearance: Appearance, qtbot: QtBot, wish: Theme) -> None:
    appearance.choose(wish, 100)
    window = surface("page")
    qtbot.addWidget(window)
    box = column(window, margins=(24, 24, 24, 24), spacing=24)
    line, go, radio = TextLine("Name"), Button("Continue", "go"), Radio()
    for each in (line, go, radio):
        box.addWidget(each)
    window.resize(400, 260)
    with qtbot.waitActive(window):
        window.show()
    for control in (line.line, go, radio):
        control.clearFocus()
        settle()
        before = window.grab().toImage()
        control.setFocus()
        settle()
        assert ring_contrast(before, window.grab().toImage()) >= 3


@pytest.mark.parametrize("per_cent", theme.TEXT_SIZES)
def test_the_mark_of_a_choice_stands_beside_the_middle_of_its_first_line(
    appearance: Appearance, qtbot: QtBot, per_cent: int
) -> None:
    group = ChoiceGroup(
        "Who is with us?", (Option("none", "Nobody else, and we can talk freely"), Option("b", "A child"))
    )
    qtbot.addWidget(group)
    group.resize(700, 400)
    group.show()
    with at_text_size(appearance, per_cent):
        settle()
        (words,) = [each for each in group.findChildren(QLabel) if each.buddy() is group.buttons[0]]
        mark = group.buttons[0].mapTo(group, group.buttons[0].rect().center()).y()
        assert abs(words.mapTo(group, words.rect().center()).y() - mark) <= 2


def test_a_link_begins_where_the_text_above_it_begins(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.choose(Theme.BASIC, 100)
    window = surface("page")
    qtbot.addWidget(window)
    box = column(window, margins=(24, 24, 24, 24))
    above, link = label("Hello"), Button("Have a look", "link")
    box.addWidget(above)
    box.addWidget(link)
    window.show()
    settle()
    assert abs(first_ink(link) - first_ink(above)) <= 1  # an underline begins before the first stroke of a letter


def first_ink(widget: QWidget) -> int:
    """How far from its left edge a widget begins to draw."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, 0)
    drawn = (x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) != ground)
    return next(drawn)


def test_qt_calls_do_not_leak_references(qtbot: QtBot) -> None:
    text = QLabel()  # qt-pitfalls 5.1: with PySide6 6.12 on CPython 3.11 the program dies after some 5,000 calls
    qtbot.addWidget(text)
    before = sys.getrefcount(None)
    for _call in range(200):
        text.setText("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_pictures_are_drawn_in_fira_sans_where_the_machine_has_no_screen(qapp: QApplication) -> None:
    assert qapp.font().family() == "Fira Sans"
