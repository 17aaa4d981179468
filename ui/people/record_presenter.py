"""What the coach does with a person's record as a whole: copy it for review, or end it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.services import Because, Services
from ui.errors import attempt
from ui.kit import Notice


class RecordPresenter(QObject):
    """`failed` carries an AppError, `noticed` a Notice, `removed` comes when a person is gone."""

    failed = Signal(object)
    noticed = Signal(object)
    removed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def copy(self, person_id: str, folder: Path, private: str) -> None:
        """Save everything that is held about a person for review; with what was told in private where a reason is given."""
        files = attempt(lambda: self._services.access.write(person_id, folder, private=private), self.failed.emit)
        if files is not None:
            words = _("Saved for review as {page} and {data}.")
            self.noticed.emit(Notice(words.format(page=files[0].name, data=files[1].name), "done"))

    def remove(self, person_id: str, because: str) -> None:
        """Remove a person for good."""
        if attempt(lambda: self._removed(person_id, Because(because)), self.failed.emit):
            self.removed.emit()
            self.noticed.emit(Notice(_("The person was removed, with everything that was kept of them."), "done"))

    def _removed(self, person_id: str, because: Because) -> bool:
        self._services.removal.remove(person_id, because)
        return True
