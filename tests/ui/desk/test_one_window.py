"""Nothing of a page stands in a window of its own for a moment: such a flash takes the keyboard away from the coach."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.checks import settle
from tests.ui.desk.conftest import Office


class Windows(QObject):
    """Notes the kind of everything that is shown as a window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.shown: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_page_and_no_part_of_one_shows_itself_as_a_window(office: Office, qapp: QApplication) -> None:
    windows = Windows(qapp)
    try:
        for place in ("people", "directory", "handover", "today"):
            office.desk.routes.go(place)
            settle()
        office.talk()
        settle()
        office.desk.screens.interview.want_plan()
        settle()
        office.desk.screens.plan.add_goal()
        settle()
        office.desk.routes.go("interview")
        office.desk.screens.interview.want_commitment()
        settle()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == []
