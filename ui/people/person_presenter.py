"""What the coach does with one person: look, put details right, start or carry on an interview, archive."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.clock import now
from coachdesk.i18n import _
from coachdesk.interviews import Definition
from coachdesk.people import Person, safe_to_give
from coachdesk.services import PersonFile, Services
from ui.errors import attempt
from ui.kit import Notice
from ui.people.circumstances_presenter import CircumstancesPresenter
from ui.people.details import Typed, problems_of, storable, typed_of
from ui.people.joining_presenter import apart_again
from ui.people.person_state import CIRCUMSTANCES, DETAILS, OVERVIEW, PersonState, first_kind
from ui.people.record_presenter import RecordPresenter
from ui.saving import Saving, Written

T = TypeVar("T")

ARCHIVE = "archive:"


@dataclass(frozen=True, slots=True)
class DetailsJob:
    """The details of a person as far as they can be stored."""

    person: Person

    @property
    def key(self) -> str:
        return self.person.id

    def write(self, services: Services) -> Written:
        """Store them."""
        stored = services.people.save(self.person)
        return Written(self, stored.updated_at or now(), stored)


class PersonPresenter(QObject):
    """Owns a `PersonState`, or None while nobody is open, and gives it whole."""

    changed = Signal(object)
    failed = Signal(object)  # AppError
    noticed = Signal(object)  # Notice; its action comes back to `undo`
    saved = Signal(object)  # wall-clock time
    start_wanted = Signal(str, str, str, str)  # person, definition, channel, appointment
    resume_wanted = Signal(str)
    plan_wanted = Signal(str)
    commitment_wanted = Signal(str)
    slip_wanted = Signal(str)  # appointment
    same_wanted = Signal(object)  # Person
    viewing_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.state: PersonState | None = None
        self._just_opened = False
        self._saving = Saving(services, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._saving.written.connect(self._written)
        self.circumstances = CircumstancesPresenter(services, self._saving, self)
        self.circumstances.failed.connect(self.failed)
        self.circumstances.noticed.connect(self.noticed)
        self.record = RecordPresenter(services, self)
        self.record.failed.connect(self.failed)
        self.record.noticed.connect(self.noticed)
        self.record.removed.connect(self._gone)

    def definitions(self) -> tuple[Definition, ...]:
        """The kinds of interview that there are."""
        return self._services.interviews.definitions()

    def open(self, person_id: str, section: str = OVERVIEW) -> None:
        """Show a person, beginning with a part of what is known; the reading is audited."""
        self.leave()
        file = self._try(lambda: self._services.people.open(person_id))
        if file is not None:
            self._just_opened = True
            state = PersonState(self._services.day.today(), file, self.definitions())
            booked = state.booked
            channel = booked.channel.value if booked else state.channel
            self.circumstances.show(person_id)
            self._set(replace(state, kind=first_kind(state), channel=channel, typed=typed_of(file.person, file.giving)))
            self.choose(section)

    def open_decisions(self, person_id: str) -> None:
        """Show a person where decisions about them are taken."""
        self.open(person_id, CIRCUMSTANCES)

    def arrived(self) -> None:
        """The page comes to the front: read again, unless that was done just now."""
        if not self._just_opened:
            self.refresh()
        self._just_opened = False

    def refresh(self) -> None:
        """Read the person again; what is typed and cannot be stored stays."""
        if self.state is None or not self._saving.flush():
            return
        before = self.state
        file = self._try(lambda: self._services.people.open(before.file.person.id))
        if file is not None:
            self._show(file)
            if before.section == DETAILS:
                self.record.show(file.person.id)

    def leave(self) -> None:
        """Put on disk what is typed, and put the contact note away."""
        self.circumstances.leave()
        self.flush()
        if self.state is not None and self.state.note_shown:
            self._set(replace(self.state, note_shown=False))

    def flush(self) -> bool:
        """Put on disk what is typed; False where it could not be."""
        return self._saving.flush()

    def unsaved(self) -> bool:
        """Whether something could not be stored yet."""
        return self._saving.unsaved()

    def choose(self, section: str) -> None:
        """Show a part of the person. What follows from the circumstances is read when somebody looks."""
        if self.state is None:
            return
        if section == CIRCUMSTANCES:
            self.circumstances.read()
        else:
            self.circumstances.leave()
            self.flush()
        if section == DETAILS:
            self.record.show(self.state.file.person.id)
        self._set(replace(self.state, section=section))

    def show_note(self) -> None:
        """Somebody asks for the contact note, or puts it away."""
        if self.state is not None:
            self._set(replace(self.state, note_shown=not self.state.note_shown))

    def edit(self, typed: Typed) -> None:
        """Something was typed into the details: what can be stored is, soon; the rest is said at its field."""
        state = self.state
        if state is None:
            return
        person, today = state.file.person, state.today
        self._saving.put(DetailsJob(storable(person, state.file.giving, typed, today)))
        asked = state.note_shown or typed["contact_note"] != state.typed["contact_note"]
        self._set(replace(state, typed=typed, problems=problems_of(person, typed, today), note_shown=asked))

    def set_start(self, kind: str, channel: str) -> None:
        """Which kind of interview would be started, and how they meet."""
        if self.state is not None:
            self._set(replace(self.state, kind=kind, channel=channel))

    def go_on(self) -> None:
        """Carry on what waits first; else start."""
        if self.state is not None and self.state.unfinished:
            self.resume(self.state.unfinished[0].id)
        else:
            self.start()

    def resume(self, interview_id: str) -> None:
        """Carry on an interview."""
        self.leave()
        self.resume_wanted.emit(interview_id)

    def start(self) -> None:
        """Start the chosen kind of interview, for the appointment of today where it is of that kind."""
        state = self.state
        if state is None or not state.kind or not state.channel or state.file.person.archived_at:
            return
        self.leave()
        booked = state.booked
        appointment = booked.id if booked is not None and booked.definition_id == state.kind else ""
        self.start_wanted.emit(state.file.person.id, state.kind, state.channel, appointment)

    def open_plan(self) -> None:
        """Go to the plan."""
        if self.state is not None:
            self.plan_wanted.emit(self.state.file.person.id)

    def open_commitment(self, commitment_id: str) -> None:
        """Go to an issued commitment."""
        self.commitment_wanted.emit(commitment_id)

    def open_newest_commitment(self) -> None:
        """Go to the commitment that was issued last."""
        if self.state is not None and self.state.file.commitments:
            self.open_commitment(self.state.file.commitments[0].id)

    def archive(self) -> None:
        """The person leaves the caseload; Undo brings them back."""
        if self.state is None or not self._saving.flush():
            return
        person_id = self.state.file.person.id
        if self._try(lambda: self._services.people.archive(person_id)) is not None:
            words = _("The person has left your caseload. Nothing was deleted.")
            self.noticed.emit(Notice(words, "done", _("Undo"), f"{ARCHIVE}{person_id}"))
            self.refresh()

    def restore(self) -> None:
        """Bring an archived person back."""
        if self.state is not None:
            self.undo(f"{ARCHIVE}{self.state.file.person.id}")

    def undo(self, action: str) -> bool:
        """Take back an archiving, or what was done to a circumstance; False where the action is none of ours."""
        if not action.startswith(ARCHIVE):
            return self.circumstances.undo(action)
        person_id = action.removeprefix(ARCHIVE)
        if self._try(lambda: self._services.people.restore(person_id)) is not None:
            self.noticed.emit(Notice(_("The person is on your caseload again."), "done"))
            self.refresh()
        return True

    def same_person(self) -> None:
        """Compare with another record that may be of the same person."""
        self.leave()
        if self.state is not None:
            self.same_wanted.emit(self.state.file.person)

    def show_viewing(self) -> None:
        """Go to the list of who looked at the record."""
        self.leave()
        if self.state is not None:
            self.viewing_wanted.emit(self.state.file.person.id)

    def copy_record(self, folder: Path, private: str) -> None:
        """Save a review copy of everything that is held, as it stands now."""
        if self.state is not None and self._saving.flush():
            self.record.copy(self.state.file.person.id, folder, private)

    def open_private(self, reason: str) -> None:
        """Open what was told in private."""
        if self.state is not None:
            self.record.open_private(self.state.file.person.id, reason)

    def set_hold(self, because: str, owner: str) -> None:
        """Set a legal hold."""
        if self.state is not None:
            self.record.set_hold(self.state.file.person.id, because, owner)

    def lift_hold(self, hold_id: str) -> None:
        """Lift the legal hold."""
        if self.state is not None:
            self.record.lift_hold(self.state.file.person.id, hold_id)

    def remove_record(self, because: str) -> None:
        """Remove the person for good."""
        self.leave()
        if self.state is not None and not self._saving.unsaved():
            self.record.remove(self.state.file.person.id, because)

    def _gone(self) -> None:
        self.state = None
        self.back_wanted.emit()

    def part(self) -> None:
        """Take apart the record that was joined to this one last."""
        newest = next(iter(self.state.file.joinings), None) if self.state is not None else None
        if newest is None or not self._saving.flush():
            return
        if self._try(lambda: self._services.joinings.part(newest.id)) is not None:
            self.noticed.emit(Notice(apart_again(), "done"))
            self.refresh()

    def back(self) -> None:
        """Back to the list."""
        self.back_wanted.emit()

    def _show(self, file: PersonFile) -> None:
        assert self.state is not None
        typed = self.state.typed if self.state.problems else typed_of(file.person, file.giving)
        if self.state.section == CIRCUMSTANCES:
            self.circumstances.read()
        self._set(replace(self.state, today=self._services.day.today(), file=file, typed=typed))

    def _written(self, written: Written) -> None:
        if self.state is not None and isinstance(written.record, Person):
            giving = safe_to_give(written.record, self.state.file.giving.told_in_private_on)
            self._set(replace(self.state, file=replace(self.state.file, person=written.record, giving=giving)))

    def _set(self, state: PersonState) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
