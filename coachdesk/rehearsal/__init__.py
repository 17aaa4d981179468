"""Written cases played through the real services, as if a coach had typed them."""

from coachdesk.rehearsal.chain import read_chain
from coachdesk.rehearsal.meeting import HandedOver, Stage, begin, begins_at, close, hand_over, talk, welcome
from coachdesk.rehearsal.moving_clock import MovingClock
from coachdesk.rehearsal.play import Played, hold, play, told

__all__ = [
    "HandedOver",
    "MovingClock",
    "Played",
    "Stage",
    "begin",
    "begins_at",
    "close",
    "hand_over",
    "hold",
    "play",
    "read_chain",
    "talk",
    "told",
    "welcome",
]
