"""A month of appointments round today: what was, with what became of it, and what is to come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from coachdesk.demo.choosing import number, once_in, pick
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews import Channel, Definition
from coachdesk.people import Nation, Person
from coachdesk.plans import Calendar

BEFORE, AFTER = 14, 16
"""Days of the month before and after today."""

_SLOTS = tuple(time(*divmod(minutes, 60)) for minutes in (*range(545, 720, 35), *range(785, 960, 35)))
"""From 9:05 to 11:25 and from 1:05 to 3:25, with time between them."""

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


def appointments(seed: str, month: Month, people: Sequence[Person], new_id: Callable[[], str]) -> Iterator[Appointment]:
    """One after another everybody gets a turn; nobody has two on a day, and no two are at the same time."""
    turn = 0
    met: set[str] = set()
    for day in month.working_days():
        wanted = min(len(people), len(_SLOTS) - number(seed, day, "free", below=3))
        for at in _SLOTS[:wanted]:
            person = people[turn % len(people)]
            turn += 1
            new = person.id not in met and once_in(4, seed, day, at, "new")
            met.add(person.id)
            kind = month.first if new else month.review
            yield Appointment(
                id=new_id(),
                person_id=person.id,
                on=day,
                at=at,
                minutes=kind.minutes,
                definition_id=kind.id,
                channel=pick(_CHANNELS, seed, day, at, "channel"),
                state=_state(seed, day, at, month.today),
                reason=pick(_REASONS, seed, day, at, "reason"),
            )


def _state(seed: str, day: date, at: time, today: date) -> AppointmentState:
    if day > today or (day == today and at != _SLOTS[0]):
        return AppointmentState.BOOKED
    if day == today:
        return AppointmentState.ARRIVED
    if once_in(11, seed, day, at, "missed"):
        return AppointmentState.NO_SHOW
    if once_in(14, seed, day, at, "moved"):
        return pick((AppointmentState.MOVED_BY_US, AppointmentState.MOVED_BY_THEM), seed, day, at, "by whom")
    return AppointmentState.BOOKED if once_in(30, seed, day, at, "forgotten") else AppointmentState.SEEN
