"""What became of an appointment: plain words, and which state may follow which. Every step can be taken back."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.diary.appointment import AppointmentState
from coachdesk.i18n import N_

LABELS: Mapping[AppointmentState, str] = MappingProxyType(
    {
        AppointmentState.BOOKED: N_("Booked"),
        AppointmentState.ARRIVED: N_("Here, waiting"),
        AppointmentState.SEEN: N_("Seen"),
        AppointmentState.NO_SHOW: N_("Did not come"),
        AppointmentState.REARRANGED: N_("Moved"),
        AppointmentState.CANCELLED: N_("Cancelled"),
    }
)
"""Message ids of the states."""

_AFTER: Mapping[AppointmentState, tuple[AppointmentState, ...]] = MappingProxyType(
    {
        AppointmentState.BOOKED: (
            AppointmentState.ARRIVED,
            AppointmentState.SEEN,
            AppointmentState.NO_SHOW,
            AppointmentState.REARRANGED,
            AppointmentState.CANCELLED,
        ),
        AppointmentState.ARRIVED: (AppointmentState.SEEN, AppointmentState.REARRANGED, AppointmentState.BOOKED),
        AppointmentState.SEEN: (AppointmentState.ARRIVED, AppointmentState.BOOKED),
        AppointmentState.NO_SHOW: (AppointmentState.ARRIVED, AppointmentState.REARRANGED, AppointmentState.BOOKED),
        AppointmentState.REARRANGED: (AppointmentState.BOOKED,),
        AppointmentState.CANCELLED: (AppointmentState.BOOKED,),
    }
)


def states_after(state: AppointmentState) -> tuple[AppointmentState, ...]:
    """The states that may follow, the likeliest first."""
    return _AFTER[state]
