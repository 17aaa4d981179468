"""What was given to a person, and how: filed with everything else about them, and never changed afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.people.safe_to_give import Giving
from coachdesk.records import Record


class How(StrEnum):
    """How something was handed over."""

    PRINTED = "printed"
    SAVED = "saved"
    COPIED = "copied"
    READ_ALOUD = "read_aloud"


class Given(StrEnum):
    """What was handed over."""

    COMMITMENT = "commitment"
    REMINDER = "reminder"
    RECEIPT = "receipt"
    VIEWING = "viewing"  # who looked at their record, and on which days


class InSpite(StrEnum):
    """Why something was handed over although it is not known to be safe: the coach's reason, by one key."""

    THEY_ASKED = "they_asked"
    STAYS_HERE = "stays_here"
    TO_A_HELPER = "to_a_helper"


IN_SPITE: Mapping[InSpite, str] = MappingProxyType(
    {
        InSpite.THEY_ASKED: N_("They want it, and know who may see it"),
        InSpite.STAYS_HERE: N_("It is read here and does not leave the room"),
        InSpite.TO_A_HELPER: N_("It goes to somebody who helps them, as they wished"),
    }
)
"""Message ids of the reasons."""

HOW: Mapping[How, str] = MappingProxyType(
    {
        How.PRINTED: N_("printed"),
        How.SAVED: N_("saved as a file"),
        How.COPIED: N_("copied for the journal"),
        How.READ_ALOUD: N_("read aloud, and not handed over"),
    }
)
"""Message ids, as they stand at the end of a line of the timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Record):
    """One time that something was handed over.

    Attributes:
        record_id: of the commitment, or of the slip; "" where what is filed with it is about no record.
        in_spite: the coach's reason where nobody knew that it was safe; None where it was.
    """

    person_id: str
    given: Given
    record_id: str
    how: How
    in_spite: InSpite | None = None


def way_of(how: How) -> Giving | None:
    """In which way it leaves the computer: on paper, through the account, or as a file; None where nothing leaves."""
    return {How.PRINTED: Giving.PAPER, How.SAVED: Giving.FILE, How.COPIED: Giving.POST}.get(how)
