"""What Administration does about the times of records: looks first, deletes after that, lifts holds, behind the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _, ngettext
from coachdesk.retention import Hold
from coachdesk.services import Deleted, HoldRow, Look, RuleRow, Services
from ui.errors import attempt
from ui.kit import Notice
from ui.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TimesState:
    """Everything in the section.

    Attributes:
        holds: legal holds that stand; `deletions`: what went so far, the newest first. Read when somebody comes.
        working: "looking", "deleting"; empty while nothing goes on.
        found: what a dry run found; None before one, and after it was put away or deleted.
        opened: the hold whose reason was opened on purpose, until somebody leaves it.
    """

    rules: tuple[RuleRow, ...]
    holds: tuple[HoldRow, ...] = ()
    deletions: tuple[Deleted, ...] = ()
    working: str = ""
    found: Look | None = None
    opened: Hold | None = None


class Times(QObject):
    """`changed` carries the state."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._retention, self._holds, self._tasks = services.retention, services.holds, tasks
        self.state = TimesState(self._retention.rules())

    def read(self) -> None:
        """Read the holds and what went so far; what was opened is shut."""
        self.shut_hold()
        self._tasks.run(self._listed, owner=self, ok=self._show, fail=self._failed)

    def look(self) -> None:
        """The dry run."""
        self._work("looking", self._retention.look, self._looked)

    def delete(self) -> None:
        """Delete what the dry run found."""
        found = self.state.found
        if found is not None:
            self._work("deleting", partial(self._retention.delete, found), self._deleted)

    def put_away(self) -> None:
        """Leave everything as it is."""
        self._show(replace(self.state, found=None))

    def open_hold(self, hold_id: str, reason: str) -> None:
        """Open the reason of a hold, on purpose."""
        opened = attempt(lambda: self._holds.open(hold_id, reason), self.failed.emit)
        if opened is not None:
            self._show(replace(self.state, opened=opened))

    def shut_hold(self) -> None:
        """What was opened is shut again."""
        if self.state.opened is not None:
            self._show(replace(self.state, opened=None))

    def lift(self, hold_id: str) -> None:
        """End a hold."""
        self._work("", partial(self._holds.lift, hold_id), self._lifted)

    def _work(self, what: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if not self.state.working:
            self._show(replace(self.state, working=what, found=None))
            self._tasks.run(work, owner=self, ok=done, fail=self._failed)

    def _listed(self) -> TimesState:
        return replace(self.state, holds=self._holds.standing(), deletions=self._retention.deletions())

    def _looked(self, found: Look) -> None:
        self._show(replace(self.state, working="", found=found))

    def _deleted(self, many: int) -> None:
        self._show(replace(self.state, working=""))
        words = ngettext("One record was deleted for good.", "{n} records were deleted for good.", many).format(n=many)
        self.noticed.emit(Notice(words, "done"))
        self.read()

    def _lifted(self, _nothing: None) -> None:
        self.noticed.emit(Notice(_("The hold was lifted. Its time runs for this person's records as for all."), "done"))
        self.read()

    def _failed(self, error: BaseException) -> None:
        self._show(replace(self.state, working=""))
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _show(self, state: TimesState) -> None:
        self.state = state
        self.changed.emit(state)
