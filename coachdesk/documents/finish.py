"""From a drawn PDF and its structure tree to a tagged one: tree, languages, outline, metadata and colour profile."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, Stream, String

from coachdesk.documents.letters import tidy_letters
from coachdesk.documents.metadata import About, info, xmp
from coachdesk.documents.structure import Element, Mark
from coachdesk.paths import resources

_NUMBERING = {"Decimal": Name.Decimal, "Disc": Name.Disc}


def finish(drawn: bytes, root: Element, about: About) -> bytes:
    """The finished file: the same input gives the same bytes.

    Args:
        drawn: what the canvas left, every piece of it marked.
        root: the tree whose elements carry those marks.
        about: what the file says about itself.
    """
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _add_tree(pdf, root)
        tidy_letters(pdf)
        _add_outline(pdf, root)
        _describe(pdf, about)
        _add_colour_profile(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7", linearize=False)
    return out.getvalue()


def _add_tree(pdf: Pdf, root: Element) -> None:
    pages = [page.obj for page in pdf.pages]
    parents: list[dict[int, Object]] = [{} for _ in pages]

    def build(element: Element, parent: Object) -> Object:
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        if element.language:
            made.Lang = String(element.language)
        if element.numbering:
            made.A = Dictionary(O=Name.List, ListNumbering=_NUMBERING[element.numbering])
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.box is not None:
            made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(list(element.box)))
        if element.marks:
            made.Pg = pages[element.marks[0].page]
            for mark in element.marks:
                parents[mark.page][mark.number] = made
            made.K = _references(element.marks, pages)
        else:
            made.K = Array([build(child, made) for child in element.children])
        return made

    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = Array([build(root, tree)])
    numbers: list[object] = []
    for index, (page, marked) in enumerate(zip(pages, parents, strict=True)):
        page.StructParents, page.Tabs = index, Name.S
        del page.Trans
        numbers += [index, pdf.make_indirect(Array([marked[number] for number in sorted(marked)]))]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree


def _references(marks: Sequence[Mark], pages: Sequence[Dictionary]) -> Array | int:
    """The content of one element: a number for what is on its first page, a dictionary for what runs on."""
    if len(marks) == 1:
        return marks[0].number
    return Array([Dictionary(Type=Name.MCR, Pg=pages[mark.page], MCID=mark.number) for mark in marks])


def _add_outline(pdf: Pdf, root: Element) -> None:
    with pdf.open_outline() as outline:
        for element in root.walk():
            if element.title and element.marks:
                mark = element.marks[0]
                entry = OutlineItem(element.title, mark.page, "XYZ", left=0, top=round(mark.top, 2))
                siblings = outline.root if element.tag == "H1" or not outline.root else outline.root[0].children
                siblings.append(entry)


def _describe(pdf: Pdf, about: About) -> None:
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Lang = String(about.language)
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, xmp(about), Type=Name.Metadata, Subtype=Name.XML))
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(value) for key, value in info(about).items()}))


@cache
def _profile() -> bytes:
    return resources("icc", "srgb.icc").read_bytes()


def _add_colour_profile(pdf: Pdf) -> None:
    profile = pdf.make_indirect(Stream(pdf, _profile(), N=3))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
