"""The caseload as a list that fetches more when somebody scrolls to its end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from ui.kit import RowsModel

_NOWHERE = QModelIndex()


class PeopleModel(RowsModel):
    """`more_wanted` once for each `set_more(True)`, when the end comes into sight."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = False

    def set_more(self, *, more: bool) -> None:
        """Whether there are more rows than are shown."""
        self._more = more

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        if self._more:
            self._more = False
            self.more_wanted.emit()
