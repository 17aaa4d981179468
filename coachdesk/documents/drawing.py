"""Drawing pages whose paragraphs have their places: paragraphs as content, rules and the foot of a page as artifacts."""

from itertools import groupby

from reportlab.lib.colors import HexColor

from coachdesk.commitments.document import CommitmentDocument, SectionKind
from coachdesk.commitments.sealing import square_text
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.fonts import PLAIN, clean, runs, width
from coachdesk.documents.pages import Edge, Page, Placed
from coachdesk.documents.qr import SIDE, draw_square
from coachdesk.documents.style import ACCENT, SOFT, Style

_EDGE_GAP = 16
"""From a section's edge to its text, in points."""

_ABOVE_LINE = 8
"""How far the square code stands above the rule at the foot of a page, in points."""

_BESIDE_SQUARE = 12
"""What stays empty beside it: its quiet zone, and a little more."""


def draw(pages: tuple[Page, ...], document: CommitmentDocument, canvas: MarkingCanvas, style: Style) -> None:
    """Draw all pages and close the canvas's file."""
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.paragraph.drawOn(canvas, style.left, placed.bottom)
        with canvas.artifact():
            _draw_edges(page, canvas, style)
            _draw_foot(document, f"{number}", f"{len(pages)}", canvas, style)
        canvas.showPage()
    canvas.save()


def _draw_edges(page: Page, canvas: MarkingCanvas, style: Style) -> None:
    for edge, group in groupby(page, key=_edge_of):
        if edge is not None:
            members = tuple(group)
            top = members[0].bottom + members[0].paragraph.height
            _draw_edge(edge.kind, top, members[-1].bottom, canvas, style.left - _EDGE_GAP)


def _edge_of(placed: Placed) -> Edge | None:
    return placed.edge


def _draw_edge(kind: SectionKind, top: float, bottom: float, canvas: MarkingCanvas, x: float) -> None:
    """Solid for what is asked, dotted for what is chosen, double for what we do: told apart without colour."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setLineWidth(2.4)
    if kind is SectionKind.CHOSEN:
        canvas.setLineCap(1)
        canvas.setDash(0.01, 6)
    if kind is SectionKind.OURS:
        canvas.setLineWidth(1)
        canvas.line(x - 3, top, x - 3, bottom)
    canvas.line(x, top, x, bottom)
    canvas.restoreState()


def _draw_foot(document: CommitmentDocument, number: str, count: str, canvas: MarkingCanvas, style: Style) -> None:
    label = document.page_label.value.format(page=number, pages=count)
    line, right = style.bottom - style.footer * 2.2, style.left + style.width
    canvas.saveState()
    if square := square_text(document):
        right -= SIDE
        draw_square(square, right, line + _ABOVE_LINE, canvas)
        right -= _BESIDE_SQUARE
    canvas.setStrokeColor(HexColor(SOFT))
    canvas.setLineWidth(0.75)
    canvas.line(style.left, line, right, line)
    label_width = width(label, PLAIN, style.footer)
    words = _lines(document.footer.value, right - label_width - style.footer - style.left, style)
    baseline = line - style.footer * (1.6 if len(words) == 1 else 1.3)
    _draw_words(label, right - label_width, baseline, canvas, style)
    for each in words:
        _draw_words(each, style.left, baseline, canvas, style)
        baseline -= style.footer * 1.2
    canvas.restoreState()


def _lines(words: str, room: float, style: Style) -> tuple[str, ...]:
    """The words at the foot on one line, or on two: the check code comes last and goes below the rest."""
    first, comma, last = words.rpartition(", ")
    if not comma or width(words, PLAIN, style.footer) <= room:
        return (words,)
    return (first + comma.rstrip(), last)


def _draw_words(words: str, x: float, y: float, canvas: MarkingCanvas, style: Style) -> None:
    canvas.setFillColor(HexColor(style.quiet))
    text = canvas.beginText(x, y)
    for font, piece in runs(clean(words), PLAIN):
        text.setFont(font, style.footer)
        text.textOut(piece)
    canvas.drawText(text)
