"""A signature on a commitment before it is issued: drawn or typed by whoever wants to, and wanted from nobody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.commitments.strokes import Strokes
from coachdesk.records import Record


class Signer(StrEnum):
    """The two who talked. Whoever helps, interprets or looks after a claim accepts nothing, so they sign nothing."""

    PERSON = "person"
    COACH = "coach"


class Hand(StrEnum):
    """How somebody signed; each way is as good as the other."""

    DRAWN = "drawn"
    TYPED = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """One signature, as long as the commitment is not issued; after that it stands in the snapshot only.

    Attributes:
        strokes: where the pen went; nothing where the name was typed. How hard or fast it went is not kept.
        name: as it was typed. Never on paper, where names are as the document has them.
        on: the day of signing.
        of: what was signed, as `signed_words` names it.
    """

    person_id: str
    interview_id: str
    signer: Signer
    hand: Hand
    on: date
    of: str
    strokes: Strokes = ()
    name: str = ""
