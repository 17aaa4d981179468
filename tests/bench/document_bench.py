"""A document laid out, tagged, finished and checked, against the same content laid out and drawn untagged."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.composition import compose
from coachdesk.documents.drawing import draw
from coachdesk.documents.pages import paginate
from coachdesk.documents.structure import Element
from coachdesk.documents.style import STANDARD
from tests.bench.harness import Comparison, timed
from tests.core.documents.papers import MADE_AT, many, paper


class PlainCanvas(MarkingCanvas):
    """Draws the same and marks nothing; compresses its pages itself, because nothing comes after it."""

    def __init__(self, buffer: BytesIO, page_size: tuple[float, float]) -> None:
        super().__init__(buffer, page_size)
        self.setPageCompression(1)

    @contextmanager
    def content(self, element: Element, height: float) -> Iterator[None]:
        yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        yield


def untagged(document: CommitmentDocument) -> bytes:
    """The twin."""
    buffer = BytesIO()
    _, units = compose(document, STANDARD)
    draw(paginate(units, STANDARD), document, PlainCanvas(buffer, STANDARD.page), STANDARD)
    return buffer.getvalue()


def comparisons() -> tuple[Comparison, ...]:
    """A usual document of two pages, and one of forty actions."""
    return tuple(
        Comparison(
            f"document tagged and checked / untagged, {name}",
            timed(partial(render_pdf, document, made_at=MADE_AT)),
            timed(partial(untagged, document)),
            aim=2,
        )
        for name, document in (("two pages", paper()), ("forty actions", paper(asked=many(40))))
    )
