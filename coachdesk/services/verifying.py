"""Whether a file is a commitment of this vault: byte by byte the one that was issued, or another."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, CommitmentFile
from coachdesk.i18n import _
from coachdesk.services.issued import life
from coachdesk.storage import find, find_by, table_of


class FileStanding(StrEnum):
    """What a file is, seen from this vault."""

    ISSUED = "issued"  # and unaltered, and the edition that counts
    SUPERSEDED = "superseded"  # unaltered, but there is a newer edition
    ENDED = "ended"  # unaltered, but the commitment has ended
    WITHDRAWN = "withdrawn"  # unaltered, but it was taken back
    ALTERED = "altered"  # it says that it is one of ours, and its bytes are not those that were issued
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file is.

    Attributes:
        number: of the commitment; empty where it is unknown.
        superseded_by: the newest edition, where there is a newer one; otherwise 0.
        commitment_id: for going there, with the person's id; empty where it is unknown.
    """

    standing: FileStanding
    number: str = ""
    edition: int = 0
    superseded_by: int = 0
    commitment_id: str = ""
    person_id: str = ""


def verified(connection: Connection, content: bytes) -> Verified:
    """Look a file up by its SHA-256, and by the number that it names where that is not found."""
    files = find_by(connection, CommitmentFile, sha256=hashlib.sha256(content).hexdigest())
    if files:
        return _unaltered(connection, files[0].commitment_id)
    found = _named(connection, content)
    if found is None:
        return Verified(FileStanding.UNKNOWN)
    return Verified(
        FileStanding.ALTERED, found.number, found.edition, commitment_id=found.id, person_id=found.person_id
    )


def standing_words(found: Verified) -> str:
    """What a file is, seen from a vault, in a sentence."""
    sentences = {
        FileStanding.ISSUED: _("It is {number}, edition {edition}, as it was issued, byte by byte."),
        FileStanding.SUPERSEDED: _(
            "It is {number}, edition {edition}, as it was issued. Edition {newer} has taken its place."
        ),
        FileStanding.ENDED: _("It is {number}, edition {edition}, as it was issued. The commitment has ended."),
        FileStanding.WITHDRAWN: _("It is {number}, edition {edition}, which was withdrawn. It does not count."),
        FileStanding.ALTERED: _("It says that it is {number}. It is not what was issued under that number."),
        FileStanding.UNKNOWN: _("This vault has issued no such file."),
    }
    return sentences[found.standing].format(number=found.number, edition=found.edition, newer=found.superseded_by)


def _unaltered(connection: Connection, commitment_id: str) -> Verified:
    commitment, stands = life(connection, commitment_id)
    if stands.withdrawn_on is not None:
        standing = FileStanding.WITHDRAWN
    elif stands.superseded_by:
        standing = FileStanding.SUPERSEDED
    else:
        standing = FileStanding.ENDED if stands.ended_on else FileStanding.ISSUED
    return Verified(
        standing, commitment.number, commitment.edition, stands.superseded_by, commitment.id, commitment.person_id
    )


def _named(connection: Connection, content: bytes) -> Commitment | None:
    """The commitment that a file says it is, if this vault issued one of that number; the newest edition if need be."""
    from coachdesk.documents.identity import claims

    columns = table_of(Commitment).c
    for claim in claims(content):
        of_number = find(connection, Commitment, columns.number == claim.number, order_by=(columns.edition,))
        named = [each for each in of_number if each.edition == claim.edition] or of_number
        if named:
            return named[-1]
    return None
