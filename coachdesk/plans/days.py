"""Days of a plan that clash with something that is known: said, never refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coachdesk.diary.appointment import Appointment
from coachdesk.diary.states import TO_COME
from coachdesk.i18n import _, clock_time, long_date
from coachdesk.people.person import Nation
from coachdesk.plans.calendar import Calendar
from coachdesk.plans.plan import Action
from coachdesk.plans.school_holidays import SchoolHolidays

_SATURDAY = 5

APPOINTMENT = "note.appointment"
BANK_HOLIDAY = "note.bank-holiday"
SCHOOL_HOLIDAY = "note.school-holiday"
WEEKEND = "note.weekend"


@dataclass(frozen=True, slots=True)
class DayNote:
    """A stable code, a whole sentence for the coach, and the action that it is about."""

    code: str
    text: str
    action_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that are known.

    Attributes:
        nation: whose bank holidays count.
        calendar: bank holidays.
        appointments: the person's.
        schools: school holidays, looked at in one `area`; an empty one is looked at nowhere.
    """

    nation: Nation
    calendar: Calendar
    appointments: tuple[Appointment, ...] = ()
    schools: SchoolHolidays = field(default_factory=SchoolHolidays)
    area: str = ""


def day_notes(actions: Iterable[Action], days: Days) -> tuple[DayNote, ...]:
    """What is known of the day of each action that has one: first what the day is, then who is met on it."""
    dated = tuple(each for each in actions if each.by is not None)
    return (*(note for each in dated for note in _of_the_day(each, days)), *_clashes(dated, days.appointments))


def _of_the_day(action: Action, days: Days) -> Iterator[DayNote]:
    assert action.by is not None
    words = {"action": _short(action.text), "day": long_date(action.by)}
    holiday = days.calendar.holiday(days.nation, action.by)
    if holiday is not None:
        text = _("“{action}” is due on a bank holiday: {day}, {holiday}.").format(holiday=holiday, **words)
        yield DayNote(BANK_HOLIDAY, text, action.id)
    elif action.by.weekday() >= _SATURDAY:
        yield DayNote(WEEKEND, _("“{action}” is due at a weekend: {day}.").format(**words), action.id)
    school = days.schools.holiday(days.area, action.by)
    if school is not None:
        text = _("“{action}” is due in the school holidays: {day}, {holiday}.").format(holiday=school, **words)
        yield DayNote(SCHOOL_HOLIDAY, text, action.id)


def _clashes(dated: tuple[Action, ...], known: Iterable[Appointment]) -> Iterator[DayNote]:
    kept = sorted((each for each in known if each.state in TO_COME), key=lambda each: (each.on, each.at))
    for action in dated:
        for appointment in kept:
            if appointment.on == action.by:
                text = _("“{action}” is due on the day of the appointment at {time}, {day}.").format(
                    action=_short(action.text), time=clock_time(appointment.at), day=long_date(appointment.on)
                )
                yield DayNote(APPOINTMENT, text, action.id)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"
