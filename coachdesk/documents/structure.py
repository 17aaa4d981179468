"""The structure tree of a document as a plain tree: made by the document, filled with marks while it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of marked content that belongs to an element.

    Attributes:
        page: index of the page, from 0.
        number: its MCID, from 0 on every page.
        top: height of its top edge above the foot of the page, in points.
    """

    page: int
    number: int
    top: float


@dataclass(slots=True, eq=False)
class Element:
    """One element: it has either children or marks, never both. Two marks when its text runs over a page.

    Attributes:
        tag: a standard structure type of PDF 1.7, such as "LBody".
        language: only where it differs from the document's or belongs to quoted words ("cy-GB").
        title: the words of a heading, for the outline.
        numbering: of a list: "Decimal" where its labels are numbers.
        alternative: of a figure: what it shows, in words.
        box: of a figure: left, bottom, right and top edge in points; set while it is drawn.
    """

    tag: str
    language: str = ""
    title: str = ""
    numbering: str = ""
    alternative: str = ""
    box: tuple[float, float, float, float] | None = None
    children: list["Element"] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(
        self, tag: str, *, language: str = "", title: str = "", numbering: str = "", alternative: str = ""
    ) -> "Element":
        """A new last child."""
        child = Element(tag, language=language, title=title, numbering=numbering, alternative=alternative)
        self.children.append(child)
        return child

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
