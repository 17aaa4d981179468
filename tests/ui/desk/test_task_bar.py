"""The task bar, the list of windows and what the computer remembers of them say CoachDesk, wherever one is."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.kit.report_window import ReportWindow
from ui.settings import KEYS


def titles() -> set[str]:
    """The titles of all windows; without one there is none in the task bar."""
    return {each.windowTitle() for each in QApplication.topLevelWidgets()} - {""}


def test_no_place_of_a_person_has_another_title(office: Office) -> None:
    office.talk(given_name="Zqname")
    for place in ("interview", "plan", "commitment"):
        office.desk.routes.go(place)
        settle()
        assert titles() == {"CoachDesk"}, place
    office.desk.screens.interview.pause()
    for place in ("today", "people", "person", "administration", "handover"):
        office.desk.routes.go(place)
        settle()
        assert titles() == {"CoachDesk"}, place
    report = ReportWindow(None, office.desk.window)
    assert report.windowTitle() == "CoachDesk"
    report.deleteLater()


def test_the_settings_hold_what_is_declared_and_nobody(office: Office, store: QSettings) -> None:
    office.talk(given_name="Zqname")
    office.desk.keeper.set_minutes(7)
    store.sync()
    assert set(store.allKeys()) <= {key.name for key in KEYS}
    assert not any("Zqname" in str(store.value(name)) for name in store.allKeys())
