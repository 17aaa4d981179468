"""The issued editions of a person: what each said, what is different, whether a file is one of them, and taking one back."""

from dataclasses import dataclass, replace

from coachdesk.commitments import (
    Commitment,
    CommitmentFile,
    Difference,
    Life,
    Paper,
    Pasted,
    Withdrawal,
    actions_on_paper,
    differences,
    life_of,
    paper_of,
    words_for_paper,
)
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.services.context import Context
from coachdesk.services.handover_making import forget_in_packs
from coachdesk.services.issued import editions_of, issued_to, lives_of
from coachdesk.services.offering import own_number
from coachdesk.services.plans import read_plan
from coachdesk.services.preparing import Prepared
from coachdesk.services.verifying import Verified, verified
from coachdesk.storage import Writer, find_by, get
from coachdesk.vault import seal

SNAPSHOT, CONTENT = "commitment snapshot", "commitment file"
"""What is sealed of a withdrawn document, as its ciphertext is bound to it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An issued edition and where it stands."""

    commitment: Commitment
    life: Life


class Editions:
    """What was issued, years later as on the day itself."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of_person(self, person_id: str) -> tuple[Edition, ...]:
        """Everything that was ever issued to a person, newest first."""
        with self._context.database.read() as connection:
            issued = issued_to(connection, person_id)
        lives = lives_of(issued)
        return tuple(Edition(each.commitment, lives[each.commitment.id]) for each in reversed(issued))

    def difference(self, commitment_id: str, language: Language | None = None) -> tuple[Difference, ...]:
        """What is different in an edition from the one before it; nothing for the first and for a withdrawn one.

        In the language of the commitment where none is named. An edition that was withdrawn is passed over.
        """
        with self._context.database.read() as connection:
            commitment = get(connection, Commitment, commitment_id)
            before = [
                each.commitment
                for each in editions_of(connection, commitment)
                if each.commitment.edition < commitment.edition and not each.commitment.is_withdrawn
            ]
            actions = read_plan(connection, commitment.person_id).actions
        if not before or commitment.is_withdrawn:
            return ()
        tongue = language or commitment.language
        was, now = (paper_of(each.snapshot, tongue) for each in (before[-1], commitment))
        return differences(was, now, words_for_paper(actions))

    def since_last(self, prepared: Prepared) -> tuple[Difference, ...]:
        """What would be different from the last edition if this were issued now; nothing before the first."""
        source, document = prepared.source, prepared.document
        with self._context.database.read() as connection:
            issued = own_number(issued_to(connection, source.person.id), self._context.info.short_id)
        kept = [each.commitment for each in issued if not each.commitment.is_withdrawn]
        if not kept:
            return ()
        before = paper_of(kept[-1].snapshot, document.language)
        after = Paper(document.language, document.sections, actions_on_paper(source.plan))
        return differences(before, after, words_for_paper(source.plan.actions))

    def verify(self, content: bytes) -> Verified:
        """Whether a file is one of this vault's, byte by byte; audited where it is."""
        with self._context.database.write() as writer:
            found = verified(writer.connection, content)
            writer.audit("commitment.verified", subject=found.person_id, record=found.commitment_id)
        return found

    def withdraw(self, commitment_id: str, *, reason: str) -> Life:
        """Take back a document that leaked: it is never shown, printed or compared again, and known as withdrawn.

        All its bytes and its snapshot are sealed with the vault's public key, so nothing is lost. That it was issued, what
        was said to it and the hashes stay. The way out for one document, and no way of editing: a new edition follows.
        Backups made before keep what they have.

        Raises:
            AppError: "commitment.reason-needed", "commitment.withdrawn" where it was taken back before.
        """
        if not reason.strip():
            raise AppError("commitment.reason-needed")
        with self._context.database.write() as writer:
            commitment = get(writer.connection, Commitment, commitment_id)
            if commitment.is_withdrawn:
                raise AppError("commitment.withdrawn")
            withdrawal = Withdrawal(
                id=self._context.new_id(),
                person_id=commitment.person_id,
                commitment_id=commitment_id,
                on=self._context.today(),
                reason=reason.strip(),
                sealed_snapshot=b"",
            )
            take_back(self._context, writer, commitment, withdrawal)
            writer.audit("commitment.withdrawn", subject=commitment.person_id, record=commitment_id)
            return life_of(commitment.edition, editions_of(writer.connection, commitment))


def take_back(context: Context, writer: Writer, commitment: Commitment, withdrawal: Withdrawal) -> None:
    """Seal the snapshot and the files of a commitment to this vault's key; a colleague's withdrawal keeps its author."""
    key = bytes.fromhex(context.info.public_key)
    sealed = seal(key, commitment.snapshot.encode(), row=withdrawal.id, question=SNAPSHOT, version=1)
    store = writer.adopt if withdrawal.version else writer.put
    store(replace(withdrawal, sealed_snapshot=sealed), "commitment.withdrawn")
    writer.put(replace(commitment, snapshot=""), "commitment.withdrawn")
    for file in find_by(writer.connection, CommitmentFile, commitment_id=commitment.id):
        content = seal(key, file.content, row=file.id, question=CONTENT, version=file.version + 1)
        writer.put(replace(file, content=content), "commitment.withdrawn")
    for copied in find_by(writer.connection, Pasted, commitment_id=commitment.id):
        writer.delete(copied, "commitment.withdrawn")
    forget_in_packs(writer, commitment)
    writer.deleted = True  # the write-ahead log still holds what it said
