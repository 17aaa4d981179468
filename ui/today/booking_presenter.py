"""The form for an appointment: who, when, what kind, how. What is typed stays until it is booked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.advice import sentence
from coachdesk.diary import Appointment, read_time
from coachdesk.interviews import Channel, Definition, as_date
from coachdesk.services import Services
from ui.errors import attempt
from ui.today.booking_state import FREE, NOBODY, TYPED, BookingState, More, minutes_of, more_of, of, problems, with_more

FOUND = 6

T = TypeVar("T")


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
        kept = self.state
        if kept.changing is None and kept.moved is None and kept.person_id + kept.typed + kept.at:
            self._set(replace(kept, is_open=True))
            return
        kinds = self.definitions()
        self._set(BookingState(is_open=True, on=day.isoformat(), definition_id=kinds[0].id if kinds else ""))

    def open_again(self, moved: Appointment, name: str) -> None:
        """A new time in the place of an appointment that was moved."""
        self._set(replace(of(moved, name), moved=moved, at="", on=""))

    def open_change(self, appointment: Appointment, name: str) -> None:
        """Put a stored appointment right."""
        self._set(replace(of(appointment, name), changing=appointment))

    def close(self) -> None:
        """Back to the prep card; the form keeps what was typed."""
        if self.state.is_open:
            self._set(replace(self.state, is_open=False))

    def find(self, text: str) -> None:
        """Look for the person, however the name is spelt."""
        found = self._services.people.find(text, limit=FOUND) if text.strip() else ()
        self._set(replace(self.state, typed=text, found=found))

    def pick(self, person_id: str) -> None:
        """This is the person; whoever was never seen gets the first kind of interview, others the one after their last.

        How they are met at present, what the place needs and who comes along is filled in.
        """
        row = next((each for each in self.state.found if each.person_id == person_id), None)
        if row is None:
            return
        kinds = self.definitions()
        first = kinds[0].id if kinds else ""
        kind = self._services.interviews.kind_after_last(person_id) if row.last_contact else first
        usual = self._try(lambda: self._services.diary.usual(person_id, kind, as_date(self.state.on)))
        due = self._try(lambda: self._services.rhythms.due(person_id))
        picked = replace(
            self.state,
            person_id=person_id,
            name=row.listed,
            typed="",
            found=(),
            definition_id=kind,
            as_agreed=due,
            problems={field: text for field, text in self.state.problems.items() if field != "person"},
        )
        if usual is not None:
            more = replace(more_of(usual), minutes=self.state.more.minutes)
            picked = replace(picked, channel=usual.channel.value, more=more, more_shown=bool(more.reason))
        self._set(picked)

    def unpick(self) -> None:
        """Somebody else, then."""
        self._set(replace(self.state, person_id="", name="", as_agreed=None, more=More(), more_shown=False))

    def edit(self, *, on: object, at: str, definition_id: str, channel: str, more: More) -> None:
        """Something was typed or chosen."""
        self._set(
            replace(self.state, on=on, at=at, definition_id=definition_id, channel=channel, more=more, problems={})
        )

    def take_agreed(self) -> None:
        """Book for the day on which the next contact is due."""
        if self.state.as_agreed is not None:
            self._set(replace(self.state, on=self.state.as_agreed.isoformat(), problems={}))

    def toggle_more(self) -> None:
        """Unfold what only some appointments need, or fold it away."""
        self._set(replace(self.state, more_shown=not self.state.more_shown))

    def book(self) -> None:
        """Store it, or say at the fields what is missing."""
        state, draft = self.state, self.state.draft
        found, refused = problems(state), self.state.found_out.refused
        if refused is not None:
            found["at"] = sentence(refused)
        if draft is None or found:
            unfolded = state.more_shown or bool(found.keys() & {"minutes", "reason", "until"})
            self._set(replace(state, problems=found, more_shown=unfolded))
            return
        stored = self._try(lambda: self._store(draft))
        if stored is not None:
            self.state = BookingState()
            self.changed.emit(self.state)
            self.booked.emit(state.changing or state.moved, stored)

    def _store(self, draft: Appointment) -> Appointment:
        diary, moved = self._services.diary, self.state.moved
        if moved is None:
            return diary.book(draft)
        change = diary.rearrange(moved, draft, by=moved.state)
        return change.instead or change.after

    def _set(self, state: BookingState) -> None:
        draft = self._draft(state)
        found_out = self._try(lambda: self._services.diary.look(draft)) if draft is not None else None
        self.state = replace(state, draft=draft, found_out=found_out or FREE)
        self.changed.emit(self.state)

    def _draft(self, state: BookingState) -> Appointment | None:
        on, at = as_date(state.on), read_time(state.at)
        if not (state.person_id and on and at is not None and state.definition_id and state.channel):
            return None
        channel = Channel.FACE_TO_FACE if state.channel == NOBODY else Channel(state.channel)
        made = self._try(lambda: self._services.diary.draft(state.person_id, state.definition_id, on, at, channel))
        minutes = minutes_of(state.more.minutes, made.minutes) if made is not None else None
        if made is None or minutes is None:
            return None
        made = replace(with_more(made, state.more, minutes), without_contact=state.channel == NOBODY)
        if state.changing is None:
            return made
        kept = state.changing
        return replace(
            kept,
            **{name: getattr(made, name) for name in TYPED},
        )

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
