"""What is copied out of a field: kept out of the histories of clipboards, gone when the program locks, and never a row or a paper."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.clipboard import take_all_back
from ui.kit.plain_text import PlainText, TextToRead
from ui.kit.rows import Row, RowsView
from ui.kit.text_fields import GrowingText, Line, PassphraseLine
from ui.kit.top_bar import TopBar

SAID = "I go to the clinic on Tuesdays"
COPY, CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut


@pytest.fixture(autouse=True)
def clipboard(qtbot: QtBot) -> Iterator[None]:
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()


def lying() -> str:
    """The words on the clipboard, which are marked so that no history keeps them."""
    data = QApplication.clipboard().mimeData()
    assert {"x-kde-passwordManagerHint", 'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"'} <= {
        *data.formats()
    }
    assert not data.hasHtml()
    return data.text()


def of_the_menu(qtbot: QtBot, line: QLineEdit, name: str) -> None:
    QApplication.sendEvent(line, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2)))
    (action,) = (each for each in line.findChildren(QAction) if each.objectName() == name)
    action.trigger()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


@pytest.mark.parametrize("kind", [Line, GrowingText, PlainText])
def test_words_of_a_field_are_marked_and_gone_after_the_lock(
    qtbot: QtBot, kind: type[Line] | type[GrowingText]
) -> None:
    field = PlainText(SAID) if kind is PlainText else kind()
    shown(qtbot, field)
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(SAID)
    else:
        field.setText(SAID)
    field.selectAll()
    QTest.keySequence(field, QKeySequence(COPY))
    assert lying() == SAID
    take_all_back()
    assert QApplication.clipboard().text() == ""


def test_words_that_are_cut_wait_for_the_place_that_they_are_carried_to(qtbot: QtBot) -> None:
    line, area = Line(), GrowingText()
    for field in (line, area):
        shown(qtbot, field)
    line.setText(SAID)
    line.setSelection(0, 4)
    QTest.keySequence(line, QKeySequence(CUT))
    assert (lying(), line.text()) == (SAID[:4], SAID[4:])
    area.paste()
    assert area.toPlainText() == SAID[:4]
    line.undo()
    assert line.text() == SAID


@pytest.mark.parametrize(("name", "left"), [("edit-copy", SAID), ("edit-cut", "")])
def test_the_menu_of_a_line_does_the_same(qtbot: QtBot, name: str, left: str) -> None:
    bar = TopBar("Wakefield")
    shown(qtbot, bar)
    line = bar.find_box
    line.setText(SAID)
    line.selectAll()
    of_the_menu(qtbot, line, name)
    assert (lying(), line.text()) == (SAID, left)


def test_a_row_a_paper_and_a_passphrase_are_not_copied_by_a_key(qtbot: QtBot) -> None:
    rows, paper, secret = RowsView("People"), TextToRead("The document as text"), PassphraseLine("Passphrase")
    for each in (rows, paper, secret):
        shown(qtbot, each)
    rows.set_rows([Row("1", ("Amira Khalil", "10:30"))])
    rows.choose("1")
    paper.setPlainText(SAID)
    paper.selectAll()
    secret.line.setText(SAID)
    secret.line.selectAll()
    for field in (rows, paper, secret.line):
        for keys in (COPY, CUT):
            QTest.keySequence(field, QKeySequence(keys))
    assert QApplication.clipboard().text() == ""
    assert secret.line.text() == SAID
    assert paper.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert paper.createMimeDataFromSelection().formats() == []


def test_what_another_program_copied_stays(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("of another program")
    QApplication.clipboard().setMimeData(data)
    take_all_back()
    assert QApplication.clipboard().text() == "of another program"
