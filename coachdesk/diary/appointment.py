from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from coachdesk.interviews.definition import Channel
from coachdesk.records import Record


class AppointmentState(StrEnum):
    BOOKED = "booked"
    ARRIVED = "arrived"
    SEEN = "seen"
    NO_SHOW = "no_show"
    REARRANGED = "rearranged"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Record):
    """A meeting in the diary, at a local wall time: a clock change moves the world, not the appointment.

    Attributes:
        zone: IANA name of the time zone of `on` and `at`.
        definition_id: the kind of interview.
        reason: why this interval, in the coach's words.
        made_in: id of the interview in which it was agreed, or empty.
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
