"""Backups by themselves: a while after something was stored, at once after a change of keys, and on the way out."""

from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coachdesk.errors import AppError
from coachdesk.logs import Event, note
from coachdesk.services import Made, Services
from ui.tasks import Tasks

AFTER = 15
"""Minutes from the first thing that was stored since the last backup; nothing ticks while nothing is stored."""

WAY_OUT = 30
"""Seconds that a backup may take when the vault is closed; the window is gone by then."""


class AutomaticBackups(QObject):
    """`made` carries what was made, `failed` an AppError: told once, until one could be made again."""

    made = Signal(object)
    failed = Signal(object)
    _stored = Signal()  # by whichever thread stored something

    def __init__(
        self, services: Services, tasks: Tasks, parent: QObject | None = None, *, minutes: float = AFTER
    ) -> None:
        super().__init__(parent)
        self._backing_up, self._tasks = services.backing_up, tasks
        self._told = ""
        self._timer = QTimer(self, singleShot=True, interval=int(minutes * 60_000))
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._back_up)
        self._stored.connect(self._count, Qt.ConnectionType.QueuedConnection)
        self._backing_up.listen(self._stored.emit)
        if self._backing_up.keys_changed():
            self.at_once()
        elif self._backing_up.due():
            self._count()

    def at_once(self) -> None:
        """Make one now: the keys were changed, and the backups from before open with the old ones alone."""
        self._timer.stop()
        self._tasks.run(self._backing_up.make, owner=self, ok=self._done, fail=self._failed)

    def waits(self) -> bool:
        """Whether a backup is due in a while."""
        return self._timer.isActive()

    def last(self) -> None:
        """Make the last one before the vault is closed, where something was stored since and it is done in a moment.

        A failure holds up nobody. A larger vault has its backup a while after it is opened again.
        """
        self._timer.stop()
        self._backing_up.listen(_nothing)
        with suppress(AppError, TimeoutError):
            if self._backing_up.is_quick() and self._backing_up.due():
                self._tasks.finish(self._backing_up.make_if_due, seconds=WAY_OUT)

    def _count(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _back_up(self) -> None:
        self._tasks.run(self._backing_up.make_if_due, owner=self, ok=self._done, fail=self._failed)

    def _done(self, made: Made | None) -> None:
        self._told = ""
        if made is not None:
            note(Event.BACKED_UP)
            self.made.emit(made)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._count()
        if error.code != self._told:
            self._told = error.code
            self.failed.emit(error)


def _nothing() -> None:
    """Nobody counts any more."""
