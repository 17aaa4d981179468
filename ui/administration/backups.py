"""What Administration does about backups: makes and tests them behind the window."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import BackingUp, Made
from coachdesk.services.backups import BackupTest
from ui.kit import Notice
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class BackupsState:
    """The newest backup (UTC), where backups lie, what is going on ("making", "testing"), what the last test found."""

    last: datetime | None
    folder: str
    working: str = ""
    tested: BackupTest | None = None


class Backups(QObject):
    """`changed` carries the state."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, backing_up: BackingUp, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backing_up, self._tasks = backing_up, tasks
        self.state = BackupsState(backing_up.last(), str(backing_up.folder()))

    def refresh(self) -> None:
        """Read again what may have changed."""
        self._show(replace(self.state, last=self._backing_up.last()))

    def make(self) -> None:
        """Make a backup now."""
        self._show(replace(self.state, working="making", tested=None))
        self._tasks.run(self._backing_up.make, owner=self, ok=self._made, fail=self._failed)

    def test_last(self) -> None:
        """Open the newest backup and check everything in it."""
        self._show(replace(self.state, working="testing", tested=None))
        self._tasks.run(self._backing_up.test_last, owner=self, ok=self._tested, fail=self._failed)

    def _made(self, _made: Made) -> None:
        self._show(replace(self.state, working="", tested=None, last=self._backing_up.last()))
        self.noticed.emit(Notice(_("The backup was made and checked."), "done"))

    def _tested(self, found: BackupTest | None) -> None:
        self._show(replace(self.state, working="", tested=found))

    def _failed(self, error: BaseException) -> None:
        self._show(replace(self.state, working=""))
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _show(self, state: BackupsState) -> None:
        self.state = state
        self.changed.emit(state)
