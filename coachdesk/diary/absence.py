"""When somebody did not come: we do not know why. First whether they are safe, then what stood in the way.

Nothing here counts, and nothing is said of consequences: a good reason is asked for before anything else (domain.md 13).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from coachdesk.diary.appointment import Absence, Appointment, AppointmentState
from coachdesk.i18n import N_, _

KNOWN: Mapping[Absence, str] = MappingProxyType(
    {
        Absence.UNKNOWN: N_("We do not know why"),
        Absence.SAFE: N_("They are safe; why is not known"),
        Absence.GOOD_REASON: N_("They had a good reason"),
        Absence.OUR_SIDE: N_("It was on our side"),
    }
)
"""Message ids of what is known."""

_SAFE = N_("First, are they safe? Reach them in the way they asked for. If you are worried, open the safety panel.")
_REASON = N_(
    "Then ask, before anything else, what stood in the way: illness, somebody to care for, travel, another appointment, "
    "the time or the place itself."
)
_REACHED = N_("Ask too whether our message reached them, in a form and language that they can read.")
_TWICE = N_(
    "The last two times did not work out. Another way to meet or another time may suit better: offer the choice."
)


def prompts(appointment: Appointment, before: Sequence[Appointment] = ()) -> tuple[str, ...]:
    """What to do now, in order.

    Args:
        appointment: one to which somebody did not come; of any other nothing is said.
        before: the person's earlier appointments, newest first.
    """
    if appointment.state is not AppointmentState.NO_SHOW:
        return ()
    lines = {
        Absence.UNKNOWN: (_SAFE, _REASON, _REACHED),
        Absence.SAFE: (_REASON, _REACHED),
        Absence.GOOD_REASON: (),
        Absence.OUR_SIDE: (),
    }[appointment.absence or Absence.UNKNOWN]
    return tuple(_(line) for line in (*lines, *([_TWICE] if _again(appointment, before) else [])))


def _again(appointment: Appointment, before: Sequence[Appointment]) -> bool:
    """Whether the last meeting before it did not take place either. What was on our side is no sign of anything."""
    if appointment.absence is Absence.OUR_SIDE or not before:
        return False
    last = before[0]
    return last.state is AppointmentState.NO_SHOW and last.absence is not Absence.OUR_SIDE
