"""Puts on disk what was typed: at most 400 ms after it was typed, and again and again until the vault takes it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from coachdesk.clock import local
from coachdesk.errors import AppError
from coachdesk.records import Record
from coachdesk.services import Services

SOON, AGAIN = 400, 2000
"""Milliseconds until what was typed is stored, and between tries where that did not work."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is on disk: when (UTC), and the record as stored where the screen goes on working with it."""

    job: "Job"
    at: datetime
    record: Record | None = None


class Job(Protocol):
    """Something to be stored, with all it needs for another try. A later job of the same key replaces an earlier."""

    @property
    def key(self) -> str: ...

    def write(self, services: Services) -> Written:
        """Store it; AppError where that did not work, and then nothing was stored."""


class Saving(QObject):
    """`saved` (wall-clock time) after each commit, `written` (`Written`) with what was stored, `failed` (AppError).

    A failure is told once, not at every try; what could not be stored waits, and later words join it. That holds for a
    mistake in the program too, which is raised once.
    """

    saved = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, parent: QObject | None = None, *, soon: int = SOON, again: int = AGAIN
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: dict[str, Job] = {}
        self._told = ""
        self._soon = QTimer(self, singleShot=True, interval=soon)
        self._again = QTimer(self, singleShot=True, interval=again)
        self._soon.timeout.connect(self.flush)
        self._again.timeout.connect(self.flush)

    def put(self, job: Job) -> None:
        """Store this soon. The timer is not started anew by every key: whoever types on and on is saved meanwhile."""
        self._waiting.pop(job.key, None)  # to the end: it knows of all that was said before it
        self._waiting[job.key] = job
        if not self._soon.isActive() and not self._again.isActive():
            self._soon.start()

    def flush(self) -> bool:
        """Store all that waits, now; False where something still waits because it could not be stored."""
        self._soon.stop()
        self._again.stop()
        while self._waiting:
            key, job = next(iter(self._waiting.items()))
            try:
                written = job.write(self._services)
            except AppError as error:
                if self._new_trouble(error.code):
                    self.failed.emit(error)
                return False
            except Exception as error:  # a mistake of ours is reported as one; the words are tried again all the same
                if self._new_trouble(type(error).__name__):
                    raise
                return False
            del self._waiting[key]
            self._told = ""
            self.written.emit(written)
            self.saved.emit(local(written.at))
        return True

    def unsaved(self) -> bool:
        """Whether something waits to be stored."""
        return bool(self._waiting)

    def waits(self, key: str) -> bool:
        """Whether the job of this key waits."""
        return key in self._waiting

    def _new_trouble(self, what: str) -> bool:
        """It could not be stored and is tried again; whether this has not been told yet."""
        self._again.start()
        told, self._told = self._told, what
        return told != what
