from datetime import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.caseload import booked, person
from ui.today import TodayPage, TodayPresenter


@pytest.fixture
def files(opened: Opened, presenter: TodayPresenter, qtbot: QtBot, tmp_path: Path) -> TodayPage:
    """The page of a day with one appointment; whoever is asked for a folder or a file names the same."""

    def folder(_parent: QWidget, _words: str) -> Path:
        return tmp_path

    def file(_parent: QWidget, _words: str, _kind: str) -> Path:
        return tmp_path / "coachdesk-2026-11-30.ics"

    booked(opened, person(opened, "Cal", "Reid"), time(10))
    page = TodayPage(presenter, ask_folder=folder, ask_file=file)
    qtbot.addWidget(page)
    page.arrived()
    return page


def test_the_week_is_given_out_and_what_another_calendar_has_comes_in(
    files: TodayPage, presenter: TodayPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(presenter.noticed) as noticed:
        files.out.click()
    assert noticed.args[0].text == "The week is in coachdesk-2026-11-30.ics, without names."
    written = tmp_path / "coachdesk-2026-11-30.ics"
    written.write_text(written.read_text("utf-8").replace("T100000", "T120000"), "utf-8")
    with qtbot.waitSignal(presenter.noticed) as noticed:
        files.into.click()
    assert noticed.args[0].text == "One busy time was taken over, up to Wednesday 1 December 2027."
    assert files.open.text() == "Free: 9am to 10am, 10:10am to 12pm, 12:10pm to 5pm."


def test_a_file_that_makes_no_sense_is_refused_with_its_line(
    files: TodayPage, presenter: TodayPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "coachdesk-2026-11-30.ics").write_text("BEGIN:VCALENDAR\nnonsense\n", "utf-8")
    with qtbot.waitSignal(presenter.failed) as failed:
        files.into.click()
    assert failed.args[0].details == {"line": 2}
    assert files.open.text() == "Free: 9am to 10am, 10:10am to 5pm."
