"""How a document looks. A style is a value: another format is another style, laid out anew, never zoomed."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from coachdesk.documents.fonts import PLAIN, STRONG, glyphs

INK = "#1a1a1a"
"""17 to 1 against white."""
ACCENT = "#1d3b5f"
"""A dark blue, 11 to 1 against white."""
QUIET = "#4d5761"
"""For labels and the footer, 7 to 1 against white."""
SOFT = "#b9c7d8"
"""Only for decoration that carries no meaning."""


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes of one printed format, in points; text never runs over `page` less the margins.

    Attributes:
        line: height of a line as a multiple of its font size.
        label_share: labels stand in a column of their own as long as it takes no more than this share of the width.
        labels_run_in: labels have no column: the words begin on the line of their label and go on below it.
        quiet: colour of what is said more quietly than the rest.
        picture: side of a picture; 0 where there are none.
    """

    page: tuple[float, float] = A4
    left: float = 68
    right: float = 76
    top: float = 56
    bottom: float = 76
    title: float = 30
    heading: float = 17
    action: float = 13.5
    quote: float = 14
    body: float = 12
    footer: float = 10
    line: float = 1.42
    indent: float = 26
    label_share: float = 0.38
    labels_run_in: bool = False
    quiet: str = QUIET
    picture: float = 0

    @property
    def width(self) -> float:
        """Of the text."""
        return self.page[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Of the text."""
        return self.page[1] - self.top - self.bottom


STANDARD = Style()
LARGE = Style(
    left=58,
    right=50,
    top=48,
    bottom=98,
    title=38,
    heading=26,
    action=21,
    quote=21,
    body=19,
    footer=18,
    line=1.42,
    indent=38,
    label_share=0,
    labels_run_in=True,
    quiet=INK,
)
"""Large print: nothing below 18 points, no columns that would squeeze the words, black on white, left aligned."""
EASY = Style(
    left=60,
    right=56,
    top=44,
    bottom=90,
    title=32,
    heading=23,
    action=18,
    quote=18,
    body=17,
    footer=16,
    line=1.35,
    quiet=INK,
    picture=44,
)
"""Easy read: a picture beside every idea, in two columns."""


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of paragraph: font, size, colour, and the space around it in points."""

    font: str
    size: float
    colour: str = INK
    before: float = 0
    after: float = 0
    indent: float = 0
    line: float = 1.42

    @property
    def leading(self) -> float:
        """Height of a line."""
        return round(self.size * self.line, 2)


@dataclass(frozen=True, slots=True)
class Looks:
    """Every kind of paragraph of one style."""

    title: Look
    heading: Look
    body: Look
    point: Look
    label: Look
    quiet_label: Look
    quote: Look
    action: Look
    detail: Look
    aside: Look


def looks(style: Style) -> Looks:
    """What the paragraphs of a style look like."""
    size, line, inner = style.body, style.line, style.indent
    return Looks(
        title=Look(STRONG, style.title, ACCENT, after=size, line=1.15),
        heading=Look(STRONG, style.heading, ACCENT, before=size * 2.1, after=size * 0.45, line=1.25),
        body=Look(PLAIN, size, before=size * 0.6, after=size * 0.6, line=line),
        point=Look(PLAIN, size, after=size * 0.3, line=line),
        label=Look(STRONG, size, line=line),
        quiet_label=Look(PLAIN if not style.labels_run_in else STRONG, size, style.quiet, line=line),
        quote=Look(PLAIN, style.quote, ACCENT, before=size * 0.4, after=size * 0.5, indent=size * 1.3, line=line),
        action=Look(STRONG, style.action, before=size * 1.1, after=size * 0.25, indent=inner, line=1.35),
        detail=Look(PLAIN, size, after=size * 0.15, indent=inner, line=line),
        aside=Look(PLAIN, size, before=size * 0.3, after=size * 0.3, indent=inner, line=line),
    )


@cache
def paragraph_style(look: Look, column: float = 0, first: float = 0) -> ParagraphStyle:
    """ReportLab's form of a look; `column` is what its label takes away at the left, `first` of the first line only."""
    glyphs(look.font)
    return ParagraphStyle(
        "look",
        fontName=look.font,
        fontSize=look.size,
        leading=look.leading,
        textColor=HexColor(look.colour),
        spaceBefore=look.before,
        spaceAfter=look.after,
        leftIndent=look.indent + column,
        firstLineIndent=first,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
