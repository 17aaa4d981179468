import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coachdesk.errors import AppError
from ui.crash import KEEP, CrashReports, report
from ui.kit.report_window import ReportWindow

SECRET = "Amira lives at 4 Mill Lane"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def clock() -> datetime:
    return NOON


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """The same error with a real stack in which a value was at hand."""
    words = SECRET
    try:
        assert words
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    made = CrashReports(tmp_path / "reports", version="1.2.3", clock=clock)
    undo = made.install()
    yield made
    undo()


def test_a_report_holds_versions_codes_and_the_stack_and_no_word_of_anybody() -> None:
    cause = raised(AppError("storage.busy", kind="answers"))
    text = "\n".join(report(raised(ValueError(SECRET), cause), version="1.2.3", moment=NOON))
    assert "CoachDesk 1.2.3" in text
    assert "ValueError" in text
    assert "AppError (storage.busy)" in text
    assert "test_crash.py, line" in text
    assert "in raised" in text
    for word in ("Amira", "Mill", "Lane", "answers", str(Path.home()), str(Path(__file__).parent)):
        assert word not in text.replace("test_crash.py", "")


def test_what_nobody_expected_is_written_down_and_told(reports: CrashReports) -> None:
    told: list[object] = []
    reports.reported.connect(told.append)
    error = raised(KeyError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    path = told[0]
    assert isinstance(path, Path)
    assert "KeyError" in path.read_text("utf-8")
    assert SECRET not in path.read_text("utf-8")


def test_an_error_in_a_thread_is_reported_too(qtbot: QtBot, reports: CrashReports) -> None:
    def work() -> None:
        raise ValueError(SECRET)

    with qtbot.waitSignal(reports.reported, timeout=5000):
        thread = threading.Thread(target=work, name="backup")
        thread.start()
        thread.join()
    text = next(reports.folder.glob("report-*.txt")).read_text("utf-8")
    assert "thread backup" in text
    assert SECRET not in text


def test_a_report_that_cannot_be_written_is_said_to_be_missing(reports: CrashReports) -> None:
    told: list[object] = []
    reports.reported.connect(told.append)
    reports.folder = reports.folder / "gone"
    error = raised(KeyError(SECRET))
    reports.caught(type(error), error, None)
    assert told == [None]


def test_old_reports_go(reports: CrashReports) -> None:
    for number in range(KEEP + 5):
        (reports.folder / f"report-20260101-000000-{number:06}.txt").write_text("old", "utf-8")
    error = raised(KeyError(SECRET))
    reports.caught(type(error), error, None)
    left = sorted(path.name for path in reports.folder.glob("report-*.txt"))
    assert len(left) == KEEP
    assert left[-1] == "report-20261201-120000-000000.txt"


def test_the_window_shows_exactly_what_the_file_holds_once_it_is_asked_to(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "report-1.txt"
    path.write_text("CoachDesk 1.2.3\nKeyError\n", "utf-8")
    window = ReportWindow(path)
    qtbot.addWidget(window)
    window.show()
    assert not window.report.isVisible()
    window.show_report.click()
    assert window.report.isVisible()
    assert window.report.toPlainText() == path.read_text("utf-8")
    assert "Nothing was sent." in " ".join(each.text() for each in window.findChildren(QLabel))


def test_without_a_report_the_window_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    window = ReportWindow(None)
    qtbot.addWidget(window)
    window.show()
    assert not window.show_report.isVisible()
    assert "There is no report" in " ".join(each.text() for each in window.findChildren(QLabel))
