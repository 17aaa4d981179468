"""A second start of the program: the first one comes to the front, and nobody else's does."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from ui.instance import Instance, ask_to_show, name_of

ASKS = "import sys, pathlib; from ui.instance import ask_to_show; print(ask_to_show(pathlib.Path(sys.argv[1])))"


def test_a_second_start_brings_the_first_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    owner, vault = QObject(), tmp_path / "coachdesk.cdvault"
    first = Instance(vault, owner)
    with (
        qtbot.waitSignal(first.asked, timeout=20000),
        subprocess.Popen(
            [sys.executable, "-c", ASKS, str(vault)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as other,
    ):
        said, _ = other.communicate(timeout=60)
    assert said.strip() == "True"
    first.close()
    assert not ask_to_show(vault)


def test_another_vault_is_another_program(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    owner = QObject()
    first = Instance(tmp_path / "coachdesk.cdvault", owner)
    assert not ask_to_show(tmp_path / "practice.cdvault")
    first.close()


def test_the_name_it_listens_under_tells_nothing(tmp_path: Path) -> None:
    assert "amira" not in name_of(tmp_path / "amira.cdvault")
