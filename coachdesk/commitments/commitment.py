"""The numbered document that is offered to a person. What they say to it is recorded in `acceptance`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coachdesk.i18n import Language
from coachdesk.people.person import Need
from coachdesk.records import Record


class OutcomeKind(StrEnum):
    AGREED = "agreed"
    AGREED_BY_PHONE = "agreed_by_phone"
    TAKEN_AWAY = "taken_away"
    DOES_NOT_FIT_YET = "does_not_fit_yet"
    COULD_NOT_DECIDE_TODAY = "could_not_decide_today"
    ENDED_WITHOUT = "ended_without"


class Format(StrEnum):
    """A form of the document; its language is a separate choice. All of them say the same."""

    PDF = "pdf"
    LARGE = "pdf-large"
    EASY = "pdf-easy"
    HTML = "html"
    TEXT = "text"

    @property
    def is_paged(self) -> bool:
        """Whether it is a PDF, with pages to be looked at and printed."""
        return self in {Format.PDF, Format.LARGE, Format.EASY}


def usual_formats(needs: Collection[Need]) -> tuple[Format, ...]:
    """What a person gets where nobody chooses: the page, what their needs ask for, and the text for the journal."""
    asked = {Format.LARGE: Need.LARGE_PRINT, Format.EASY: Need.EASY_READ}
    extra = (kind for kind, need in asked.items() if need in needs)
    return (Format.PDF, *extra, Format.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """One issued commitment, frozen.

    Attributes:
        number: `<vault short id>-<counter>`, such as "K7M2-14"; never reused.
        edition: 1 to n below the number.
        issued_at: when it was offered.
        snapshot: canonical JSON of everything the document was made from; empty once the document was withdrawn.
        digest: the SHA-256 of the snapshot, in hexadecimal.
        stable: the SHA-256 of its stable layer, in hexadecimal.
        rests_on: the earlier edition whose yes holds for this one too, as only the plan has changed; 0: none.
    """

    person_id: str
    interview_id: str
    number: str
    edition: int
    issued_at: datetime
    language: Language
    snapshot: str
    digest: str
    stable: str
    rests_on: int = 0

    @property
    def is_withdrawn(self) -> bool:
        """Whether its document was taken back; what it said is sealed."""
        return not self.snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFile(Record):
    """The exact bytes of one format as issued.

    Attributes:
        content: the bytes; once the document was withdrawn, their ciphertext, bound to this row.
        sha256: of the bytes as issued, in hexadecimal; it stays, so that a copy is still known for what it is.
    """

    commitment_id: str
    format: Format
    language: Language
    content: bytes
    sha256: str
