"""What the coach does with a person's record as a whole: copy it for review, or end it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.privacy import Sealed
from coachdesk.retention import HeldBecause, Hold
from coachdesk.services import Because, Services
from ui.errors import attempt
from ui.kit import Notice


@dataclass(frozen=True, slots=True)
class RecordState:
    """The legal hold that stands, or None; and what to know before removing the person, empty where there is nothing.

    Attributes:
        opened: the hold whose reason was opened on purpose; `said`: what was told in private, once that was. None while
            they are shut.
    """

    hold: Hold | None = None
    before: str = ""
    opened: Hold | None = None
    said: Sealed[str] | None = None


class RecordPresenter(QObject):
    """`changed` carries a RecordState, `failed` an AppError, `noticed` a Notice, `removed` comes when a person is gone."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    removed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.state = RecordState()

    def show(self, person_id: str) -> None:
        """Read whether a hold stands, and what to know before removing the person."""
        found = attempt(lambda: self._read(person_id), self.failed.emit)
        if found is not None:
            self.state = found
            self.changed.emit(found)

    def set_hold(self, person_id: str, because: str, owner: str) -> None:
        """Let everything about a person stay."""
        if attempt(lambda: self._services.holds.set(person_id, HeldBecause(because), owner), self.failed.emit):
            self.show(person_id)
            self.noticed.emit(Notice(_("The legal hold stands. Nothing about this person is deleted."), "done"))

    def lift_hold(self, person_id: str, hold_id: str) -> None:
        """End the hold."""
        if attempt(lambda: self._lifted(hold_id), self.failed.emit):
            self.show(person_id)
            self.noticed.emit(Notice(_("The legal hold was lifted."), "done"))

    def open_hold(self, hold_id: str, reason: str) -> None:
        """Open why a hold stands, on purpose, until the page is left."""
        opened = attempt(lambda: self._services.holds.open(hold_id, reason), self.failed.emit)
        if opened is not None:
            self.state = replace(self.state, opened=opened)
            self.changed.emit(self.state)

    def open_private(self, person_id: str, reason: str) -> None:
        """Open what was told in private, on purpose, until the page is left."""
        said = attempt(lambda: self._services.told_in_private.open(person_id, reason), self.failed.emit)
        if said is not None:
            self.state = replace(self.state, said=said)
            self.changed.emit(self.state)

    def shut(self) -> None:
        """What was opened on purpose is shut again."""
        if self.state.said is not None or self.state.opened is not None:
            self.state = replace(self.state, said=None, opened=None)
            self.changed.emit(self.state)

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

    def _read(self, person_id: str) -> RecordState:
        return RecordState(self._services.holds.of(person_id), self._services.removal.before(person_id))

    def _lifted(self, hold_id: str) -> bool:
        self._services.holds.lift(hold_id)
        return True

    def _removed(self, person_id: str, because: Because) -> bool:
        self._services.removal.remove(person_id, because)
        return True
