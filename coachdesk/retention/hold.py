"""A legal hold: nothing of a person goes while it stands, neither by its time nor by removal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.records import Record


class HeldBecause(StrEnum):
    RECONSIDERATION = "reconsideration"
    APPEAL = "appeal"
    COMPLAINT = "complaint"
    COURT = "court"
    ACCESS = "access"
    OTHER = "other"


HELD_BECAUSE: Mapping[HeldBecause, str] = MappingProxyType(
    {
        HeldBecause.RECONSIDERATION: N_("A decision is being reconsidered"),
        HeldBecause.APPEAL: N_("There is an appeal"),
        HeldBecause.COMPLAINT: N_("There is a complaint"),
        HeldBecause.COURT: N_("A court or the police asked for it"),
        HeldBecause.ACCESS: N_("The person asked for a copy of everything"),
        HeldBecause.OTHER: N_("Another reason, which the owner knows"),
    }
)
"""Message ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Record):
    """That everything about a person is to stay.

    Attributes:
        owner: who wanted it and says when it ends: a name, a team or a reference.
        on: the day from which it stands.
        lifted_on: None while it stands.
    """

    person_id: str
    because: HeldBecause
    owner: str
    on: date
    lifted_on: date | None = None
