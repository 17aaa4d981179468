"""How two people meet, as lists and choices say it."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Channel

WAYS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.FACE_TO_FACE: N_("Face to face"),
        Channel.PHONE: N_("By phone"),
        Channel.VIDEO: N_("By video"),
        Channel.HOME_VISIT: N_("At home"),
    }
)
"""Message ids of the channels."""
