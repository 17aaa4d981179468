"""Every format of a document by its name: each made from the same words, and checked before anybody is handed it."""

from datetime import datetime

from coachdesk.commitments import CommitmentDocument, Format
from coachdesk.documents.commitment_html import render_html
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.commitment_text import render_text
from coachdesk.documents.style import EASY, LARGE, STANDARD

_STYLES = {Format.PDF: STANDARD, Format.LARGE: LARGE, Format.EASY: EASY}


def render(document: CommitmentDocument, kind: Format, *, made_at: datetime) -> bytes:
    """The bytes of one format; the same document and moment always give the same bytes.

    Raises:
        AppError: `documents.unprintable`, `documents.failed-checks`.
    """
    if kind in _STYLES:
        return render_pdf(document, made_at=made_at, style=_STYLES[kind])
    return render_html(document) if kind is Format.HTML else render_text(document).encode()
