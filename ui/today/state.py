"""What the screen of the day shows, and its rows in words."""

from dataclasses import dataclass
from datetime import date

from coachdesk.diary import OPEN, Appointment, AppointmentState, NeedsYou, OfficeDay, number_of_needs, way
from coachdesk.diary.needs_you import (
    BACKUP,
    CLOCK,
    DECISION,
    ENDING,
    FOLLOW_UP,
    NO_NEXT_STEP,
    OUTCOME,
    PROMISE,
    QUIET,
    REVIEW,
    TIME_OVER,
    UNANSWERED,
    UNFINISHED,
    UNREACHED,
)
from coachdesk.errors import AppError
from coachdesk.i18n import N_, _, clock_time, ngettext, short_date
from coachdesk.services import DayEntry, DayView, PrepCard
from ui.kit import Row

NEEDS = {
    UNFINISHED: N_("Carry on"),
    PROMISE: N_("Your promise"),
    UNREACHED: N_("Are they safe?"),
    QUIET: N_("No contact"),
    DECISION: N_("To decide"),
    OUTCOME: N_("What became of it"),
    UNANSWERED: N_("What they said"),
    FOLLOW_UP: N_("Follow-up"),
    ENDING: N_("A pause ends"),
    REVIEW: N_("Look again"),
    NO_NEXT_STEP: N_("No next step"),
    BACKUP: N_("Backup"),
    CLOCK: N_("The clock"),
    TIME_OVER: N_("To delete"),
}
"""What is to be done about each kind of need, in two or three words."""

OF_THE_VAULT = frozenset({BACKUP, CLOCK, TIME_OVER})
"""What is seen to in Administration, where backups are."""

AT_AN_APPOINTMENT = frozenset({OUTCOME, UNREACHED})
"""What is seen to where the appointment stands."""

TO_BE_DECIDED = frozenset({DECISION, FOLLOW_UP, ENDING, REVIEW})
"""What is seen to where the person's decisions stand."""


@dataclass(frozen=True, slots=True)
class TodayState:
    """One day on the screen.

    Attributes:
        today: the date on the wall; `view.day` is the day that is shown.
        chosen: id of the appointment whose prep card is shown; "" for none.
        card: what to know before meeting that person.
        needs_shown: the list of what waits is unfolded.
        rhythm_shown: how often to be in touch with the chosen person is being agreed; what is wrong: `rhythm_problem`.
        week: the days of the week in which `view` lies, while the week is shown; else nothing.
    """

    view: DayView
    today: date
    chosen: str = ""
    card: PrepCard | None = None
    needs_shown: bool = False
    week: tuple[DayView, ...] = ()
    rhythm_shown: bool = False
    rhythm_problem: AppError | None = None

    @property
    def entries(self) -> tuple[DayEntry, ...]:
        """The lines of the day, or of the week while that is shown."""
        return tuple(entry for day in self.week for entry in day.entries) if self.week else self.view.entries

    @property
    def entry(self) -> DayEntry | None:
        """The line that is chosen."""
        return next((each for each in self.entries if each.appointment.id == self.chosen), None)


def nothing_on(day: date) -> DayView:
    """A day before it was read."""
    return DayView(day, (), (), OfficeDay(day, (), 10), ())


def first_to_come(entries: tuple[DayEntry, ...]) -> str:
    """Whom to look at first: the next who is still to come, else the first of the day."""
    to_come = [each for each in entries if each.appointment.state in OPEN]
    return next((each.appointment.id for each in (*to_come, *entries)), "")


def day_rows(entries: tuple[DayEntry, ...]) -> tuple[Row, ...]:
    """Time, name, kind and minutes, channel, state; needs on a line below."""
    return tuple(
        Row(
            entry.appointment.id,
            (
                clock_time(entry.appointment.at),
                entry.name,
                kind_and_minutes(entry),
                way(entry.appointment),
                entry.state,
            ),
            below=" \N{MIDDLE DOT} ".join(entry.needs),
        )
        for entry in entries
    )


def kind_and_minutes(entry: DayEntry) -> str:
    """`Work search review, 10 min`."""
    return _("{kind}, {minutes} min").format(kind=entry.kind, minutes=entry.appointment.minutes)


def kind_and_way(entry: DayEntry) -> str:
    """The same with how the two meet, where, and why it is so for now."""
    appointment = entry.appointment
    words = _("{kind}, {way}").format(kind=kind_and_minutes(entry), way=way(appointment))
    if appointment.channel_reason and appointment.channel_until is not None:
        words += ". " + _("In this way until {day}: {reason}").format(
            day=short_date(appointment.channel_until), reason=appointment.channel_reason
        )
    elif appointment.channel_reason:
        words += ". " + _("In this way for now: {reason}").format(reason=appointment.channel_reason)
    return f"{words}. {appointment.place}" if appointment.place else words


def need_rows(needs: tuple[NeedsYou, ...]) -> tuple[Row, ...]:
    """What to do, and the sentence; the id is the place in the list."""
    return tuple(Row(str(number), (_(NEEDS[need.code]), need.text)) for number, need in enumerate(needs))


def how_far(entries: tuple[DayEntry, ...]) -> str:
    """`4 seen, 8 to come`; nothing for a day without appointments."""
    if not entries:
        return ""
    states = [each.appointment.state for each in entries]
    coming = sum(state in OPEN for state in states)
    return _("{seen} seen, {coming} to come").format(seen=states.count(AppointmentState.SEEN), coming=coming)


def how_many_need(needs: tuple[NeedsYou, ...]) -> str:
    """`3 things need you`."""
    return ngettext("One thing needs you", "{n} things need you", len(needs)).format(n=number_of_needs(needs))


def ends_at(appointment: Appointment) -> str:
    """The time at which it ends, by the clock on the wall."""
    minutes = appointment.at.hour * 60 + appointment.at.minute + appointment.minutes
    return clock_time(appointment.at.replace(hour=minutes // 60 % 24, minute=minutes % 60))
