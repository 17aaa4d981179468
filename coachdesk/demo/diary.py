"""A month of appointments round today: what was, with what became of it, and what is to come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from coachdesk.demo.choosing import number, once_in, pick
from coachdesk.diary import MOVED, Absence, Appointment, AppointmentState, companions_for, premises_for
from coachdesk.interviews import Channel, Definition
from coachdesk.people import Nation, Person
from coachdesk.plans import Calendar

BEFORE, AFTER = 14, 16
"""Days of the month before and after today."""

_SLOTS = tuple(time(*divmod(minutes, 60)) for minutes in (*range(545, 720, 35), *range(785, 960, 35)))
"""From 9:05 to 11:25 and from 1:05 to 3:25, with time between them."""

_INSTEAD = time(12)
"""When somebody comes whose appointment was moved to the next day."""
_BEGUN = (AppointmentState.IN_PROGRESS, AppointmentState.ARRIVED, AppointmentState.REMINDED)
"""How today has begun."""

_CHANNELS = (Channel.FACE_TO_FACE,) * 5 + (Channel.PHONE,) * 3 + (Channel.VIDEO,)
_REASONS = ("", "", "After the school run", "To look at the plan together", "When the course has begun", "")


@dataclass(frozen=True, slots=True)
class Month:
    """What a month is made of: today, the bank holidays, the first interview and the one after it."""

    today: date
    calendar: Calendar
    first: Definition
    review: Definition

    def working_days(self) -> Iterator[date]:
        """The days on which the jobcentre is open."""
        for offset in range(-BEFORE, AFTER + 1):
            day = self.today + timedelta(days=offset)
            if day == self.today or (day.weekday() < 5 and not self.calendar.holiday(Nation.WALES, day)):
                yield day

    def next_day(self, day: date) -> date:
        """The working day after one of these, or the day itself where it is the last."""
        return next((each for each in self.working_days() if each > day), day)


def appointments(seed: str, month: Month, people: Sequence[Person], new_id: Callable[[], str]) -> Iterator[Appointment]:
    """One after another everybody gets a turn; no two are at the same time."""
    turn = 0
    met: set[str] = set()
    moved_on: set[date] = set()
    for day in month.working_days():
        wanted = min(len(people), len(_SLOTS) - number(seed, day, "free", below=3))
        for at in _SLOTS[:wanted]:
            person = people[turn % len(people)]
            turn += 1
            new = person.id not in met and once_in(4, seed, day, at, "new")
            met.add(person.id)
            kind = month.first if new else month.review
            booked = Appointment(
                id=new_id(),
                person_id=person.id,
                on=day,
                at=at,
                minutes=kind.minutes,
                definition_id=kind.id,
                channel=pick(_CHANNELS, seed, day, at, "channel"),
                reason=pick(_REASONS, seed, day, at, "reason"),
                premises=premises_for(person.needs),
                comes_along=companions_for(person.needs),
            )
            became = _became(booked, seed, month.today)
            if became.state not in MOVED or day in moved_on:
                yield became
            else:
                moved_on.add(day)
                yield from _with_the_new_one(became, seed, month, new_id())


def _with_the_new_one(moved: Appointment, seed: str, month: Month, new_id: str) -> Iterator[Appointment]:
    """An appointment that was moved, and the one in its place."""
    day = month.next_day(moved.on)
    booked = replace(moved, id=new_id, on=day, at=_INSTEAD, state=AppointmentState.BOOKED, moved_from=moved.id)
    yield replace(moved, moved_to=new_id)
    yield _became(booked, seed, month.today)


def _became(booked: Appointment, seed: str, today: date) -> Appointment:
    """The appointment with what became of it."""
    state = _state(seed, booked.on, booked.at, today)
    absence = pick(tuple(Absence), seed, booked.on, booked.at, "absence") if state is AppointmentState.NO_SHOW else None
    return replace(booked, state=state, absence=absence)


def _state(seed: str, day: date, at: time, today: date) -> AppointmentState:
    if day >= today:
        begun = dict(zip(_SLOTS, _BEGUN, strict=False)) if day == today else {}
        return begun.get(at, AppointmentState.BOOKED)
    if once_in(11, seed, day, at, "missed"):
        return AppointmentState.NO_SHOW
    if once_in(14, seed, day, at, "moved"):
        return pick((AppointmentState.MOVED_BY_US, AppointmentState.MOVED_BY_THEM), seed, day, at, "by whom")
    if once_in(18, seed, day, at, "cancelled"):
        return AppointmentState.CANCELLED
    return AppointmentState.BOOKED if once_in(30, seed, day, at, "forgotten") else AppointmentState.SEEN
