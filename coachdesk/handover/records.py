"""What a vault remembers of colleagues and of packs that went or came."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coachdesk.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague(Record):
    """Another coach, as their contact file says; kept once their check phrase was compared.

    Attributes:
        vault_id: of the colleague's vault, and `short_id` the beginning of the numbers of its commitments.
        coach_id: the author in what they write.
        public_key: X25519, 32 bytes in hexadecimal.
    """

    name: str
    site: str
    vault_id: str
    short_id: str
    coach_id: str
    public_key: str


class Direction(StrEnum):
    GIVEN = "given"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPerson(Record):
    """That one person's record went to a colleague or came from one, in one pack.

    Attributes:
        made_at: when the pack was made, by the clock of whoever made it.
        notes: coaching notes were in it, and `sealed` what is sealed.
        base: their record as it stood in the pack, packed: what comes back is compared with it.
    """

    person_id: str
    colleague_id: str
    pack_id: str
    direction: Direction
    made_at: datetime
    notes: bool = False
    sealed: bool = False
    base: bytes = b""
