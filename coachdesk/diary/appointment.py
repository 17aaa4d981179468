from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from coachdesk.interviews.definition import Channel
from coachdesk.records import Record


class AppointmentState(StrEnum):
    """What became of an appointment. That one needs an outcome is worked out (`needs_outcome`), never stored."""

    BOOKED = "booked"
    REMINDED = "reminded"
    ARRIVED = "arrived"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    SEEN = "seen"
    NO_SHOW = "no_show"
    MOVED_BY_US = "moved_by_us"
    MOVED_BY_THEM = "moved_by_them"
    CANCELLED = "cancelled"


class Premises(StrEnum):
    """What the place has to have."""

    QUIET_ROOM = "quiet_room"
    GROUND_FLOOR = "ground_floor"
    VENTILATION = "ventilation"
    LOOP = "loop"


class Companion(StrEnum):
    """Who comes along."""

    INTERPRETER = "interpreter"
    APPOINTEE = "appointee"
    SUPPORTER = "supporter"


class Absence(StrEnum):
    """What is known since somebody did not come. It begins with not knowing, and nothing of it is ever counted."""

    UNKNOWN = "unknown"
    SAFE = "safe"
    GOOD_REASON = "good_reason"
    OUR_SIDE = "our_side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Record):
    """A meeting in the diary, at a local wall time: a clock change moves the world, not the appointment.

    Attributes:
        zone: IANA name of the time zone of `on` and `at`.
        definition_id: the kind of interview.
        reason: why this interval, in the coach's words.
        made_in: id of the interview in which it was agreed, or empty.
        without_contact: nobody comes and nobody is rung; the time is for what lies on the desk.
        channel_reason: why the two meet in another way than usual; empty where they do not.
        channel_until: the last day of that arrangement; None where no day is agreed.
        premises: what the place has to have.
        comes_along: who is there besides the two.
        moved_from: id of the appointment in whose place this one is, or empty.
        moved_to: id of the appointment that is in the place of this one, or empty. By whom, the state says.
        absence: what is known since they did not come; None in every other state.
    """

    person_id: str
    on: date
    at: time
    minutes: int
    definition_id: str
    channel: Channel
    zone: str = "Europe/London"
    state: AppointmentState = AppointmentState.BOOKED
    reason: str = ""
    place: str = ""
    made_in: str = ""
    without_contact: bool = False
    channel_reason: str = ""
    channel_until: date | None = None
    premises: tuple[Premises, ...] = ()
    comes_along: tuple[Companion, ...] = ()
    moved_from: str = ""
    moved_to: str = ""
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRhythm(Record):
    """How often the two of them are in touch, as they agreed it.

    Attributes:
        days: from one contact to the next.
        reason: why this interval, in the coach's words.
        due_on: the day by which the next contact is due, from the last one that is known.
    """

    person_id: str
    days: int
    reason: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyTime(Record):
    """A stretch of the coach's day that another calendar has taken. Of what it is for, nothing is kept.

    Attributes:
        zone: IANA name of the time zone of `on` and `at`.
    """

    on: date
    at: time
    minutes: int
    zone: str = "Europe/London"
