"""The form for an appointment: who, when, what kind, how. What is typed stays until it is booked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.diary import Appointment, read_time
from coachdesk.i18n import _
from coachdesk.interviews import Channel, Definition, as_date
from coachdesk.services import PersonRow, Services
from ui.errors import attempt

FOUND = 6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BookingState:
    """The form as it stands.

    Attributes:
        changing: the stored appointment that is being put right; None for a new one.
        on, at: as typed.
        draft: the appointment as understood so far; None while something is missing.
        clashes: what else takes some of its time. A note: it can be booked all the same.
        problems: what is wrong, by field: person, on, at. Said when somebody wants to book.
    """

    is_open: bool = False
    changing: Appointment | None = None
    typed: str = ""
    found: tuple[PersonRow, ...] = ()
    person_id: str = ""
    name: str = ""
    on: object = ""
    at: str = ""
    definition_id: str = ""
    channel: str = Channel.FACE_TO_FACE.value
    draft: Appointment | None = None
    clashes: tuple[Appointment, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)


class BookingPresenter(QObject):
    """`booked` carries the appointment as it was (None where it is new) and as it is stored."""

    changed = Signal(object)
    failed = Signal(object)
    booked = Signal(object, object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.state = BookingState()

    def definitions(self) -> tuple[Definition, ...]:
        """The kinds of interview that there are."""
        return self._services.interviews.definitions()

    def open_new(self, day: date) -> None:
        """A new appointment; what was typed before and not booked is still there."""
        if self.state.changing is None and self.state.person_id + self.state.typed + self.state.at:
            self._set(replace(self.state, is_open=True))
            return
        kinds = self.definitions()
        self._set(BookingState(is_open=True, on=day.isoformat(), definition_id=kinds[0].id if kinds else ""))

    def open_again(self, moved: Appointment, name: str) -> None:
        """A new time for an appointment that was moved."""
        self._set(replace(_of(moved, name), at="", on=""))

    def open_change(self, appointment: Appointment, name: str) -> None:
        """Put a stored appointment right."""
        self._set(replace(_of(appointment, name), changing=appointment))

    def close(self) -> None:
        """Back to the prep card; the form keeps what was typed."""
        if self.state.is_open:
            self._set(replace(self.state, is_open=False))

    def find(self, text: str) -> None:
        """Look for the person, however the name is spelt."""
        found = self._services.people.find(text, limit=FOUND) if text.strip() else ()
        self._set(replace(self.state, typed=text, found=found))

    def pick(self, person_id: str) -> None:
        """This is the person; whoever was never seen gets the first kind of interview, others the one after it."""
        row = next((each for each in self.state.found if each.person_id == person_id), None)
        if row is None:
            return
        kinds = self.definitions()
        first = kinds[0] if kinds else None
        kind = (first.then or first.id) if first and row.last_contact else (first.id if first else "")
        problems = {name: text for name, text in self.state.problems.items() if name != "person"}
        self._set(
            replace(
                self.state,
                person_id=person_id,
                name=row.listed,
                typed="",
                found=(),
                definition_id=kind,
                problems=problems,
            )
        )

    def unpick(self) -> None:
        """Somebody else, then."""
        self._set(replace(self.state, person_id="", name=""))

    def edit(self, *, on: object, at: str, definition_id: str, channel: str) -> None:
        """Something was typed or chosen."""
        self._set(replace(self.state, on=on, at=at, definition_id=definition_id, channel=channel, problems={}))

    def book(self) -> None:
        """Store it, or say at the fields what is missing."""
        draft, before = self.state.draft, self.state.changing
        if draft is None:
            self._set(replace(self.state, problems=_problems(self.state)))
            return
        stored = self._try(lambda: self._services.diary.book(draft))
        if stored is not None:
            self.state = BookingState()
            self.changed.emit(self.state)
            self.booked.emit(before, stored)

    def _set(self, state: BookingState) -> None:
        draft = self._draft(state)
        clashes = self._try(lambda: self._services.diary.clashes(draft)) if draft is not None else ()
        self.state = replace(state, draft=draft, clashes=clashes or ())
        self.changed.emit(self.state)

    def _draft(self, state: BookingState) -> Appointment | None:
        on, at = as_date(state.on), read_time(state.at)
        if not (state.person_id and on and at is not None and state.definition_id and state.channel):
            return None
        made = self._try(
            lambda: self._services.diary.draft(state.person_id, state.definition_id, on, at, Channel(state.channel))
        )
        if made is None or state.changing is None:
            return made
        kept = state.changing.minutes if state.changing.definition_id == made.definition_id else made.minutes
        return replace(
            state.changing, on=on, at=at, definition_id=made.definition_id, channel=made.channel, minutes=kept
        )

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)


def _of(appointment: Appointment, name: str) -> BookingState:
    return BookingState(
        is_open=True,
        person_id=appointment.person_id,
        name=name,
        on=appointment.on.isoformat(),
        at=f"{appointment.at:%H:%M}",
        definition_id=appointment.definition_id,
        channel=appointment.channel.value,
    )


def _problems(state: BookingState) -> dict[str, str]:
    problems = {}
    if not state.person_id:
        problems["person"] = _("Choose the person.")
    if as_date(state.on) is None:
        problems["on"] = _("Enter a day that there is, such as 1 12 2026.")
    if read_time(state.at) is None:
        problems["at"] = _("Enter a time, such as 10:30 or 2pm.")
    return problems
