"""A second start of the program: the first one at this sign-in comes to the front, and nobody else's does."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from ui.instance import Instance, ask_to_show, name_of
from ui.session import here

ASKS = "import sys, pathlib; from ui.instance import ask_to_show; print(ask_to_show(pathlib.Path(sys.argv[1]), 'here'))"


def test_a_second_start_brings_the_first_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    owner, vault = QObject(), tmp_path / "coachdesk.cdvault"
    first = Instance(vault, "here", owner)
    with (
        qtbot.waitSignal(first.asked, timeout=20000),
        subprocess.Popen(
            [sys.executable, "-c", ASKS, str(vault)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as other,
    ):
        said, _ = other.communicate(timeout=60)
    assert said.strip() == "True"
    first.close()
    assert not ask_to_show(vault, "here")


def test_a_file_that_is_opened_on_the_desktop_comes_to_the_program_that_runs(tmp_path: Path, qtbot: QtBot) -> None:
    owner, vault = QObject(), tmp_path / "coachdesk.cdvault"
    file = tmp_path / "Siân's folder" / "coachdesk-2026.coachdesk-handover"
    first = Instance(vault, "here", owner)
    with qtbot.waitSignal(first.asked) as heard:
        assert ask_to_show(vault, "here", file)
    assert heard.args == [str(file)]
    first.close()


def test_another_vault_is_another_program(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    owner = QObject()
    first = Instance(tmp_path / "coachdesk.cdvault", "here", owner)
    assert not ask_to_show(tmp_path / "practice.cdvault", "here")
    first.close()


def test_the_name_it_listens_under_tells_nothing(tmp_path: Path) -> None:
    assert "amira" not in name_of(tmp_path / "amira.cdvault", here())


def test_at_another_sign_in_it_is_not_this_programs_window_that_comes_to_the_front(
    tmp_path: Path, qtbot: QtBot
) -> None:
    owner, vault = QObject(), tmp_path / "coachdesk.cdvault"
    first = Instance(vault, "here", owner)
    with qtbot.assertNotEmitted(first.asked):
        assert not ask_to_show(vault, "there")
    second = Instance(vault, "there", owner)
    with qtbot.waitSignal(second.asked), qtbot.assertNotEmitted(first.asked):
        assert ask_to_show(vault, "there")
    first.close()
    second.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows numbers its sessions")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_each_screen_of_a_linux_computer_is_a_sign_in_of_its_own(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, ":7")
    one = here()
    assert one == here()
    monkeypatch.setenv(variable, ":8")
    assert here() != one
    assert here().isalnum()
