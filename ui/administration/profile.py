"""What Administration does about a site profile: looks at a file, takes it or leaves it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.services import ProfileLook, Services
from ui.errors import attempt
from ui.kit import Notice


@dataclass(frozen=True, slots=True)
class ProfileState:
    """What is shown.

    Attributes:
        allowed: the organisation lets the coach open one.
        in_use: the name of the one that counts; empty where there is none.
        look: what a chosen file would set, until it is taken or left.
    """

    allowed: bool
    in_use: str
    look: ProfileLook | None = None


class Profile(QObject):
    """`changed` carries the state, `failed` an AppError, `noticed` what was done."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = services.site_profiles
        self.state = ProfileState(self._profiles.allowed(), self._profiles.in_use())

    def look(self, file: Path) -> None:
        """Show what a file would set."""
        found = attempt(lambda: self._profiles.look(file), self.failed.emit)
        if found is not None:
            self._show(replace(self.state, look=found))

    def take(self) -> None:
        """Take what was looked at."""
        look = self.state.look
        if look is not None and attempt(lambda: self._took(look), self.failed.emit):
            self._show(replace(self.state, look=None, in_use=look.name))
            words = _(
                "The site profile is taken. The safety panel shows its plan and numbers now. The rest holds from the next time "
                "that you unlock."
            )
            self.noticed.emit(Notice(words, "done"))

    def think_better(self) -> None:
        """Leave the file that was looked at alone."""
        self._show(replace(self.state, look=None))

    def leave(self) -> None:
        """Go back to what holds without a profile."""
        if attempt(self._left, self.failed.emit):
            self._show(replace(self.state, look=None, in_use=""))
            words = _(
                "The site profile is taken away. The safety panel shows what your organisation set now. The rest holds from the "
                "next time that you unlock."
            )
            self.noticed.emit(Notice(words, "done"))

    def _took(self, look: ProfileLook) -> bool:
        self._profiles.take(look)
        return True

    def _left(self) -> bool:
        self._profiles.leave()
        return True

    def _show(self, state: ProfileState) -> None:
        self.state = state
        self.changed.emit(state)
