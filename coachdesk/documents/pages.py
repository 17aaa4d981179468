"""Which paragraph stands on which page and how high; and drawing the pages, when their number is known.

ReportLab's own page templates keep paragraphs together too, but know neither that an action must never be split while
a heading must not be left behind, nor the number of pages before they have drawn them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from coachdesk.commitments.document import SectionKind
from coachdesk.documents.flowables import TaggedParagraph
from coachdesk.documents.style import Style


@dataclass(frozen=True, slots=True)
class Edge:
    """The rule at the left of a section; the same edge on one page is drawn as one rule."""

    kind: SectionKind
    section: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs that share a page unless they are longer than one.

    Attributes:
        leads: stands on the same page as the unit that follows, like a heading.
    """

    paragraphs: tuple[TaggedParagraph, ...]
    edge: Edge | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in its place; `bottom` in points above the foot of the page."""

    paragraph: TaggedParagraph
    bottom: float
    edge: Edge | None


Page = tuple[Placed, ...]


def paginate(units: Iterable[Unit], style: Style) -> tuple[Page, ...]:
    """The pages of a document, at least one."""
    pages = _Pages(style)
    for chunk in _chunks(units):
        together = tuple(paragraph for unit in chunk for paragraph in unit.paragraphs)
        for paragraph in together:
            paragraph.wrap(style.width, style.height)
        pages.turn_before(together, style.height / 3)
        for unit in chunk:
            pages.put(unit)
    return (*pages.full, tuple(pages.current))


def _chunks(units: Iterable[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Leading units together with the one that they lead to."""
    chunk: tuple[Unit, ...] = ()
    for unit in units:
        chunk = (*chunk, unit)
        if not unit.leads:
            yield chunk
            chunk = ()
    if chunk:
        yield chunk


def _gap(above: TaggedParagraph, below: TaggedParagraph) -> float:
    return max(above.style.spaceAfter, below.style.spaceBefore)


def _height(paragraphs: tuple[TaggedParagraph, ...]) -> float:
    return sum(p.height for p in paragraphs) + sum(_gap(above, below) for above, below in pairwise(paragraphs))


@dataclass(slots=True)
class _Pages:
    """The pages filled so far and the one being filled; `free` is the height left on it, in points."""

    style: Style
    full: list[Page] = field(default_factory=list)
    current: list[Placed] = field(default_factory=list)
    free: float = 0

    def __post_init__(self) -> None:
        self.free = self.style.height

    def turn(self) -> None:
        """Begin a new page."""
        self.full.append(tuple(self.current))
        self.current = []
        self.free = self.style.height

    def room(self, paragraph: TaggedParagraph) -> float:
        """The height left for a paragraph after the space above it."""
        return self.free - (_gap(self.current[-1].paragraph, paragraph) if self.current else 0)

    def fit(self, paragraphs: tuple[TaggedParagraph, ...]) -> bool:
        """Whether all of them fit on what is left of this page."""
        return _height(paragraphs) <= self.room(paragraphs[0])

    def turn_before(self, paragraphs: tuple[TaggedParagraph, ...], least: float) -> None:
        """Begin a new page where what does not fit here fits on one page, or `least` points are not left to begin it."""
        fits_on_one = _height(paragraphs) <= self.style.height
        if self.current and not self.fit(paragraphs) and (fits_on_one or self.free < least):
            self.turn()

    def put(self, unit: Unit) -> None:
        """Place a unit: whole on this page or the next, or cut over pages if no page can hold it."""
        self.turn_before(unit.paragraphs, self.style.height / 6)
        for paragraph in unit.paragraphs:
            self._place(paragraph, unit.edge)

    def _place(self, paragraph: TaggedParagraph, edge: Edge | None) -> None:
        rest = paragraph
        while rest.height > self.room(rest):
            first, rest = rest.cut(self.room(rest), self.style.height)
            if first is not None:
                self._add(first, edge)
            self.turn()
        self._add(rest, edge)

    def _add(self, paragraph: TaggedParagraph, edge: Edge | None) -> None:
        self.free = self.room(paragraph) - paragraph.height
        self.current.append(Placed(paragraph, self.style.bottom + self.free, edge))
