"""Drawing pages whose paragraphs have their places: paragraphs as content, rules and the foot of a page as artifacts."""

from itertools import groupby

from reportlab.lib.colors import HexColor

from coachdesk.commitments.document import CommitmentDocument, SectionKind
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.fonts import PLAIN, clean, runs, width
from coachdesk.documents.pages import Edge, Page, Placed
from coachdesk.documents.style import ACCENT, SOFT, Style

_EDGE_GAP = 16
"""From a section's edge to its text, in points."""


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
    right = document.page_label.value.format(page=number, pages=count)
    line = style.bottom - style.footer * 2.2
    canvas.saveState()
    canvas.setStrokeColor(HexColor(SOFT))
    canvas.setLineWidth(0.75)
    canvas.line(style.left, line, style.left + style.width, line)
    baseline = line - style.footer * 1.6
    _draw_words(document.footer.value, style.left, baseline, canvas, style)
    _draw_words(right, style.left + style.width - width(right, PLAIN, style.footer), baseline, canvas, style)
    canvas.restoreState()


def _draw_words(words: str, x: float, y: float, canvas: MarkingCanvas, style: Style) -> None:
    canvas.setFillColor(HexColor(style.quiet))
    text = canvas.beginText(x, y)
    for font, piece in runs(clean(words), PLAIN):
        text.setFont(font, style.footer)
        text.textOut(piece)
    canvas.drawText(text)
