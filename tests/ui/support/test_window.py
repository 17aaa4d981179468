from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.self_check import Step
from coachdesk.support import Subject
from tests.vaults import made, setting
from ui.kit.buttons import Button
from ui.support import SupportWindow
from ui.tasks import Tasks


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    worker = Tasks()
    yield worker
    worker.close()


class Folders:
    """Where the coach saves it, or nowhere."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def choose(self, _parent: QWidget) -> Path | None:
        return self.folder


def checked() -> tuple[Step, ...]:
    return (Step("keys", ok=True, seconds=0.42, detail="A new vault."),)


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> SupportWindow:
    made = SupportWindow(Subject(), tasks, folders=Folders(tmp_path).choose, check=checked)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_shown_before_it_is_saved_and_saved_letter_by_letter(
    window: SupportWindow, tmp_path: Path
) -> None:
    shown = window.content.toPlainText()
    assert "== Screen ==\nPySide6 " in shown
    window.save_button.click()
    (saved,) = tmp_path.iterdir()
    assert saved.read_text("utf-8") == shown
    assert window.said.text() == f"Saved as {saved.name}."


def test_that_it_was_saved_is_noted_in_the_vault_that_is_open(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    folder, out = tmp_path / "vault", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    with closing(made(setting(folder))) as vault:
        window = SupportWindow(Subject(), tasks, services=vault.services, folders=Folders(out).choose, check=checked)
        qtbot.addWidget(window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.save_button.click()
        assert len(list(out.iterdir())) == 1
        (line,) = vault.services.administration.audit(limit=1)
        assert line.text == "A support file, without anything about people, was saved."


def test_it_can_be_searched_and_says_so_where_a_word_is_not_there(window: SupportWindow) -> None:
    window.search.line.setText("idle_lock")
    window.search.line.returnPressed.emit()
    assert window.content.textCursor().selectedText() == "idle_lock"
    window.search.line.setText("ostrich")
    window.search.line.returnPressed.emit()
    assert window.said.text() == "That is not in the file."


def test_each_part_is_one_press_away(window: SupportWindow) -> None:
    chip = next(each for each in window.findChildren(Button) if each.text() == "Log")
    chip.click()
    assert window.content.textCursor().block().text() == "== Log =="


def test_the_self_check_is_added_on_request(window: SupportWindow, qtbot: QtBot) -> None:
    window.check_button.click()
    qtbot.waitUntil(lambda: "keys: fine, 0.42 s" in window.content.toPlainText(), timeout=5000)
    assert not window.check_button.isVisible()


def test_a_folder_that_is_gone_is_said_in_the_window(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    window = SupportWindow(Subject(), tasks, folders=Folders(tmp_path / "gone").choose, check=checked)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    window.save_button.click()
    assert window.said.isVisible()
    assert "Saved" not in window.said.text()
