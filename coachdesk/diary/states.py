"""What became of an appointment: plain words, and which state may follow which. Every step can be taken back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from coachdesk.diary.appointment import Appointment, AppointmentState
from coachdesk.diary.times import moment
from coachdesk.i18n import N_

BOOKED, REMINDED, ARRIVED = AppointmentState.BOOKED, AppointmentState.REMINDED, AppointmentState.ARRIVED
IN_PROGRESS, PAUSED, SEEN = AppointmentState.IN_PROGRESS, AppointmentState.PAUSED, AppointmentState.SEEN
NO_SHOW, CANCELLED = AppointmentState.NO_SHOW, AppointmentState.CANCELLED
BY_US, BY_THEM = AppointmentState.MOVED_BY_US, AppointmentState.MOVED_BY_THEM

TO_COME = (BOOKED, REMINDED, ARRIVED)
"""Nobody has said more yet than that they are expected, or here."""
BEGUN = (IN_PROGRESS, PAUSED)
OPEN = (*TO_COME, *BEGUN)
"""What became of it is still to be said."""
MOVED = (BY_US, BY_THEM)
TAKES_TIME = frozenset({*OPEN, SEEN})
"""In these states the time is not free."""

LABELS: Mapping[AppointmentState, str] = MappingProxyType(
    {
        BOOKED: N_("Booked"),
        REMINDED: N_("Reminded"),
        ARRIVED: N_("Here, waiting"),
        IN_PROGRESS: N_("Talking now"),
        PAUSED: N_("Paused"),
        SEEN: N_("Seen"),
        NO_SHOW: N_("Did not come"),
        BY_US: N_("Moved by us"),
        BY_THEM: N_("Moved by them"),
        CANCELLED: N_("Cancelled"),
    }
)
"""Message ids of the states."""

NEEDS_OUTCOME = N_("Needs an outcome")
"""Message id of what is said in the place of the state once the time has passed."""

_AFTER: Mapping[AppointmentState, tuple[AppointmentState, ...]] = MappingProxyType(
    {
        BOOKED: (ARRIVED, REMINDED, IN_PROGRESS, SEEN, NO_SHOW, BY_THEM, BY_US, CANCELLED),
        REMINDED: (ARRIVED, IN_PROGRESS, SEEN, NO_SHOW, BY_THEM, BY_US, CANCELLED, BOOKED),
        ARRIVED: (IN_PROGRESS, SEEN, BY_US, BY_THEM, BOOKED),
        IN_PROGRESS: (PAUSED, SEEN, BY_US, BY_THEM, ARRIVED, BOOKED),
        PAUSED: (IN_PROGRESS, SEEN, BY_US, BY_THEM),
        SEEN: (ARRIVED, BOOKED),
        NO_SHOW: (ARRIVED, IN_PROGRESS, SEEN, BY_THEM, BY_US, BOOKED),
        BY_US: (BOOKED,),
        BY_THEM: (BOOKED,),
        CANCELLED: (BOOKED,),
    }
)
_BEFORE_THE_DAY = frozenset({BOOKED, REMINDED, *MOVED, CANCELLED})


def states_after(state: AppointmentState) -> tuple[AppointmentState, ...]:
    """The states that may follow, the likeliest first."""
    return _AFTER[state]


def moves(appointment: Appointment, today: date) -> tuple[AppointmentState, ...]:
    """The same, without what cannot have happened yet: nobody arrives, or fails to, before the day.

    One in whose place there is another stays moved: the new one is what goes on.
    """
    if appointment.moved_to:
        return ()
    after = states_after(appointment.state)
    return after if appointment.on <= today else tuple(each for each in after if each in _BEFORE_THE_DAY)


def ends(appointment: Appointment) -> datetime:
    """The moment in UTC at which it ends."""
    return moment(appointment.on, appointment.at, appointment.zone) + timedelta(minutes=appointment.minutes)


def needs_outcome(appointment: Appointment, now: datetime) -> bool:
    """Its time has passed and nobody said what became of it. A conversation that goes on longer is no such thing."""
    return appointment.state in TO_COME and ends(appointment) <= now.astimezone(UTC)
