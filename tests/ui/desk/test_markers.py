"""Words of people stand in the encrypted vault and nowhere else on the machine, whatever the coach does."""

import logging
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.plans import Party
from tests.ui.checks import settle
from tests.ui.desk.conftest import LONG, Office
from tests.ui.full_disk import full_disk
from ui.crash import CrashReports

NAME, ANSWER, NOTE, SEALED, GOAL, ACTION = "Zqname", "Zqanswer", "Zqnote", "Zqsealed", "Zqgoal", "Zqaction"
MARKERS = (NAME, ANSWER, NOTE, SEALED, GOAL, ACTION)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def found(text: bytes) -> set[str]:
    """The markers in some bytes, in any of the usual writings."""
    return {marker for marker in MARKERS for code in ("utf-8", "utf-16-le", "utf-16-be") if marker.encode(code) in text}


def told(*folders: Path) -> Iterator[tuple[str, set[str]]]:
    """Every file whose bytes or whose name tells something."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            here = found(str(path).encode()) | (found(path.read_bytes()) if path.is_file() else set())
            if here:
                yield path.name, here


def work(office: Office, qtbot: QtBot, crash: CrashReports) -> Iterator[str]:
    """An hour of a coach with markers in every place for words; what stands in the titles of windows meanwhile."""
    desk = office.desk
    office.talk(given_name=NAME)
    state = desk.screens.interview.state()
    assert state is not None
    desk.screens.interview.answer("who_is_here", "alone")
    desk.screens.interview.answer("preferred_name", ANSWER)
    desk.screens.interview.set_note("preferred_name", NOTE)
    desk.screens.interview.go_to("card")
    desk.screens.interview.set_note("card_private", SEALED)
    desk.screens.interview.answer("goal", GOAL)
    desk.screens.interview.flush()
    yield from titles()
    plans, person = desk.services.plans, state.person.id
    plans.save_action(replace(plans.draft_action(person, Party.CLAIMANT), text=ACTION))
    desk.screens.interview.want_plan()
    yield from titles()
    desk.screens.interview.want_commitment()
    qtbot.waitUntil(
        lambda: desk.screens.commitment.state is not None and not desk.screens.commitment.state.busy, timeout=20000
    )
    yield from titles()
    with full_disk(office.vault.database):
        desk.screens.interview.answer("goal", GOAL + LONG)
        assert not desk.screens.interview.flush()
        yield office.said()
    desk.screens.interview.flush()
    bug = ValueError(f"{NAME} said {ANSWER}")
    crash.caught(type(bug), bug, None)
    desk.screens.interview.pause()
    desk.window.searched.emit(NAME)
    yield from titles()


def titles() -> Iterator[str]:
    settle()
    for each in QApplication.topLevelWidgets():
        yield each.windowTitle()


def test_no_word_of_a_person_is_left_anywhere_but_in_the_vault(
    office: Office,
    qtbot: QtBot,
    store: QSettings,
    own_home: Path,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    crash = CrashReports(own_home / "reports", version="1")
    crash.folder.mkdir()
    with caplog.at_level(logging.DEBUG):
        said = list(work(office, qtbot, crash))
        assert office.desk.close()
    store.sync()
    out, err = capfd.readouterr()
    lines = [record.getMessage() for record in caplog.records if record.name != "tests"]
    assert found("\n".join([*said, *lines, out, err]).encode()) == set()
    assert len(list(crash.folder.iterdir())) == 1
    assert any(own_home.rglob("*.cdvault"))
    assert list(told(own_home, temporary)) == []
    crash.deleteLater()
