from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType

from coachdesk.commitments import Format
from coachdesk.i18n import N_, Language
from coachdesk.interviews.definition import Channel
from coachdesk.people import Given
from coachdesk.records import Record

NEEDS: Mapping[str, str] = MappingProxyType(
    {
        "quiet_room": N_("A quiet room."),
        "ground_floor": N_("A room on the ground floor."),
        "ventilation": N_("A room with fresh air."),
        "loop": N_("A hearing loop."),
        "interpreter": N_("An interpreter."),
    }
)
"""Message ids of what we have ready for somebody, by its code."""


class ChangedBy(StrEnum):
    """Who wanted another appointment."""

    THEM = "them"
    US = "us"
    NOBODY = "nobody"  # it was put right, whoever asked


@dataclass(frozen=True, slots=True)
class Meeting:
    """When, how and where two people meet: all that a slip knows of an appointment.

    Attributes:
        place: empty where they do not meet face to face, and where nobody said.
        needs: message ids of what will be there: a quiet room, an interpreter.
    """

    on: date
    at: time
    minutes: int
    channel: Channel
    place: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an appointment.

    Attributes:
        now: None where it was cancelled.
        changed_on: the day of the change.
    """

    before: Meeting
    now: Meeting | None
    by: ChangedBy
    changed_on: date


@dataclass(frozen=True, slots=True)
class SlipSource:
    """Whom a slip is for, and from whom.

    Attributes:
        name: the one to use, in letters that can be printed.
        coach_name: only its first word is printed where a safe address is set.
        site: not printed where a safe address is set, nor is any place.
        telephone: of the jobcentre; empty where nobody said, not printed where a safe address is set.
    """

    name: str
    coach_name: str
    site: str
    language: Language
    made_on: date
    safe_address: bool = False
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Record):
    """A slip as it was handed over: its exact bytes in one form.

    Attributes:
        given: whether it is a reminder or a receipt.
        on: the day of the appointment that it is about; of a cancelled one, the day that it would have been.
        sha256: of the bytes, in hexadecimal.
    """

    person_id: str
    appointment_id: str
    given: Given
    on: date
    format: Format
    language: Language
    content: bytes
    sha256: str
