"""Reading a PDF as a screen reader does, with PDFium: each element of the tree with the words on its pages."""

import ctypes
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2 import raw

from coachdesk.documents.tree_reader import ReadElement, elements


@dataclass(frozen=True)
class Spoken:
    """An element that has words, with the pages that they stand on."""

    tag: str
    words: str
    pages: frozenset[int]
    element: ReadElement


def squeezed(words: str) -> str:
    """Words without spaces: lines end where the page is full, not where the words do."""
    return "".join(words.split())


def spoken(content: bytes) -> tuple[Spoken, ...]:
    """All that is read aloud, in the order of the structure tree; a picture has no words on the page."""
    drawn = _drawn(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        return tuple(
            Spoken(
                element.tag,
                " ".join("".join(drawn.get(mark, "") for mark in element.marks).split()),
                frozenset(page for page, _ in element.marks),
                element,
            )
            for element in elements(pdf)
            if element.marks
        )


def _drawn(content: bytes) -> dict[tuple[int, int], str]:
    """The words of each mark (page, MCID), decoded through the fonts' own maps."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(content)
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            number = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
            if number >= 0:
                found[index, number] = found.get((index, number), "") + _words(thing, textpage)
    document.close()
    return found


def _words(thing: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(thing.raw, textpage.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(thing.raw, textpage.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def actions(content: bytes) -> tuple[frozenset[int], ...]:
    """For each numbered action the pages that its words stand on."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        sections = [kid for kid in pdf.Root.StructTreeRoot.K[0].K if kid.S == "/Sect"]
        lists = [kid for section in sections for kid in section.K if "/A" in kid]
        return tuple(frozenset(_pages_below(item, pages)) for numbered in lists for item in numbered.K)


def _pages_below(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> set[int]:
    found = {pages[element.Pg.objgen]} if "/Pg" in element else set()
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else []:
        if isinstance(kid, pikepdf.Dictionary):
            found |= _pages_below(kid, pages)
    return found
