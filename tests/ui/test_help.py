"""F1: all keys, and the guides that come with the program."""

import re
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachdesk.guides import GUIDES, guide
from coachdesk.i18n import Language
from coachdesk.paths import documentation, resources
from tests.ui.checks import nameless
from ui import keys
from ui.help import GuideWindow, HelpSheet
from ui.theme import TEXT_SIZES, Theme

CATALOGUE = resources("locale", "cy", "LC_MESSAGES", "coachdesk.po")
CHOSEN = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
MERELY_SAID = {"you", "vault"}
"""Set in italics for another reason than that the program calls something so."""

KEY = re.compile(r"\b(?:(?:Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z0-9]\b|\+|Enter|Left)|F\d\d?\b)")


def opened(qtbot: QtBot, name: str) -> GuideWindow:
    window = GuideWindow(name)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    return window


def test_every_guide_is_offered() -> None:
    assert {path.stem for path in documentation("guides").glob("*.md")} == set(GUIDES)


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short_whole_and_never_asks_the_network(name: str, qtbot: QtBot) -> None:
    window = opened(qtbot, name)
    text = guide(name, Language.ENGLISH).text
    heading, *_rest = window.text.toPlainText().split("\n")
    assert heading == text.split("\n")[0].removeprefix("# ")
    assert len(text.split()) < 1200, "a page or two"
    assert "://" not in text
    for picture in re.findall(r"!\[([^]]+)\]\(([^)]+)\)", text):
        shown = window.text.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(picture[1]))
        assert isinstance(shown, QImage)
        assert not shown.isNull()
    assert nameless(window) == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_key_that_a_guide_names_does_what_there_is(name: str) -> None:
    there = {action.key.replace("Return", "Enter") for action in keys.ACTIONS}
    named = set(KEY.findall(guide(name, Language.ENGLISH).text))
    assert named <= there


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_says_to_choose_is_called_so_in_the_program(name: str) -> None:
    there = {message.id for message in read_po(BytesIO(CATALOGUE.read_bytes())) if isinstance(message.id, str)}
    named = {" ".join(each.split()) for each in CHOSEN.findall(guide(name, Language.ENGLISH).text)}
    assert {each for each in named - there - MERELY_SAID if not there.issuperset(each.split(", "))} == set()


def test_the_accessibility_statement_says_how_large_text_gets_and_how_many_looks_there_are() -> None:
    text = guide("accessibility", Language.ENGLISH).text
    assert f"Text from {TEXT_SIZES[0]} to {TEXT_SIZES[-1]} per cent" in text
    assert (len(Theme), "Four looks, two of them dark and one of text only; or as the" in text) == (5, True)


def test_a_guide_opens_from_the_sheet(qtbot: QtBot) -> None:
    sheet = HelpSheet()
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    buttons = {each.accessibleName(): each for each in sheet.findChildren(QPushButton)}
    buttons["Accessibility"].click()
    (window,) = sheet.findChildren(GuideWindow)
    assert "Work without a mouse" in window.text.toPlainText()
    window.close()


def test_the_sheet_lists_every_action_with_its_key_and_what_can_be_undone(qtbot: QtBot) -> None:
    sheet = HelpSheet()
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    texts = {each.text() for each in sheet.findChildren(QLabel)}
    assert {keys.words(action.id) for action in keys.ACTIONS} <= texts
    assert {keys.shown(action.id) for action in keys.ACTIONS} <= texts
    assert set(keys.UNDOABLE) <= texts
    assert nameless(sheet) == []
