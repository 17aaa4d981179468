"""Keeps what is done in the safety panel while a talk is open. It knows the talk; the panel knows nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.services import Services
from ui.errors import attempt
from ui.safety.panel import SafetyPanel
from ui.saving import Saving, Written

if TYPE_CHECKING:
    from coachdesk.interviews import Interview

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NoteJob:
    """A sealed note as it stands."""

    interview: "Interview"
    note_id: str
    said: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.note_id

    def write(self, services: Services) -> Written:
        """Seal it."""
        return Written(self, services.safety.keep_note(self.interview, self.note_id, self.said))


class SafetyTalk(QObject):
    """`end_wanted`: the talk is to end kindly; the panel is closed then."""

    saved = Signal(object)
    failed = Signal(object)
    end_wanted = Signal()

    def __init__(self, services: Services, panel: SafetyPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._panel = services, panel
        self._interview: Interview | None = None
        self._note_id = ""
        self._saving = Saving(services, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        panel.noted.connect(self._note)
        panel.unseal_wanted.connect(self._open)
        panel.follow_wanted.connect(self._follow)
        panel.end_wanted.connect(self._end)

    def begin(self, interview: "Interview | None") -> None:
        """The panel is open; with a talk it offers what can be kept of it."""
        self._interview = interview
        if interview is not None:
            self._note_id = self._services.safety.new_note()
            sealed_before = self._try(lambda: self._services.safety.has_notes(interview))
            self._panel.offer(sealed_before=bool(sealed_before))

    def end(self) -> None:
        """The panel is closed: everything is on disk."""
        self._saving.flush()
        self._interview = None

    def flush(self) -> bool:
        """Put on disk what is typed; False where it could not be."""
        return self._saving.flush()

    def unsaved(self) -> bool:
        """Whether something could not be stored yet."""
        return self._saving.unsaved()

    def _note(self, said: tuple[str, ...]) -> None:
        if self._interview is not None:
            self._saving.put(NoteJob(self._interview, self._note_id, said))

    def _open(self, reason: str) -> None:
        interview = self._interview
        if interview is not None and self._saving.flush():
            found = self._try(lambda: self._services.safety.open_notes(interview, reason))
            if found is not None:
                self._panel.show_said(found.value)

    def _follow(self, who: str, by: date | None) -> None:
        interview = self._interview
        if interview is not None and self._try(lambda: self._services.safety.follow_up(interview, who, by)) is not None:
            self._panel.show_agreed()

    def _end(self) -> None:
        self._panel.close_panel()
        self.end_wanted.emit()

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
