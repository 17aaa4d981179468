"""What the coach does with a day: look at it, start, say what became of an appointment, go where something waits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.diary import KNOWN, LABELS, MOVED, Absence, Appointment, AppointmentState, NeedsYou
from coachdesk.diary.needs_you import UNANSWERED, UNFINISHED
from coachdesk.errors import AppError
from coachdesk.i18n import _, clock_time, long_date, ngettext
from coachdesk.services import Outgoing, PrepCard, Services
from ui.errors import attempt
from ui.kit import Notice
from ui.today.booking_presenter import BookingPresenter
from ui.today.checking import Checking
from ui.today.state import AT_AN_APPOINTMENT, OF_THE_VAULT, TO_BE_DECIDED, TodayState, first_to_come, nothing_on

T = TypeVar("T")

SLIP = "slip:"


class TodayPresenter(QObject):
    """Owns a `TodayState` and gives it whole. `booking` is the form beside the list."""

    changed = Signal(object)
    failed = Signal(object)  # AppError
    noticed = Signal(object)  # Notice; its action comes back to `undo`
    start_wanted = Signal(str, str, str, str)  # person, definition, channel, appointment
    resume_wanted = Signal(str)
    person_wanted = Signal(str)
    vault_wanted = Signal(str)  # what is to be done about it, as a code of what waits
    decision_wanted = Signal(str)  # person
    commitment_wanted = Signal(str)
    slip_wanted = Signal(str)  # appointment
    add_person_wanted = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self.left = services, services.handing.left
        self._day: date | None = None  # None follows the calendar over midnight
        self._in_week = False
        self._before: dict[str, Appointment] = {}
        today = services.day.today()
        self.state = TodayState(nothing_on(today), today)
        self.checking = Checking(services, self)
        self.checking.found.connect(self._checked)
        self.checking.failed.connect(self.failed)
        self.booking = BookingPresenter(services, self)
        self.booking.booked.connect(self._booked)
        self.booking.failed.connect(self.failed)

    def refresh(self) -> None:
        """Read the day again; whoever was chosen stays chosen."""
        self._show(self.state.chosen)

    def show_day(self, day: date) -> None:
        """Go to a day."""
        self._to_day(day)
        self._show("")

    def sheet(self) -> Outgoing | None:
        """The day that is shown on its way to the printer, without names; None where it could not be made."""
        return self._try(lambda: self._services.day.outgoing(self.state.view.day))

    def day_before(self) -> None:
        """Go back one day, or one week while a week is shown."""
        self.show_day(self.state.view.day - self._step())

    def day_after(self) -> None:
        """Go on one day, or one week while a week is shown."""
        self.show_day(self.state.view.day + self._step())

    def toggle_week(self) -> None:
        """Show the week in which the day lies, or the day again: that of the appointment that is chosen."""
        self._in_week = not self._in_week
        entry = self.state.entry
        if not self._in_week and entry is not None:
            self._to_day(entry.appointment.on)
        self._show(self.state.chosen)

    def open_day(self, day: date) -> None:
        """Go from the week to one of its days."""
        self._in_week = False
        self.show_day(day)

    def back_to_today(self) -> None:
        """Go to the day that it is."""
        self.show_day(self._services.day.today())

    def choose(self, appointment_id: str) -> None:
        """Look at one appointment; its prep card comes with it."""
        if appointment_id and appointment_id != self.state.chosen:
            self.booking.close()
            self._set(replace(self.state, chosen=appointment_id, card=None, rhythm_shown=False), read_card=True)

    def start(self) -> None:
        """Start the chosen interview, or carry on what waits of this person first."""
        entry, card = self.state.entry, self.state.card
        if card is not None and card.unfinished:
            self.resume_wanted.emit(card.unfinished)
        elif entry is not None and not entry.appointment.without_contact:
            chosen = entry.appointment
            self.start_wanted.emit(chosen.person_id, chosen.definition_id, chosen.channel.value, chosen.id)

    def open_person(self) -> None:
        """Go to the person whose appointment is chosen."""
        if self.state.entry is not None:
            self.person_wanted.emit(self.state.entry.appointment.person_id)

    def set_state(self, value: str) -> None:
        """Say what became of the chosen appointment. Where it was moved, the new time is asked for at once."""
        entry, state = self.state.entry, AppointmentState(value)
        if entry is None or entry.appointment.state is state:
            return
        before = entry.appointment
        after = self._try(lambda: self._services.diary.set_state(before.id, state))
        if after is None:
            return
        words = _("{time}: {state}.").format(time=clock_time(before.at), state=_(LABELS[state]))
        self._changed(before, after, words)
        if state in MOVED:
            self.booking.open_again(after, entry.name)

    def learn(self, value: str) -> None:
        """Say what is known by now of whoever did not come."""
        entry, absence = self.state.entry, Absence(value)
        if entry is not None and entry.appointment.absence is not absence:
            before = entry.appointment
            after = self._try(lambda: self._services.diary.learn(before.id, absence))
            if after is not None:
                self._changed(before, after, _("Noted: {what}.").format(what=_(KNOWN[absence]).lower()))

    def find_time(self) -> None:
        """A new time in the place of the chosen appointment, where it was moved and has none yet."""
        entry = self.state.entry
        if entry is not None and entry.appointment.state in MOVED and not entry.appointment.moved_to:
            self.booking.open_again(entry.appointment, entry.name)

    def change(self) -> None:
        """Put right the day, time, kind or channel of the chosen appointment."""
        if self.state.entry is not None:
            self.booking.open_change(self.state.entry.appointment, self.state.entry.name)

    def toggle_rhythm(self) -> None:
        """Agree how often to be in touch with the chosen person, or go back to the prep card."""
        shown = not self.state.rhythm_shown and self.state.card is not None
        self._set(replace(self.state, rhythm_shown=shown, rhythm_problem=None))

    def agree(self, days: str, reason: str) -> None:
        """So often, and why; what is wrong is said in the form."""
        card = self.state.card
        if card is None:
            return
        try:
            rhythm = self._services.rhythms.agree(card.person.id, int(days) if days.strip().isdecimal() else 0, reason)
        except AppError as error:
            self._set(replace(self.state, rhythm_problem=error))
            return
        words = _("The next contact with {name} is due on {day}.")
        self._agreed(words.format(name=card.person.full_name, day=long_date(rhythm.due_on)))

    def agree_on_nothing(self) -> None:
        """No interval, then."""
        card = self.state.card
        if card is not None:
            self._try(lambda: self._services.rhythms.drop(card.person.id))
            self._agreed(_("No interval is agreed with {name}.").format(name=card.person.full_name))

    def _agreed(self, words: str) -> None:
        self.noticed.emit(Notice(words, "done"))
        self.state = replace(self.state, rhythm_shown=False, rhythm_problem=None)
        self._show(self.state.chosen)

    def open_slip(self) -> None:
        """Go to what can be given about the chosen appointment."""
        if self.state.entry is not None:
            self.slip_wanted.emit(self.state.entry.appointment.id)

    def give_out(self, folder: Path) -> None:
        """Write the week in which the day lies into a folder as a calendar file, by the numbers of its slots."""
        first = self.state.view.day - timedelta(days=self.state.view.day.weekday())
        file = self._try(lambda: self._services.calendars.give_out(first, first + timedelta(days=6), folder))
        if file is not None:
            self.noticed.emit(Notice(_("The week is in {file}, without names.").format(file=file.name), "done"))

    def bring_in(self, file: Path) -> None:
        """Take over when another calendar is busy, in the place of what was taken over before."""
        taken = self._try(lambda: self._services.calendars.bring_in(file))
        if taken is not None:
            words = ngettext(
                "One busy time was taken over, up to {day}.",
                "{n} busy times were taken over, up to {day}.",
                taken.number,
            )
            self.noticed.emit(Notice(words.format(n=taken.number, day=long_date(taken.until)), "done"))
            self._show(self.state.chosen)

    def add_appointment(self) -> None:
        """Open the form for a new appointment on the day that is shown."""
        self.booking.open_new(self.state.view.day)

    def add_person(self) -> None:
        """Leads to the form for a new person."""
        self.add_person_wanted.emit()

    def undo(self, action: str) -> bool:
        """Take a change of an appointment back, or go to its slip; False where the action is none of ours."""
        if action.startswith(SLIP):
            self.slip_wanted.emit(action.removeprefix(SLIP))
            return True
        if action not in self._before:
            return False
        before = self._before.pop(action)
        self._try(lambda: self._services.diary.take_back(before))
        self.booking.close()
        self._show(before.id)
        return True

    def toggle_needs(self) -> None:
        """Unfold what waits, or fold it away."""
        self._set(replace(self.state, needs_shown=not self.state.needs_shown))

    def open_need(self, row_id: str) -> None:
        """Go where one thing that waits can be done."""
        need = self.state.view.needs_you[int(row_id)]
        if need.code == UNFINISHED:
            self.resume_wanted.emit(need.record_id)
        elif need.code == UNANSWERED:
            self.commitment_wanted.emit(need.record_id)
        elif need.code in AT_AN_APPOINTMENT:
            self._to_appointment(need)
        elif need.code in OF_THE_VAULT:
            self.vault_wanted.emit(need.code)
        elif need.code in TO_BE_DECIDED:
            self.decision_wanted.emit(need.person_id)
        else:
            self.person_wanted.emit(need.person_id)

    def _step(self) -> timedelta:
        return timedelta(days=7 if self._in_week else 1)

    def _to_day(self, day: date) -> None:
        self._day = None if day == self._services.day.today() else day

    def _to_appointment(self, need: NeedsYou) -> None:
        if need.on is not None:
            self._in_week = False
            self._to_day(need.on)
            self._show(need.record_id)

    def _booked(self, before: Appointment | None, after: Appointment) -> None:
        words = _("The appointment is on {day}, {time}.").format(day=long_date(after.on), time=clock_time(after.at))
        if before is None:
            self.noticed.emit(Notice(words, "done", _("Slip to hand over"), f"{SLIP}{after.id}"))
            self._show(after.id)
        else:
            self._changed(before, after, words)

    def _changed(self, before: Appointment, after: Appointment, words: str) -> None:
        action = f"appointment:{before.id}:{before.version}"
        self._before[action] = before
        self.noticed.emit(Notice(words, "done", _("Undo"), action))
        self._show(after.id)

    def _show(self, chosen: str) -> None:
        view = self._try(lambda: self._services.day.view(self._day))
        week = self._try(lambda: self._services.day.week(view.day)) if view is not None and self._in_week else ()
        if view is None:
            return
        today = self._services.day.today()
        shown = replace(self.state, view=view, week=week or (), today=today, chosen=chosen)
        if shown.entry is None:
            shown = replace(shown, chosen=first_to_come(shown.entries))
        self._set(shown, read_card=True)
        if view.checking:
            self.checking.begin()

    def _checked(self, needs: tuple[NeedsYou, ...]) -> None:
        self._set(replace(self.state, view=replace(self.state.view, needs_you=needs)))

    def _set(self, state: TodayState, *, read_card: bool = False) -> None:
        if read_card:
            state = replace(state, card=self._card(state))
        self.state = state
        self.changed.emit(state)

    def _card(self, state: TodayState) -> PrepCard | None:
        entry = state.entry
        if entry is None:
            return None
        return self._try(lambda: self._services.day.prep(entry.appointment.person_id, entry.appointment))

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
