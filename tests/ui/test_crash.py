import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coachdesk.errors import AppError
from coachdesk.paths import log_folder
from tests.conftest import ROOT
from ui import noting
from ui.crash import KEEP, CrashReports, of_a_fault, report
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


DIES = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.crash import CrashReports
app = QCoreApplication([])
reports = CrashReports(Path(sys.argv[1]), version="1.2.3")
print(reports.left_behind())
reports.install()
words = "Amira lives at 4 Mill Lane"
if sys.argv[2] == "dies":
    os.kill(os.getpid(), signal.SIGSEGV)
"""


def start(folder: Path, how: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(folder), how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def test_how_the_program_died_is_told_at_the_next_start_once_and_without_a_path(tmp_path: Path) -> None:
    assert start(tmp_path, "dies") == (-signal.SIGSEGV, "None")
    code, told = start(tmp_path, "lives")
    assert (code, start(tmp_path, "lives")) == (0, (0, "None"))
    text = Path(told).read_text("utf-8")
    assert "Died: Segmentation fault" in text
    assert "line 12, in <module>" in text
    for word in ("Amira", str(tmp_path), str(ROOT), str(Path.home())):
        assert word not in text


def test_only_lines_of_the_fault_handler_are_taken_from_what_it_left() -> None:
    left = [
        "Fatal Python error: Aborted",
        SECRET,
        '  File "/home/amira/ui/app.py", line 3 in main',
        "Extension modules: x",
    ]
    assert list(of_a_fault(left)) == ["Died: Aborted", "  ui/app.py, line 3, in main"]


def test_reports_are_for_the_coach_alone_and_a_folder_that_is_closed_stops_nobody(
    reports: CrashReports, tmp_path: Path
) -> None:
    error = raised(KeyError(SECRET))
    reports.caught(type(error), error, None)
    assert {path.stat().st_mode & 0o077 for path in reports.folder.iterdir()} == {0}
    (tmp_path / "file").write_text("in the way", "utf-8")
    closed = CrashReports(tmp_path / "file" / "reports", version="1")
    assert closed.left_behind() is None
    closed.install()()


def test_what_qt_says_is_noted_as_a_category_and_never_printed(
    qapp: QApplication, own_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    undo = noting.begin()
    try:
        qWarning(SECRET)
    finally:
        undo()
    (line,) = (log_folder() / "coachdesk.log").read_text("utf-8").splitlines()
    assert (json.loads(line)["event"], json.loads(line)["kind"]) == ("qt", "default")
    assert "Amira" not in line + "".join(capfd.readouterr())


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS have other ways")
def test_no_image_of_the_program_is_written_when_it_dies(tmp_path: Path) -> None:
    code = (
        "import os, resource, signal; from coachdesk.logs.dumps import forbid_dumps; forbid_dumps();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), os.stat('/proc/self/mem').st_uid, flush=True);"
        "os.abort()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "(0, 0) 0"
    assert done.returncode == -signal.SIGABRT
    assert list(tmp_path.iterdir()) == []
