"""Asking for a folder or a file leaves no trace of what was chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.checks import settle
from ui.kit import folders

NAME = "Zqname"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def say(chosen: Path, done: list[str]) -> None:
    """Type a path into the dialogue that is open and press its button."""

    def answer() -> None:
        dialogue = QApplication.activeModalWidget()
        assert isinstance(dialogue, QFileDialog)
        done.append(dialogue.windowTitle())
        field = dialogue.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        dialogue.setDirectory(str(chosen.parent))  # as by a double click
        field.setText(str(chosen))
        dialogue.accept()

    QTimer.singleShot(50, answer)


def of_dialogues() -> QSettings:
    """What Qt's own dialogues remember, for all programs of this user."""
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def traces(home: Path) -> set[str]:
    """The files of a home that name what was chosen."""
    return {path.name for path in home.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()}


def folder(parent: QWidget) -> Path | None:
    return folders.choose_folder(parent, "Where to")


def file(parent: QWidget) -> Path | None:
    return folders.choose_file(parent, "Which one", "*.txt")


@pytest.mark.parametrize(("ask", "below"), [(folder, NAME), (file, "list.txt")])
def test_what_was_chosen_is_in_no_list(
    parent: QWidget,
    own_home: Path,
    tmp_path: Path,
    ask: Callable[[QWidget], Path | None],
    below: str,
) -> None:
    (tmp_path / NAME / NAME).mkdir(parents=True)
    (tmp_path / NAME / "list.txt").touch()
    store = of_dialogues()
    store.remove("FileDialog")
    store.sync()
    done: list[str] = []
    say(tmp_path / NAME / below, done)
    assert ask(parent) == tmp_path / NAME / below
    assert len(done) == 1
    settle()
    store.sync()
    kept = Path(store.fileName())
    assert NAME not in kept.read_text("utf-8")
    assert traces(own_home) == set()


def test_the_dialogue_is_qts_own_so_that_the_system_keeps_no_list(parent: QWidget) -> None:
    seen: list[bool] = []

    def look() -> None:
        dialogue = QApplication.activeModalWidget()
        assert isinstance(dialogue, QFileDialog)
        seen.append(dialogue.testOption(QFileDialog.Option.DontUseNativeDialog))
        dialogue.reject()

    for ask in (folder, file):
        QTimer.singleShot(50, look)
        assert ask(parent) is None
    assert seen == [True, True]
