"""Written cases played through the real services, as if a coach had typed them."""

from coachdesk.rehearsal.case import (
    Case,
    CaseHappened,
    CaseOutcome,
    NextContact,
    answers_of,
    check_case,
    load_case,
)
from coachdesk.rehearsal.chain import read_chain
from coachdesk.rehearsal.meeting import HandedOver, Stage, begin, close, hand_over, talk, welcome
from coachdesk.rehearsal.moving_clock import MovingClock
from coachdesk.rehearsal.play import Played, hold, play, told

__all__ = [
    "Case",
    "CaseHappened",
    "CaseOutcome",
    "HandedOver",
    "MovingClock",
    "NextContact",
    "Played",
    "Stage",
    "answers_of",
    "begin",
    "check_case",
    "close",
    "hand_over",
    "hold",
    "load_case",
    "play",
    "read_chain",
    "talk",
    "told",
    "welcome",
]
