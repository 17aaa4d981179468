"""The commitment as a tagged PDF: laid out, drawn, finished, read again by the checker, and only then handed over."""

from datetime import datetime
from io import BytesIO

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.strings import strings_of
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.checker import check
from coachdesk.documents.composition import TAGS, compose
from coachdesk.documents.drawing import draw
from coachdesk.documents.easy_composition import compose_easy
from coachdesk.documents.finish import finish
from coachdesk.documents.fonts import unprintable
from coachdesk.documents.identity import identifier
from coachdesk.documents.metadata import About
from coachdesk.documents.pages import paginate
from coachdesk.documents.style import STANDARD, Style
from coachdesk.errors import AppError


def render_pdf(document: CommitmentDocument, *, made_at: datetime, style: Style = STANDARD) -> bytes:
    """The bytes of the PDF; the same document, moment and style always give the same bytes.

    Args:
        document: what it says.
        made_at: the moment that goes into the file's dates, with its time zone; to the second.
        style: how it looks; one with pictures says it in easy words.

    Raises:
        AppError: `documents.unprintable` with the `characters` that no font has, sorted so that they spell nothing, or
            `documents.failed-checks` with the codes of the `findings`: the document must not be given to anybody.
    """
    missing = unprintable_in(document)
    if missing:
        raise AppError("documents.unprintable", characters=" ".join(sorted(missing)))
    root, units = compose_easy(document, style) if style.picture else compose(document, style)
    buffer = BytesIO()
    draw(paginate(units, style), document, MarkingCanvas(buffer, style.page), style)
    title = f"{document.title.value} {document.number}".strip()
    finished = finish(buffer.getvalue(), root, About(title, TAGS[document.language], made_at, identifier(document)))
    findings = check(finished)
    if findings:
        raise AppError("documents.failed-checks", findings=", ".join(finding.code for finding in findings))
    return finished


def unprintable_in(document: CommitmentDocument) -> tuple[str, ...]:
    """The characters of a document that can't be printed, each once: to be named before anything is issued."""
    return unprintable("\n".join(strings_of(document)))
