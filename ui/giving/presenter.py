"""Asks before something leaves the computer. A reason to do it all the same holds for one print, copy or file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.people import Given, Giving, How, InSpite, Person, Safe, SafeToGive, way_of
from coachdesk.services import Outgoing, Services
from ui.errors import attempt
from ui.kit.notice import Notice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GivingState:
    """What may be given to somebody.

    Attributes:
        name: the name to use.
        safe: what counts today.
        in_spite: the reason that was given to do it all the same; None where none was.
        choosing: the reasons are being shown.
    """

    name: str
    safe: SafeToGive
    in_spite: InSpite | None = None
    choosing: bool = False

    def may(self, how: How) -> bool:
        """Whether it may be handed over in this way now."""
        way = way_of(how)
        return way is None or self.in_spite is not None or self.safe.may(way)


class GivingPresenter(QObject):
    """Owns a `GivingState`, or None while nobody's paper is shown. `stopped` when something was held back.

    `withheld`, `formats` and `languages` are what the organisation forbids and offers, whoever it is for.
    """

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    stopped = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._person_id = ""
        self.state: GivingState | None = None
        handing = services.handing
        self.withheld, self.formats, self.languages = handing.withheld(), handing.formats(), handing.languages()

    def show(self, person: Person) -> None:
        """Read what counts for somebody; a reason that was given holds for them no longer."""
        self._person_id = person.id
        safe = self._try(lambda: self._services.handing.safe(person.id))
        self._set(None if safe is None else GivingState(person.name, safe))

    def lets(self, how: How) -> bool:
        """Whether it may be handed over in this way now; where it may not, that is said, with the way on."""
        if how in self.withheld:
            self._try(lambda: self._services.handing.require(how))
            return False
        if self.state is None or self.state.may(how):
            return True
        self.stopped.emit()
        return False

    def reason(self) -> InSpite | None:
        """The reason to do it all the same, if one was given."""
        return self.state.in_spite if self.state is not None else None

    def may_leave(self, going: Outgoing) -> bool:
        """Whether what was made for it may leave still; where it may not, that is said."""
        return self._try(lambda: self._may(going)) or False

    def left(self, going: Outgoing, *, again: bool = False) -> None:
        """It has left: record that. A reason to do it all the same is used up, unless it holds `again`. Raises AppError."""
        self._services.handing.left(going)
        if not again:
            self.used()

    def used(self) -> None:
        """Something was handed over: the next time the reason is asked for again."""
        if self.state is not None and self.state.in_spite is not None:
            self._set(replace(self.state, in_spite=None, choosing=False))

    def told(self, way: Giving, said: Safe) -> None:
        """They were asked just now, on their own."""
        state = self.state
        safe = self._try(lambda: self._services.handing.told(self._person_id, way, said))
        if safe is not None and state is not None:
            self._set(replace(state, safe=safe))

    def read_aloud(self, given: Given, record_id: str) -> None:
        """It was read aloud, and nothing was handed over."""
        done = self._try(lambda: self._aloud(given, record_id))
        if done:
            self.noticed.emit(Notice(_("Noted: it was read aloud, and nothing was handed over."), "done"))

    def choose(self) -> None:
        """Show the reasons to do it all the same, or fold them away."""
        if self.state is not None:
            self._set(replace(self.state, choosing=not self.state.choosing))

    def allow(self, reason: InSpite) -> None:
        """The coach says why it is handed over all the same."""
        if self.state is not None:
            self._set(replace(self.state, in_spite=reason, choosing=False))

    def _may(self, going: Outgoing) -> bool:
        self._services.handing.may_leave(going)
        return True

    def _aloud(self, given: Given, record_id: str) -> bool:
        self._services.handing.read_aloud(self._person_id, given, record_id)
        return True

    def _set(self, state: GivingState | None) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
