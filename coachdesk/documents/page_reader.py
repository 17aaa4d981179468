"""What stands on the pages of a finished file: its marks in drawing order, its fonts, and anything that could act."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Page, Pdf, Stream

Reference = tuple[int, int]
"""A piece of marked content: index of its page, and its MCID."""

_PAINTS = frozenset({"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"})
_READ = "BDC BMC EMC Tj TJ ' \" S s f F f* B B* b b* Do sh BI ID EI"
_ACTIVE = frozenset({
    *("/JS", "/JavaScript", "/URI", "/AA", "/OpenAction", "/AcroForm", "/XFA", "/RichMedia", "/Collection"),
    *("/EmbeddedFiles", "/EF", "/AF"),
})  # fmt: skip
_ACTIONS = frozenset({"/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Named", "/Rendition", "/Movie"})


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


def dictionaries(pdf: Pdf) -> Iterator[Dictionary | Stream]:
    """Every dictionary of the file, those inside others included."""
    for each in pdf.objects:
        yield from _inside(each)


def _inside(value: object) -> Iterator[Dictionary | Stream]:
    if isinstance(value, Dictionary | Stream):
        yield value
        for part in value.values():
            if isinstance(part, Dictionary | Array) and not part.is_indirect:
                yield from _inside(part)
    elif isinstance(value, Array):
        for part in value:
            if isinstance(part, Dictionary | Array) and not part.is_indirect:
                yield from _inside(part)


def is_active(part: Dictionary | Stream) -> bool:
    """Whether a dictionary could open, send, run or carry something."""
    return not _ACTIVE.isdisjoint(part.keys()) or str(part.get("/S", "")) in _ACTIONS


def is_incomplete_font(part: Dictionary | Stream) -> bool:
    """Whether a dictionary is a simple font that is not in the file, or whose letters cannot be read out."""
    if part.get("/Type") != "/Font" or "/DescendantFonts" in part:
        return False
    descriptor = part.get("/FontDescriptor", Dictionary())
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return not embedded or ("/ToUnicode" not in part and not str(part.get("/Subtype")).startswith("/CIDFont"))
