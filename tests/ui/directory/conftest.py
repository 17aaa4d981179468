from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.caseload import opened
from ui.directory import DirectoryPage, DirectoryPresenter

__all__ = ("opened",)

PROFILE = """name = "Wakefield, leisure centre"

[[provision]]
id = "bus-pass"
name = "Bus pass fund"
does = "Pays the bus for a month."
who = "Whoever starts a job."
status = "open"
terms = "voluntary"
refer = "Ask Dee at the front desk."
phone = "01632 960002"
waiting = "About a week."
source = "Wakefield Council"
last_checked = 2026-11-20
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which an administrator laid a site profile with a row of its own."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr("coachdesk.paths.MACHINE", folder)
    (folder / "site-profile.toml").write_text(PROFILE, "utf-8")
    return folder


@pytest.fixture
def presenter(opened: Opened) -> DirectoryPresenter:
    return DirectoryPresenter(opened.services)


@pytest.fixture
def page(presenter: DirectoryPresenter, qtbot: QtBot) -> DirectoryPage:
    shown = DirectoryPage(presenter)
    qtbot.addWidget(shown)
    shown.resize(1186, 640)
    shown.show()
    return shown
