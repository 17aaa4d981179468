"""What a page is made of: tagged paragraphs, some with a label or a picture before them."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import ParaLines

from coachdesk.commitments import Picture
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.fonts import clean, markup
from coachdesk.documents.line_ends import rest_of, space_line_ends
from coachdesk.documents.pictures import draw_picture
from coachdesk.documents.structure import Element
from coachdesk.documents.style import SOFT, Look, paragraph_style

_BAR = 2.5
"""Width of the bar beside the person's own words, in points."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture at the left of a paragraph: the element that it is the content of, and its side in points."""

    picture: Picture
    element: Element
    side: float


class TaggedParagraph(Paragraph):
    """A paragraph that is the content of one structure element, however many pages it runs over.

    Attributes:
        said: its words, cleaned; of a part that was cut off, those from there to the end.
        element: set by `paragraph`, and handed on to both halves of a paragraph that was cut.
        label: a number, or "By": a paragraph of one line that stands at the left of the first line, in the column
            that this one leaves free.
        figure: a picture in that column, read out before the words; words lower than it stand at the middle of it.
        quoted: whether a bar stands beside it, because the words are the person's.
    """

    canv: MarkingCanvas
    blPara: ParaLines
    said: str
    element: Element
    label: "TaggedParagraph | None" = None
    figure: Figure | None = None
    quoted = False
    _lower = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        wide, words = super().wrap(width, height)
        self.height = max(words, self.figure.side if self.figure is not None else 0)
        self._lower = (self.height - words) / 2
        return wide, self.height

    def cut(self, room: float, page: float) -> tuple["TaggedParagraph | None", "TaggedParagraph"]:
        """A first part that is at most `room` points high, or none if not even two lines fit, and the rest.

        Called once the paragraph was wrapped; both parts are wrapped, for pages of `page` points.
        """
        halves = [part for part in self.split(self.width, room) if isinstance(part, TaggedParagraph)] or [self]
        for half in halves:
            half.said, half.element, half.quoted = self.said, self.element, self.quoted
        halves[0].label, halves[0].figure = self.label, self.figure
        for half in halves:
            half.wrap(self.width, page)
        if len(halves) > 1:
            halves[-1].said = rest_of(self.said, halves[0].blPara.lines)
        return (halves[0] if len(halves) > 1 else None), halves[-1]

    def draw(self) -> None:
        if self.quoted:
            self._draw_bar()
        if self.label is not None:
            _, height = self.label.wrap(self.width, self.height)
            self.label.drawOn(self.canv, 0, self.height - height)
        if self.figure is not None:
            self._draw_figure(self.figure)
        space_line_ends(self.said, self.blPara.lines)
        self.canv.translate(0, -self._lower)
        with self.canv.content(self.element, self.height):
            super().draw()

    def _draw_figure(self, figure: Figure) -> None:
        bottom = self.height - figure.side
        x, y = self.canv.absolutePosition(0, bottom)
        left, low = round(x, 2), round(y, 2)
        figure.element.box = (left, low, round(x + figure.side, 2), round(y + figure.side, 2))
        with self.canv.content(figure.element, bottom + figure.side):
            draw_picture(figure.picture, self.canv, 0, bottom, figure.side)

    def _draw_bar(self) -> None:
        with self.canv.artifact():
            self.canv.setFillColor(HexColor(SOFT))
            self.canv.rect(0, 1, _BAR, self.height - 2, stroke=0, fill=1)


def paragraph(words: str, look: Look, element: Element, *, column: float = 0, first: float = 0) -> TaggedParagraph:
    """Any text, none of it markup, as the content of an element.

    `column` points are left free at the left for a label or a picture, or `first` points of the first line only.
    """
    made = TaggedParagraph(markup(words, look.font), paragraph_style(look, column, first))
    made.said, made.element = clean(words), element
    return made


def labelled(
    label: tuple[str, Look, Element], words: tuple[str, Look, Element], *, column: float = 0, first: float = 0
) -> TaggedParagraph:
    """A text with its label in a column of its own, `column` points wide; 0 where the look's own indent is that column.

    With `first`, the text begins beside the label, that many points on, and goes on below it.
    """
    made = paragraph(*words, column=column, first=first)
    made.label = paragraph(*label)
    return made


def quoted(words: str, look: Look, element: Element) -> TaggedParagraph:
    """The person's own words, set apart with a bar at their left."""
    made = paragraph(words, look, element)
    made.quoted = True
    return made


def pictured(figure: Figure, words: str, look: Look, element: Element, *, column: float) -> TaggedParagraph:
    """A text with its picture at the left, in a column of its own."""
    made = paragraph(words, look, element, column=column)
    made.figure = figure
    return made
