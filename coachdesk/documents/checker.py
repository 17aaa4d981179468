"""Our own reading of a finished file, in milliseconds: whether a screen reader gets all of it, in order.

It reads the bytes anew and shares nothing with the code that wrote them. It is no proof of PDF/UA; the tests ask
outside checkers for that.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Pdf

from coachdesk.documents.archival import CLAUSES, archival_codes
from coachdesk.documents.page_reader import contents, is_active, is_incomplete_font
from coachdesk.documents.tokens import tokens_of
from coachdesk.documents.tree_reader import ReadElement, elements, owners
from coachdesk.errors import AppError
from coachdesk.i18n import N_, _

_TEXTS = {
    "not-a-pdf": N_("The file cannot be read as a PDF."),
    "no-structure": N_("The file does not say how its contents hang together."),
    "no-language": N_("The file does not say which language it is in."),
    "no-title": N_("The file has no title, or does not ask for it to be shown."),
    "not-declared": N_("The file does not say that it is made for screen readers."),
    "unmarked-content": N_("Something on a page is not marked once, as content or as decoration."),
    "reading-order": N_("The order on the pages is not the order in which the file is read out."),
    "lost-content": N_("Something on a page cannot be found from the order of reading."),
    "headings": N_("The headings skip a level, or there is not exactly one main heading."),
    "figure-without-text": N_("A picture has no words for people who cannot see it."),
    "font-not-embedded": N_("A font is missing from the file."),
    "active-content": N_("The file holds a link, a script, a form or another file."),
}


_NOT_BUILT_AS_ONE = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
)
"""What reading raises where something else stands in the place of a part: one changed byte can make a number of a name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a file: a stable code, and a sentence for the coach."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """A file that was read again: its SHA-256 in hexadecimal, and what is wrong with it."""

    sha256: str
    findings: tuple[Finding, ...]


def verify(path: Path) -> Verification:
    """Read a file and check it.

    Raises:
        AppError: `documents.cannot-read` where the file is missing or may not be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AppError("documents.cannot-read") from error
    return Verification(hashlib.sha256(content).hexdigest(), check(content))


def check(content: bytes) -> tuple[Finding, ...]:
    """What is wrong with a PDF, or nothing; a file that is no PDF has one finding."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            codes = tuple(dict.fromkeys(_codes(pdf, content)))
    except _NOT_BUILT_AS_ONE:
        codes = ("not-a-pdf",)
    return tuple(Finding(code, _text(code)) for code in codes)


def _text(code: str) -> str:
    if code in CLAUSES:
        return _("The file is not fit to be kept for long: PDF/A-2a, clause {clause}.").format(clause=CLAUSES[code])
    return _(_TEXTS[code])


def _codes(pdf: Pdf, content: bytes) -> Iterator[str]:
    yield from _catalogue(pdf)
    tokens = tokens_of(pdf)
    if any(map(is_incomplete_font, tokens.fonts)):
        yield "font-not-embedded"
    if is_active(tokens.names):
        yield "active-content"
    drawn = contents(pdf)
    if drawn.unmarked:
        yield "unmarked-content"
    read = elements(pdf)
    yield from archival_codes(pdf, content, tokens, frozenset(element.tag for element in read))
    if not read:
        yield "no-structure"
        return
    told = tuple(mark for element in read for mark in element.marks)
    if sorted(told) != sorted(drawn.marks) or owners(pdf) != _owners_told(read):
        yield "lost-content"
    elif told != drawn.marks:
        yield "reading-order"
    if any(element.tag == "Figure" and not element.alternative.strip() for element in read):
        yield "figure-without-text"
    if not _headings_in_order(read):
        yield "headings"


def _catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if root.get("/MarkInfo", Dictionary()).get("/Marked", False) is not True:
        yield "no-structure"
    if not str(root.get("/Lang", "")).strip():
        yield "no-language"
    title = str(pdf.trailer.get("/Info", Dictionary()).get("/Title", "")).strip()
    if not title or root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False) is not True:
        yield "no-title"
    packet = root.Metadata.read_bytes() if "/Metadata" in root else b""
    if b"<pdfuaid:part>1</pdfuaid:part>" not in packet or b"<dc:title>" not in packet:
        yield "not-declared"


def _owners_told(read: tuple[ReadElement, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    return {mark: element.identity for element in read for mark in element.marks}


def _headings_in_order(read: tuple[ReadElement, ...]) -> bool:
    """One H1, first of all headings, and no level skipped on the way down."""
    levels = [int(element.tag[1]) for element in read if element.tag in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    deeper = all(below - above <= 1 for above, below in pairwise(levels))
    return levels[:1] == [1] and levels.count(1) == 1 and deeper
