"""What stands on the pages of a finished file: its marks in drawing order, its fonts, and anything that could act."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Page, Pdf, Stream

Reference = tuple[int, int]
"""A piece of marked content: index of its page, and its MCID."""

_PAINTS = frozenset({"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"})
_READ = "BDC BMC EMC Tj TJ ' \" S s f F f* B B* b b* Do sh BI ID EI"
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
    for instruction in pikepdf.parse_content_stream(page, _READ):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            depth += 1
            number = _number(instruction.operands[-1])
            if number is not None:
                marks.append((index, number))
        elif operator == "EMC":
            depth -= 1
        elif operator in _PAINTS and depth < 1:
            unmarked = True
        unmarked = unmarked or depth > 1
    return Contents(tuple(marks), unmarked or depth != 0)


def _number(properties: object) -> int | None:
    return int(properties["/MCID"]) if isinstance(properties, Dictionary) and "/MCID" in properties else None


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
