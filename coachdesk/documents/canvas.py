"""A canvas that marks what is drawn on it: as content of a structure element, or as an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from coachdesk.documents.fonts import PLAIN, glyphs
from coachdesk.documents.structure import Element, Mark

_FIRST_FONT: dict[str, Any] = {"initialFontName": PLAIN}
"""An embedded one: otherwise ReportLab writes an unembedded Helvetica into every page. (Its stubs call it a number.)"""


class MarkingCanvas(Canvas):
    """ReportLab's canvas; nothing may be drawn on it outside `content` and `artifact`."""

    def __init__(self, buffer: BytesIO, page_size: tuple[float, float]) -> None:
        glyphs(PLAIN)
        # Streams are compressed when the file is finished.
        super().__init__(buffer, pagesize=page_size, invariant=1, pageCompression=0, **_FIRST_FONT)
        self._next_mark = 0

    @contextmanager
    def content(self, element: Element, height: float) -> Iterator[None]:
        """Whatever is drawn inside belongs to this element; its top edge is `height` points above the origin."""
        _, top = self.absolutePosition(0, height)
        element.marks.append(Mark(self.getPageNumber() - 1, self._next_mark, top))
        self.addLiteral(f"/{element.tag} <</MCID {self._next_mark}>> BDC")
        self._next_mark += 1
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Whatever is drawn inside is decoration, or repeats on every page: nobody has to read it."""
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")

    def showPage(self) -> None:
        super().showPage()
        self._next_mark = 0
