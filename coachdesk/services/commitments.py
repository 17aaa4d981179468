"""Preparing, issuing and handing over a commitment.

Issuing is three calls, so that the drawing can run on a worker while only the caller's thread touches the vault:
`begin` freezes the document and gives the number, `draw` makes and checks the files, `file` puts them into the vault.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from coachdesk.clock import local
from coachdesk.commitments import (
    Commitment,
    CommitmentDocument,
    CommitmentFile,
    Format,
    OutcomeKind,
    build,
    next_edition,
    number_of,
    snapshot,
)
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Interview
from coachdesk.services.context import Context
from coachdesk.services.preparing import Prepared, prepare
from coachdesk.storage import Writer, find, get, table_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment about to be issued: its number is given and its words are frozen."""

    commitment: Commitment
    document: CommitmentDocument


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a picture: width and height in pixels, four bytes (red, green, blue, alpha) a pixel."""

    width: int
    height: int
    rgba: bytes


class Commitments:
    """The numbered document, from the first look at it to the copy in somebody's hand."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def prepare(self, interview_id: str, language: Language) -> Prepared:
        """The document as it would be issued now, what stops it and what to look at once more."""
        with self._context.database.read() as connection:
            return prepare(self._context, connection, interview_id, language)

    def begin(self, prepared: Prepared) -> Draft:
        """Freeze the document and give it its number.

        Raises:
            AppError: "commitment.stopped" with the first stop's `reason` code where something stands in its way.
        """
        for stop in prepared.stops:
            raise AppError("commitment.stopped", reason=stop.code)
        moment = self._context.clock()
        with self._context.database.write() as writer:
            table = table_of(Commitment)
            before = find(
                writer.connection,
                Commitment,
                table.c.person_id == prepared.source.person.id,
                order_by=(table.c.id,),
            )
            mine = [each for each in before if each.number.startswith(f"{self._context.info.short_id}-")]
            number = mine[-1].number if mine else number_of(self._context.info.short_id, writer.next_number())
            edition = next_edition(tuple(each.edition for each in before if each.number == number))
            writer.audit("commitment.numbered", subject=prepared.source.person.id)
        source = replace(prepared.source, number=number, edition=edition, issued_on=local(moment).date())
        document = build(source)
        commitment = Commitment(
            id=self._context.new_id(),
            person_id=source.person.id,
            interview_id=source.interview_id,
            number=number,
            edition=edition,
            issued_at=moment,
            language=source.language,
            snapshot=snapshot(source),
            outcome=source.outcome,
            second_opinion=source.second_opinion,
            think_until=source.think_until,
        )
        return Draft(commitment, document)

    def draw(self, draft: Draft) -> tuple[CommitmentFile, ...]:
        """Every format of the document, made and checked; touches no vault, so a worker may do it.

        Raises:
            AppError: "documents.unprintable", "documents.failed-checks".
        """
        from coachdesk.documents.commitment_pdf import render_pdf
        from coachdesk.documents.commitment_text import render_text

        made = {
            Format.PDF: render_pdf(draft.document, made_at=draft.commitment.issued_at),
            Format.TEXT: render_text(draft.document).encode(),
        }
        return tuple(
            CommitmentFile(
                id=self._context.new_id(),
                commitment_id=draft.commitment.id,
                format=kind,
                language=draft.document.language,
                content=content,
                sha256=hashlib.sha256(content).hexdigest(),
            )
            for kind, content in made.items()
        )

    def file(self, draft: Draft, files: tuple[CommitmentFile, ...]) -> Commitment:
        """Put the commitment and its files into the vault: now it is issued."""
        with self._context.database.write() as writer:
            stored = writer.put(draft.commitment, "commitment.issued")
            self._keep_rules_version(writer, draft.commitment.interview_id)
            for each in files:
                writer.put(each, "commitment.filed")
            writer.audit("commitment.issued", subject=stored.person_id, record=stored.id)
        return stored

    def _keep_rules_version(self, writer: Writer, interview_id: str) -> None:
        """The interview says which rules its document was made by, should they be renewed later."""
        interview, version = get(writer.connection, Interview, interview_id), self._context.rules_version()
        if interview.rules_version != version:
            writer.put(replace(interview, rules_version=version), "interview.rules")

    def issue(self, prepared: Prepared) -> Commitment:
        """`begin`, `draw` and `file` in one go, for callers without a screen."""
        draft = self.begin(prepared)
        return self.file(draft, self.draw(draft))

    def preview(self, prepared: Prepared, *, scale: float) -> tuple[Page, ...]:
        """The real pages of the document as it would be issued, `scale` pixels a point; touches no vault.

        Raises:
            AppError: as `draw`.
        """
        from coachdesk.documents.commitment_pdf import render_pdf

        return _pages(render_pdf(prepared.document, made_at=self._context.clock()), scale)

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

    def of_interview(self, interview_id: str) -> tuple[Commitment, ...]:
        """What was issued in an interview, newest first."""
        table = table_of(Commitment)
        with self._context.database.read() as connection:
            return find(connection, Commitment, table.c.interview_id == interview_id, order_by=(table.c.id.desc(),))

    def content(self, commitment_id: str, kind: Format, *, handed: str) -> bytes:
        """The exact bytes as issued; `handed` ("shown", "printed", "saved", "copied") is audited."""
        table = table_of(CommitmentFile)
        with self._context.database.write() as writer:
            commitment = get(writer.connection, Commitment, commitment_id)
            files = find(
                writer.connection,
                CommitmentFile,
                table.c.commitment_id == commitment_id,
                table.c.format == kind,
            )
            writer.audit(f"commitment.{handed}", subject=commitment.person_id, record=commitment.id)
        if not files:
            raise AppError("storage.not-found", kind="commitment_files")
        if hashlib.sha256(files[0].content).hexdigest() != files[0].sha256:
            raise AppError("commitment.altered")
        return files[0].content

    def pages(self, commitment_id: str, *, scale: float, handed: str = "shown") -> tuple[Page, ...]:
        """The issued pages as pictures, for the screen and the printer."""
        return self.drawn(self.content(commitment_id, Format.PDF, handed=handed), scale=scale)

    def drawn(self, content: bytes, *, scale: float) -> tuple[Page, ...]:
        """The pages of issued bytes as pictures, `scale` pixels a point; touches no vault, so a worker may do it."""
        return _pages(content, scale)

    def write(self, commitment_id: str, kind: Format, folder: Path) -> Path:
        """Save a copy where the coach says, under a neutral name; whole or not at all.

        Raises:
            AppError: "documents.cannot-write".
        """
        from coachdesk.documents.write import write_whole

        with self._context.database.read() as connection:
            commitment = get(connection, Commitment, commitment_id)
        path = folder / file_name(commitment, kind)
        write_whole(path, self.content(commitment_id, kind, handed="saved"))
        return path

    def set_outcome(
        self, commitment_id: str, outcome: OutcomeKind, *, second_opinion: bool, think_until: date | None
    ) -> Commitment:
        """Record what the person said to an issued commitment; the document itself stays as it was."""
        with self._context.database.write() as writer:
            commitment = get(writer.connection, Commitment, commitment_id)
            stored = writer.put(
                replace(commitment, outcome=outcome, second_opinion=second_opinion, think_until=think_until),
                "commitment.outcome",
            )
            writer.audit("commitment.outcome", subject=stored.person_id, record=stored.id)
        return stored


def file_name(commitment: Commitment, kind: Format) -> str:
    """A name that tells nothing about the person: `plan-2026-12-01-K7M2-14.pdf`, with the edition from the second on."""
    day: datetime = local(commitment.issued_at)
    edition = f"-{commitment.edition}" if commitment.edition > 1 else ""
    ending = {Format.PDF: "pdf", Format.TEXT: "txt"}[kind]
    return f"plan-{day:%Y-%m-%d}-{commitment.number}{edition}.{ending}"


def _pages(content: bytes, scale: float) -> tuple[Page, ...]:
    from coachdesk.documents.images import page_images

    return tuple(Page(each.width, each.height, each.rgba) for each in page_images(content, scale=scale))
