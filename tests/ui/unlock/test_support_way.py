"""Whoever cannot open the vault still reaches the support file, and is told how the program died the last time."""

from PySide6.QtWidgets import QLabel

from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from ui.kit.report_window import ReportWindow


def test_the_support_file_is_one_press_away_before_a_vault_is_open(made: RealDoor, show: Show) -> None:
    window, wanted = show(), list[bool]()
    window.page.support_wanted.connect(lambda: wanted.append(True))
    window.page.support_button.click()
    assert wanted == [True]


def test_how_the_program_died_is_said_with_the_report_one_press_away(made: RealDoor, show: Show) -> None:
    window, wanted = show(), list[bool]()
    words = "CoachDesk ended by itself the last time. What was saved is safe."
    assert words not in [each.text() for each in window.page.findChildren(QLabel)]
    window.page.tell_died()
    window.page.report_wanted.connect(lambda: wanted.append(True))
    assert words in [each.text() for each in window.page.findChildren(QLabel)]
    window.page.report_button.click()
    assert wanted == [True]
    report = ReportWindow(None, died=True)
    assert words in [each.text() for each in report.findChildren(QLabel)]
    report.deleteLater()
