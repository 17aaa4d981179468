"""Other windows of the program out of sight while one screen is the only one that may be seen."""

import shiboken6
from PySide6.QtWidgets import QApplication, QToolTip, QWidget


class Aside:
    """Puts every other visible window aside, a sheet or a report as well, and brings them back."""

    def __init__(self, keep: QWidget) -> None:
        self._keep = keep
        self._put: list[QWidget] = []

    def put(self) -> None:
        """Nothing but the window of what is kept stays in sight."""
        QToolTip.hideText()
        windows = QApplication.topLevelWidgets()
        self._put = [each for each in windows if each is not self._keep.window() and each.isVisible()]
        for each in self._put:
            each.hide()

    def bring_back(self) -> None:
        """What was put aside is there again, where it still exists."""
        aside, self._put = self._put, []
        for each in aside:
            if shiboken6.isValid(each):
                each.show()
