"""The commitment as a tagged PDF: laid out, drawn, finished, read again by the checker, and only then handed over."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from io import BytesIO

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.checker import check
from coachdesk.documents.composition import TAGS, compose
from coachdesk.documents.drawing import draw
from coachdesk.documents.finish import finish
from coachdesk.documents.fonts import unprintable
from coachdesk.documents.metadata import About
from coachdesk.documents.pages import paginate
from coachdesk.documents.style import STANDARD, Style
from coachdesk.errors import AppError
from coachdesk.privacy import Printable


def render_pdf(document: CommitmentDocument, *, made_at: datetime, style: Style = STANDARD) -> bytes:
    """The bytes of the PDF; the same document, moment and style always give the same bytes.

    Args:
        document: what it says.
        made_at: the moment that goes into the file's dates, with its time zone; to the second.
        style: how it looks.

    Raises:
        AppError: `documents.unprintable` with the `characters` that no font has, sorted so that they spell nothing, or
            `documents.failed-checks` with the codes of the `findings`: the document must not be given to anybody.
    """
    missing = unprintable_in(document)
    if missing:
        raise AppError("documents.unprintable", characters=" ".join(sorted(missing)))
    root, units = compose(document, style)
    buffer = BytesIO()
    draw(paginate(units, style), document, MarkingCanvas(buffer, style.page), style)
    title = f"{document.title.value} {document.number}"
    finished = finish(buffer.getvalue(), root, About(title, TAGS[document.language], made_at))
    findings = check(finished)
    if findings:
        raise AppError("documents.failed-checks", findings=", ".join(finding.code for finding in findings))
    return finished


def unprintable_in(document: CommitmentDocument) -> tuple[str, ...]:
    """The characters of a document that can't be printed, each once: to be named before anything is issued."""
    return unprintable("\n".join(_words(document)))


def _words(value: object) -> Iterator[str]:
    """Every word of a document, in the order of its fields."""
    if isinstance(value, Printable):
        yield str(value.value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _words(getattr(value, part.name))
