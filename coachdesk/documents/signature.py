"""A signature on the page: what was drawn as one picture with words for it, on a line, and below it whose it is."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from coachdesk.commitments.document import Signed
from coachdesk.commitments.strokes import HEIGHT, WIDTH, Strokes, points_of
from coachdesk.documents.flowables import TaggedParagraph, paragraph
from coachdesk.documents.fonts import clean, markup
from coachdesk.documents.structure import Element
from coachdesk.documents.style import INK, QUIET, Look, paragraph_style

_OF_BODY = 15
"""The width of a signature in sizes of the letters around it: about that of a name written by hand."""

_PEN = 0.11
"""The width of its line, likewise."""

_SPACE = 1.3
"""What stays empty above it, likewise."""

_GAP = 5
"""Between it, the line below, and the caption, in points."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What was drawn, the element that it is the content of, and the width of its box and of its line in points."""

    strokes: Strokes
    element: Element
    width: float
    pen: float

    @property
    def height(self) -> float:
        """Of its box."""
        return self.width * HEIGHT / WIDTH

    @property
    def taken(self) -> float:
        """The height that it takes above the caption."""
        return self.height + 2 * _GAP


class SignedParagraph(TaggedParagraph):
    """A caption below what was drawn; a part that was cut off has no ink."""

    ink: Ink | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        wide, words = super().wrap(width, height)
        self._lower = self.ink.taken if self.ink is not None else 0
        self.height = words + self._lower
        return wide, self.height

    def cut(self, room: float, page: float) -> tuple[TaggedParagraph | None, TaggedParagraph]:
        taken, self.ink = self.ink, None
        first, rest = super().cut(room - (taken.taken if taken is not None else 0), page)
        for part in (first or rest,):
            if isinstance(part, SignedParagraph):
                part.ink = taken
                part.wrap(self.width, page)
        return first, rest

    def draw(self) -> None:
        if self.ink is not None:
            self._draw_ink(self.ink)
        super().draw()

    def _draw_ink(self, ink: Ink) -> None:
        canvas, bottom = self.canv, self.height - ink.height
        x, y = canvas.absolutePosition(0, bottom)
        left, low = round(x, 2), round(y, 2)
        ink.element.box = (left, low, round(x + ink.width, 2), round(y + ink.height, 2))
        with canvas.content(ink.element, self.height):
            canvas.saveState()
            canvas.translate(0, self.height)
            canvas.setStrokeColor(HexColor(INK))
            canvas.setLineWidth(ink.pen)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            path, scale = canvas.beginPath(), ink.width / WIDTH
            for stroke in ink.strokes:
                first, *others = points_of(stroke)
                path.moveTo(first[0] * scale, -first[1] * scale)
                for x_at, y_at in others or [first]:  # a dot is a line without length, with round ends
                    path.lineTo(x_at * scale, -y_at * scale)
            canvas.drawPath(path, stroke=1, fill=0)
            canvas.restoreState()
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(HexColor(QUIET))
            canvas.setLineWidth(0.75)
            canvas.line(0, bottom - _GAP, ink.width, bottom - _GAP)
            canvas.restoreState()


def signed(signature: Signed, parent: Element, look: Look) -> TaggedParagraph:
    """A signature as the last children of `parent`: a picture and its caption, or the sentence where none was drawn."""
    if signature.caption is None:
        return paragraph(signature.sentence.value, look, parent.add("P"))
    ink = Ink(
        signature.strokes,
        parent.add("Figure", alternative=clean(signature.sentence.value)),
        look.size * _OF_BODY,
        look.size * _PEN,
    )
    look = replace(look, before=look.size * _SPACE)
    made = SignedParagraph(markup(signature.caption.value, look.font), paragraph_style(look))
    made.said, made.element, made.ink = clean(signature.caption.value), parent.add("P"), ink
    return made
