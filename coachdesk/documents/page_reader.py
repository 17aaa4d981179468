"""What stands on the pages of a finished file: its marks in drawing order, its fonts, and anything that could act."""

import re
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Page, Pdf, Stream

from coachdesk.documents.tokens import STRING

Reference = tuple[int, int]
"""A piece of marked content: index of its page, and its MCID."""

_WORDS = re.compile(
    rb"/MCID (?P<number>\d+)\s*>>\s*BDC|(?<![\w*/])(?P<opens>BDC|BMC)(?!\w)|(?<![\w*/])(?P<closes>EMC)(?!\w)"
    rb"|(?<![\w*/])(?:Tj|TJ|['\"]|[fBb]\*?|[FSs]|Do|sh|BI)(?![\w*])"
)
"""What begins and ends a mark, and what paints something, in instructions without their strings."""

_ACTIVE = frozenset({
    *(b"/JS", b"/JavaScript", b"/URI", b"/AA", b"/OpenAction", b"/AcroForm", b"/XFA", b"/RichMedia", b"/Collection"),
    *(b"/EmbeddedFiles", b"/EF", b"/AF", b"/Launch", b"/GoToR", b"/GoToE", b"/SubmitForm", b"/ImportData", b"/Named"),
    *(b"/Rendition", b"/Movie", b"/Sound", b"/ResetForm", b"/Hide", b"/SetOCGState", b"/Trans", b"/GoTo3DView"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contents:
    """The marks of all pages in the order in which they are drawn, and whether anything has not exactly one mark."""

    marks: tuple[Reference, ...]
    unmarked: bool


def contents(pdf: Pdf) -> Contents:
    """Read what every page draws."""
    pages = [_contents_of(page, index) for index, page in enumerate(pdf.pages)]
    return Contents(tuple(mark for page in pages for mark in page.marks), any(page.unmarked for page in pages))


def _contents_of(page: Page, index: int) -> Contents:
    marks: list[Reference] = []
    depth, unmarked = 0, False
    for found in _WORDS.finditer(STRING.sub(b"()", drawn_on(page))):
        if found["number"] is not None:
            marks.append((index, int(found["number"])))
        if found["number"] is not None or found["opens"]:
            depth += 1
        elif found["closes"]:
            depth -= 1
        else:
            unmarked = unmarked or depth < 1
        unmarked = unmarked or depth > 1
    return Contents(tuple(marks), unmarked or depth != 0)


def drawn_on(page: Page) -> bytes:
    """The instructions of a page; of one that has them in pieces, joined."""
    contents = page.obj.get("/Contents", Array())
    pieces = list(contents) if isinstance(contents, Array) else [contents]
    return b"\n".join(piece.read_bytes() for piece in pieces)


def is_active(names: frozenset[bytes]) -> bool:
    """Whether something in a file could open, send, run or carry something: by the names that stand in its objects."""
    return not _ACTIVE.isdisjoint(names)


def is_incomplete_font(part: Dictionary | Stream) -> bool:
    """Whether a dictionary is a simple font that is not in the file, or whose letters cannot be read out."""
    if part.get("/Type") != "/Font" or "/DescendantFonts" in part:
        return False
    descriptor = part.get("/FontDescriptor", Dictionary())
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return not embedded or ("/ToUnicode" not in part and not str(part.get("/Subtype")).startswith("/CIDFont"))
