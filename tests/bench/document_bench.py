"""A document laid out, tagged, checked and filed in the vault, against others.

They are the same content laid out and drawn untagged, and the same text made into PDF/UA by other programs.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter

from coachdesk.commitments import Format
from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.sealing import sealed
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.commitment_html import render_html
from coachdesk.documents.composition import compose
from coachdesk.documents.drawing import draw
from coachdesk.documents.pages import paginate
from coachdesk.documents.structure import Element
from coachdesk.documents.style import STANDARD
from coachdesk.i18n import Language
from coachdesk.services.commitments import Commitments
from coachdesk.services.preparing import Prepared
from tests.bench.harness import Comparison, Go, timed
from tests.bench.twins import office_at_work, office_called, weasyprint
from tests.core.services.talking import Talk, ready_to_issue
from tests.vaults import made, setting

USUAL = 3
"""So many actions more make a document of two pages."""


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


def agreed(talk: Talk, actions: int) -> Prepared:
    """What may be issued, with so many actions more."""
    for number in range(actions):
        talk.ask(f"Send my new CV to school kitchen {number}", reason="Because you ran the servery at Borras Park.")
    prepared = talk.opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    assert not prepared.stops
    return prepared


def standard(commitments: Commitments, prepared: Prepared) -> Go:
    """The page made from its snapshot, tagged, checked and filed; the number and the snapshot are there already."""

    def go() -> float:
        draft = commitments.begin(prepared)
        started = perf_counter()
        commitments.file(draft, (commitments.make(draft.commitment, Format.PDF, draft.commitment.language),))
        return perf_counter() - started

    return go


def comparisons() -> Iterator[Comparison]:
    """A usual document of two pages, and one of forty actions."""
    with (
        tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder,
        closing(made(setting(Path(folder)))) as opened,
    ):
        commitments = opened.services.commitments
        for actions in (USUAL, 40):
            prepared = agreed(ready_to_issue(opened), actions)
            ours, twin = standard(commitments, prepared), timed(partial(untagged, sealed(prepared.document, bytes(32))))
            if actions == USUAL:
                yield from _others(ours, prepared, Path(folder))
            yield Comparison(f"document tagged, checked and filed / untagged, {actions} actions", ours, twin, aim=2)
            whole = timed(partial(commitments.issue, prepared))
            yield Comparison(f"issued: both languages frozen, page and text / untagged, {actions} actions", whole, twin)


def _others(ours: Go, prepared: Prepared, folder: Path) -> Iterator[Comparison]:
    """The same text through other programs, as a web page, which is what they read."""
    page = folder / "page.html"
    page.write_bytes(render_html(prepared.document))
    for other, goes in ((weasyprint, 15), (office_called, 3), (office_at_work, 3)):
        with other(page) as twin:
            if twin.go is None:
                sys.stdout.write(f"document / {twin.name}: not here ({twin.missing})\n")
            else:
                name = f"document tagged, checked and filed / {twin.name}, {USUAL} actions"
                yield Comparison(name, ours, twin.go, aim=0.25, goes=goes)
