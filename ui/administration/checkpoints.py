"""What Administration does about checkpoints of the record of who looked: saves one, and compares one that was kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import Services
from coachdesk.services.checkpoints import Checked, standing_of_audit
from ui.errors import attempt
from ui.kit import Notice
from ui.tasks import Tasks


class Checkpoints(QObject):
    """`found` carries a `Checked`, after the whole record was read behind the window."""

    found = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkpoints, self._tasks = services.checkpoints, tasks

    def save(self, folder: Path) -> None:
        """Save the checkpoint of now."""
        path = attempt(lambda: self._checkpoints.save(folder), self.failed.emit)
        if path is not None:
            words = _("Saved as {name}. Keep it somewhere else, or print it.").format(name=path.name)
            self.noticed.emit(Notice(words, "done"))

    def verify(self) -> None:
        """Read the whole record and say whether it is as it was written."""
        self._tasks.run(self._checkpoints.check, owner=self, ok=self._compared, fail=self._fail)

    def compare(self, file: Path) -> None:
        """Verify the record, and compare it with a checkpoint that was kept."""
        self._tasks.run(partial(self._checkpoints.check_file, file), owner=self, ok=self._compared, fail=self._fail)

    def _compared(self, checked: Checked) -> None:
        self.found.emit(checked)
        self.noticed.emit(Notice(standing_of_audit(checked), "done" if checked.fine else "warn"))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)
