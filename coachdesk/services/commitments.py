"""Preparing, issuing and handing over a commitment.

Issuing is three calls, so that the drawing can run on a worker while only the caller's thread touches the vault:
`begin` freezes the document and gives the number, `draw` makes and checks the files, `file` puts them into the vault.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from coachdesk.clock import local
from coachdesk.commitments import (
    Commitment,
    CommitmentDocument,
    CommitmentFile,
    Entry,
    Format,
    JournalLimits,
    JournalPart,
    Signature,
    digest_of,
    document_of,
    issued_document,
    journal_parts,
    snapshot,
    stable_layer,
    within,
)
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Interview
from coachdesk.people import How, InSpite
from coachdesk.services.context import Context
from coachdesk.services.file_names import file_name
from coachdesk.services.files_of import FileKey, as_issued, chosen_formats, that_file
from coachdesk.services.handing import going_out, handed_over
from coachdesk.services.issued import next_number
from coachdesk.services.leaving import Outgoing, saved_as
from coachdesk.services.offering import said_at_issue
from coachdesk.services.pages import Page, pages_of
from coachdesk.services.preparing import Prepared, prepare
from coachdesk.services.withheld import require_form
from coachdesk.storage import Writer, find, find_by, get, table_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment about to be issued: its number is given, its words are frozen, its formats are chosen.

    Attributes:
        said: what the person said to it in the interview.
    """

    commitment: Commitment
    formats: tuple[Format, ...]
    said: tuple[Entry, ...]


class Commitments:
    """The numbered document, from the first look at it to the copy in somebody's hand."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def prepare(self, interview_id: str, language: Language, *, compared: bool = False) -> Prepared:
        """The document as it would be issued now, what stops it and what to look at once more.

        `compared` puts what is different from the edition before on its first page.
        """
        with self._context.database.read() as connection:
            return prepare(self._context, connection, interview_id, language, compared=compared)

    def begin(self, prepared: Prepared, formats: Collection[Format] = ()) -> Draft:
        """Freeze the document and give it its number.

        Args:
            prepared: as it would be issued now.
            formats: what the person gets; none means what their needs ask for. The page and the text are made in any
                case: the screen shows the one, the journal takes the other.

        Raises:
            AppError: "commitment.stopped" with the first stop's `reason` code where something stands in its way.
        """
        for stop in prepared.stops:
            raise AppError("commitment.stopped", reason=stop.code)
        moment = self._context.clock()
        with self._context.database.write() as writer:
            number, edition = next_number(self._context, writer, prepared.source.person.id)
            writer.audit("commitment.numbered", subject=prepared.source.person.id)
        source = replace(
            prepared.source,
            number=number,
            edition=edition,
            issued_on=local(moment).date(),
            formats=chosen_formats(formats, prepared.source.person),
        )
        frozen = snapshot(source, prepared.since)
        commitment = Commitment(
            id=self._context.new_id(),
            person_id=source.person.id,
            interview_id=source.interview_id,
            number=number,
            edition=edition,
            issued_at=moment,
            language=source.language,
            snapshot=frozen,
            digest=digest_of(frozen).hex(),
            stable=stable_layer(source),
            rests_on=prepared.rests_on,
        )
        said = said_at_issue(source, commitment, on=self._context.today(), new_id=self._context.new_id)
        return Draft(commitment, source.formats, said)

    def draw(self, draft: Draft) -> tuple[CommitmentFile, ...]:
        """The formats that were chosen, made and checked; touches no vault, so a worker may do it.

        Raises:
            AppError: "documents.unprintable", "documents.failed-checks".
        """
        document = issued_document(draft.commitment.snapshot, draft.commitment.language)
        return tuple(self._made(draft.commitment, kind, document) for kind in draft.formats)

    def make(self, commitment: Commitment, kind: Format, language: Language) -> CommitmentFile:
        """One format in one language, from the snapshot alone, made and checked; touches no vault.

        Raises:
            AppError: as `draw`.
        """
        return self._made(commitment, kind, issued_document(commitment.snapshot, language))

    def _made(self, commitment: Commitment, kind: Format, document: CommitmentDocument) -> CommitmentFile:
        from coachdesk.documents.formats import render

        content = render(document, kind, made_at=commitment.issued_at)
        return CommitmentFile(
            id=self._context.new_id(),
            commitment_id=commitment.id,
            format=kind,
            language=document.language,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )

    def file(self, draft: Draft, files: tuple[CommitmentFile, ...]) -> Commitment:
        """Put the commitment and its files into the vault: now it is issued."""
        with self._context.database.write() as writer:
            stored = writer.put(draft.commitment, "commitment.issued")
            self._keep_rules_version(writer, draft.commitment.interview_id)
            for each in files:
                writer.put(each, "commitment.filed")
            for entry in draft.said:
                writer.put(entry, "commitment.said")
            for signature in find_by(writer.connection, Signature, interview_id=stored.interview_id):
                writer.delete(signature, "signature.issued")
            writer.audit("commitment.issued", subject=stored.person_id, record=stored.id)
        return stored

    def _keep_rules_version(self, writer: Writer, interview_id: str) -> None:
        """The interview says which rules its document was made by, should they be renewed later."""
        interview, version = get(writer.connection, Interview, interview_id), self._context.rules_version()
        if interview.rules_version != version:
            writer.put(replace(interview, rules_version=version), "interview.rules")

    def issue(self, prepared: Prepared, formats: Collection[Format] = ()) -> Commitment:
        """`begin`, `draw` and `file` in one go, for callers without a screen."""
        draft = self.begin(prepared, formats)
        return self.file(draft, self.draw(draft))

    def preview(self, prepared: Prepared, kind: Format = Format.PDF, *, scale: float) -> tuple[Page, ...]:
        """The real pages of the document as it would be issued, `scale` pixels a point; touches no vault.

        Raises:
            AppError: as `draw`.
        """
        from coachdesk.documents.formats import render

        return pages_of(render(prepared.document, kind, made_at=self._context.clock()), scale)

    def text(self, prepared: Prepared) -> str:
        """The document as plain text, as it would be issued."""
        from coachdesk.documents.commitment_text import render_text

        return render_text(prepared.document)

    def unprintable(self, prepared: Prepared) -> tuple[str, ...]:
        """The characters that no font of ours has, to be named before issuing."""
        from coachdesk.documents.commitment_pdf import unprintable_in

        return unprintable_in(prepared.document)

    def issued(self, commitment_id: str) -> Commitment:
        """An issued commitment; its files come from `content`."""
        with self._context.database.read() as connection:
            return get(connection, Commitment, commitment_id)

    def _shown(self, commitment_id: str) -> Commitment:
        """An issued commitment whose document may be shown; "commitment.withdrawn" where it was taken back."""
        commitment = self.issued(commitment_id)
        if commitment.is_withdrawn:
            raise AppError("commitment.withdrawn")
        return commitment

    def of_interview(self, interview_id: str) -> tuple[Commitment, ...]:
        """What was issued in an interview, newest first."""
        table = table_of(Commitment)
        with self._context.database.read() as connection:
            return find(connection, Commitment, table.c.interview_id == interview_id, order_by=(table.c.id.desc(),))

    def content(self, commitment_id: str, kind: Format, *, language: Language | None = None) -> bytes:
        """The exact bytes as issued, in the commitment's language where none is named, to be looked at. Audited.

        A format or language that nobody asked for until now is made from the snapshot, checked, and filed with the others.

        Raises:
            AppError: "commitment.altered", "commitment.withdrawn"; as `draw` where the file has still to be made.
        """
        commitment, file = self._file_of(self._shown(commitment_id), kind, language)
        with self._context.database.write() as writer:
            writer.audit("commitment.shown", subject=commitment.person_id, record=commitment.id)
            return as_issued(writer.connection, file)

    def outgoing(
        self,
        commitment_id: str,
        kind: Format,
        how: How,
        *,
        language: Language | None = None,
        in_spite: InSpite | None = None,
    ) -> Outgoing:
        """The same bytes on their way out; filed and audited as handed over once they have left (`Handing.left`).

        Raises:
            AppError: as `content`; "giving.not-safe" where it is not known to be safe and no reason is given `in_spite`;
                what the policy withholds ("policy.no-form" and the like).
        """
        commitment = self._shown(commitment_id)
        require_form(self._context.policy, kind, language or commitment.language)
        commitment, file = self._file_of(commitment, kind, language)
        handover = handed_over(self._context, commitment, how, in_spite)
        return going_out(self._context, handover, lambda connection: as_issued(connection, file))

    def _file_of(self, commitment: Commitment, kind: Format, language: Language | None) -> tuple[Commitment, FileKey]:
        """A commitment and which of its files is wanted; it is there then, if need be made now."""
        tongue = language or commitment.language
        if not self.is_filed(commitment.id, kind, tongue):
            self.add(self.make(commitment, kind, tongue))
        return commitment, (commitment.id, kind, tongue)

    def is_filed(self, commitment_id: str, kind: Format, language: Language) -> bool:
        """Whether a format in a language is in the vault already."""
        with self._context.database.read() as connection:
            return bool(find(connection, CommitmentFile, *that_file(commitment_id, kind, language)))

    def add(self, made: CommitmentFile) -> None:
        """File a further format of an issued commitment, as `make` gave it."""
        with self._context.database.write() as writer:
            commitment = get(writer.connection, Commitment, made.commitment_id)
            writer.put(made, "commitment.filed")
            writer.audit("commitment.made", subject=commitment.person_id, record=commitment.id)

    def journal(self, commitment_id: str, language: Language | None = None) -> tuple[JournalPart, ...]:
        """An issued commitment in the parts that the account takes, each within its length."""
        commitment, policy = self._shown(commitment_id), self._context.policy
        limits = JournalLimits(
            message=policy.journal_message_length,
            title=policy.journal_title_length,
            text=policy.journal_text_length,
        )
        return within(journal_parts(document_of(commitment.snapshot, language or commitment.language)), limits)

    def drawn(self, content: bytes, *, scale: float) -> tuple[Page, ...]:
        """The pages of issued bytes as pictures, `scale` pixels a point; touches no vault, so a worker may do it."""
        return pages_of(content, scale)

    def write(
        self,
        commitment_id: str,
        kind: Format,
        folder: Path,
        language: Language | None = None,
        in_spite: InSpite | None = None,
    ) -> Path:
        """Save a copy where the coach says, under a neutral name; whole or not at all.

        Raises:
            AppError: "documents.cannot-write"; as `outgoing`.
        """
        going = self.outgoing(commitment_id, kind, How.SAVED, language=language, in_spite=in_spite)
        path = folder / file_name(self.issued(commitment_id), kind, language)
        saved_as(path, self._context.database, going)
        return path
