"""The structure tree of a finished file, as a screen reader walks it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Object, Pdf

from coachdesk.documents.page_reader import Reference


@dataclass(frozen=True, slots=True)
class ReadElement:
    """One element as the file has it: its own marks only, not those of the elements below it."""

    identity: tuple[int, int]
    tag: str
    alternative: str
    marks: tuple[Reference, ...]


def elements(pdf: Pdf) -> tuple[ReadElement, ...]:
    """All elements in reading order; none where the file has no tree."""
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, Dictionary):
        return ()
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    return tuple(_walk(_kids(tree), pages))


def _walk(kids: list[object], pages: dict[tuple[int, int], int]) -> Iterator[ReadElement]:
    """The elements among the kids of one, each with all below it; a reference has no structure type."""
    for kid in kids:
        if isinstance(kid, Dictionary) and "/S" in kid:
            below = _kids(kid)
            marks = tuple(_marks(kid, below, pages))
            yield ReadElement(kid.objgen, str(kid.S).lstrip("/"), str(kid.get("/Alt", "")), marks)
            yield from _walk(below, pages)


def _kids(element: Object) -> list[object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _marks(element: Object, kids: list[object], pages: dict[tuple[int, int], int]) -> Iterator[Reference]:
    for kid in kids:
        if isinstance(kid, int):
            yield _page(element, pages), kid
        elif isinstance(kid, Dictionary) and "/MCID" in kid:
            yield _page(kid if "/Pg" in kid else element, pages), int(kid["/MCID"])


def _page(holder: Object, pages: dict[tuple[int, int], int]) -> int:
    """The index of the page that an element or a reference names; -1 where it names none of this file's."""
    return pages.get(holder.Pg.objgen, -1) if "/Pg" in holder else -1


def owners(pdf: Pdf) -> dict[Reference, tuple[int, int]]:
    """Which element each piece of marked content says that it belongs to, by the file's parent tree."""
    listed = pdf.Root.StructTreeRoot.get("/ParentTree", Dictionary()).get("/Nums", Array())
    rows = {int(listed[at]): listed[at + 1] for at in range(0, len(listed) - 1, 2)}
    return {
        (index, number): owner.objgen
        for index, page in enumerate(pdf.pages)
        for number, owner in enumerate(rows.get(int(page.obj.get("/StructParents", -1)), Array()))
    }
