"""What Administration does about backups: makes, tests, looks into them and brings one back, behind the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import Backup, Made, Preview, Services
from coachdesk.services.backups import BackupTest
from coachdesk.services.second_place import Second
from ui.kit import Notice
from ui.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BackupsState:
    """Everything in the section.

    Attributes:
        last: the newest backup beside the vault (UTC).
        folder: where backups lie.
        working: "making", "testing", "looking", "restoring"; empty while nothing goes on.
        tested: what the last test found.
        there: all that can be reached, the newest first; None before they were listed.
        second: how the second place stands.
        preview: what bringing the chosen one back would do.
    """

    last: datetime | None
    folder: str
    working: str = ""
    tested: BackupTest | None = None
    there: tuple[Backup, ...] | None = None
    second: Second = Second.NONE
    preview: Preview | None = None


class Backups(QObject):
    """`changed` carries the state; `restored` says that a backup was brought back, so that the vault has to be locked."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    restored = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backing_up, self._restoring, self._tasks = services.backing_up, services.restoring, tasks
        self.state = BackupsState(self._backing_up.last(), str(self._backing_up.folder()))

    def refresh(self) -> None:
        """Read again what may have changed."""
        self._show(replace(self.state, last=self._backing_up.last()))

    def list_them(self) -> None:
        """Read which backups there are and how the second place stands."""
        self._tasks.run(self._read, owner=self, ok=self._listed, fail=self._failed)

    def make(self) -> None:
        """Make a backup now."""
        self._work("making", self._backing_up.make, self._made)

    def test_last(self) -> None:
        """Open the newest backup and check everything in it."""
        self._work("testing", self._backing_up.test_last, self._tested)

    def look_inside(self, name: str) -> None:
        """Check a backup and say what bringing it back would do; `name` is that of its files."""
        chosen = next((each for each in self.state.there or () if each.files.name == name), None)
        if chosen is not None and not self.state.working:
            self._work("looking", partial(self._restoring.look_inside, chosen), self._looked)

    def restore(self) -> None:
        """Bring back the backup that was looked into."""
        preview = self.state.preview
        if preview is not None and not preview.faults and not self.state.working:
            self._work("restoring", partial(self._restoring.restore, preview.backup), self._restored)

    def put_away(self) -> None:
        """Leave everything as it is."""
        self._show(replace(self.state, preview=None))

    def _work(self, what: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._show(replace(self.state, working=what, tested=None, preview=None))
        self._tasks.run(work, owner=self, ok=done, fail=self._failed)

    def _read(self) -> tuple[tuple[Backup, ...], Second]:
        return self._restoring.backups(), self._restoring.second_place()

    def _listed(self, found: tuple[tuple[Backup, ...], Second]) -> None:
        there, second = found
        self._show(replace(self.state, there=there, second=second, last=self._backing_up.last()))

    def _made(self, _made: Made) -> None:
        self._show(replace(self.state, working="", last=self._backing_up.last()))
        self.noticed.emit(Notice(_("The backup was made and checked."), "done"))
        self.list_them()

    def _tested(self, found: BackupTest | None) -> None:
        self._show(replace(self.state, working="", tested=found))

    def _looked(self, preview: Preview) -> None:
        self._show(replace(self.state, working="", preview=preview))

    def _restored(self, _nothing: None) -> None:
        self._show(replace(self.state, working=""))
        self.restored.emit()

    def _failed(self, error: BaseException) -> None:
        self._show(replace(self.state, working=""))
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _show(self, state: BackupsState) -> None:
        self.state = state
        self.changed.emit(state)
