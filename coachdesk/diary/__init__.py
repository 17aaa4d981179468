"""Appointments and their honest states, clashes, and what waits for the coach. Pure."""

from coachdesk.diary.appointment import Appointment, AppointmentState
from coachdesk.diary.needs_you import NeedsYou, Row, Rows, counted, needs_you, number_of_needs
from coachdesk.diary.overlap import overlapping
from coachdesk.diary.states import LABELS, states_after
from coachdesk.diary.times import read_time
from coachdesk.diary.ways import WAYS

__all__ = [
    "LABELS",
    "WAYS",
    "Appointment",
    "AppointmentState",
    "NeedsYou",
    "Row",
    "Rows",
    "counted",
    "needs_you",
    "number_of_needs",
    "overlapping",
    "read_time",
    "states_after",
]
