"""How two people meet, what the place needs and who comes along, as lists and choices say it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from coachdesk.diary.appointment import Appointment, Companion, Premises
from coachdesk.i18n import N_, _
from coachdesk.interviews.definition import Channel
from coachdesk.people import Need

WAYS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.FACE_TO_FACE: N_("Face to face"),
        Channel.PHONE: N_("By phone"),
        Channel.VIDEO: N_("By video"),
        Channel.HOME_VISIT: N_("At home"),
    }
)
"""Message ids of the channels."""

WITHOUT_CONTACT = N_("Nobody meets")
"""Message id of the way of an appointment without contact."""

PREMISES: Mapping[Premises, str] = MappingProxyType(
    {
        Premises.QUIET_ROOM: N_("A quiet room"),
        Premises.GROUND_FLOOR: N_("On the ground floor"),
        Premises.VENTILATION: N_("Fresh air"),
        Premises.LOOP: N_("A hearing loop"),
    }
)
"""Message ids of what a place may need."""

COMPANIONS: Mapping[Companion, str] = MappingProxyType(
    {
        Companion.INTERPRETER: N_("An interpreter"),
        Companion.APPOINTEE: N_("An appointee"),
        Companion.SUPPORTER: N_("Somebody who supports them"),
    }
)
"""Message ids of who may come along."""


_PREMISES = {
    Need.QUIET_ROOM: Premises.QUIET_ROOM,
    Need.GROUND_FLOOR: Premises.GROUND_FLOOR,
    Need.VENTILATION: Premises.VENTILATION,
    Need.HEARING_LOOP: Premises.LOOP,
}
_COMPANIONS = {Need.INTERPRETER: Companion.INTERPRETER, Need.SUPPORTER: Companion.SUPPORTER}


def premises_for(needs: Iterable[Need]) -> tuple[Premises, ...]:
    """What a place has to have for somebody with these needs."""
    return tuple(_PREMISES[need] for need in needs if need in _PREMISES)


def companions_for(needs: Iterable[Need]) -> tuple[Companion, ...]:
    """Who comes along with somebody of these needs."""
    return tuple(_COMPANIONS[need] for need in needs if need in _COMPANIONS)


def beyond(appointment: Appointment, needs: Iterable[Need]) -> tuple[Need, ...]:
    """The needs that the appointment has not arranged for: the others are said by its own words."""
    return tuple(
        need
        for need in needs
        if _PREMISES.get(need) not in appointment.premises and _COMPANIONS.get(need) not in appointment.comes_along
    )


def way(appointment: Appointment) -> str:
    """How the two meet, in words."""
    return _(WITHOUT_CONTACT) if appointment.without_contact else _(WAYS[appointment.channel])


def arranged(appointment: Appointment) -> tuple[str, ...]:
    """What the place needs and who comes along, in words."""
    return (
        *(_(PREMISES[each]) for each in appointment.premises),
        *(_(COMPANIONS[each]) for each in appointment.comes_along),
    )
