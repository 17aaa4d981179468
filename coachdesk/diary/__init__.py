"""Appointments and their honest states, the office and its slots, clashes, and what waits for the coach. Pure."""

from coachdesk.diary.absence import KNOWN, prompts
from coachdesk.diary.appointment import (
    Absence,
    Appointment,
    AppointmentState,
    BusyTime,
    Companion,
    ContactRhythm,
    Premises,
)
from coachdesk.diary.booking import Booking, check_booking
from coachdesk.diary.needs_you import NeedsYou, Row, Rows, counted, needs_you, number_of_needs
from coachdesk.diary.office import OfficeDay, first_free, free, office_day, slot_number, within_hours
from coachdesk.diary.overlap import busy_then, overlapping
from coachdesk.diary.rhythm import check_rhythm, counted_from, quiet_before
from coachdesk.diary.states import (
    LABELS,
    MOVED,
    NEEDS_OUTCOME,
    OPEN,
    TAKES_TIME,
    TO_COME,
    ends,
    moves,
    needs_outcome,
    states_after,
)
from coachdesk.diary.times import OnTheClock, moment, on_the_clock, read_time
from coachdesk.diary.ways import (
    COMPANIONS,
    PREMISES,
    WAYS,
    WITHOUT_CONTACT,
    arranged,
    companions_for,
    premises_for,
    way,
)

__all__ = [
    "COMPANIONS",
    "KNOWN",
    "LABELS",
    "MOVED",
    "NEEDS_OUTCOME",
    "OPEN",
    "PREMISES",
    "TAKES_TIME",
    "TO_COME",
    "WAYS",
    "WITHOUT_CONTACT",
    "Absence",
    "Appointment",
    "AppointmentState",
    "Booking",
    "BusyTime",
    "Companion",
    "ContactRhythm",
    "NeedsYou",
    "OfficeDay",
    "OnTheClock",
    "Premises",
    "Row",
    "Rows",
    "arranged",
    "busy_then",
    "check_booking",
    "check_rhythm",
    "companions_for",
    "counted",
    "counted_from",
    "ends",
    "first_free",
    "free",
    "moment",
    "moves",
    "needs_outcome",
    "needs_you",
    "number_of_needs",
    "office_day",
    "on_the_clock",
    "overlapping",
    "premises_for",
    "prompts",
    "quiet_before",
    "read_time",
    "slot_number",
    "states_after",
    "way",
    "within_hours",
]
