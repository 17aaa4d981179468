"""A document laid out, tagged, checked and filed in the vault, against the same content laid out and drawn untagged."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.composition import compose
from coachdesk.documents.drawing import draw
from coachdesk.documents.pages import paginate
from coachdesk.documents.structure import Element
from coachdesk.documents.style import STANDARD
from coachdesk.i18n import Language
from coachdesk.services.preparing import Prepared
from tests.bench.harness import Comparison, timed
from tests.core.services.talking import Talk, ready_to_issue
from tests.vaults import made, setting


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


def comparisons() -> Iterator[Comparison]:
    """A usual document of two pages, and one of forty actions."""
    with (
        tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder,
        closing(made(setting(Path(folder)))) as opened,
    ):
        for actions in (3, 40):
            prepared = agreed(ready_to_issue(opened), actions)
            yield Comparison(
                f"document tagged, checked and filed / untagged, {actions} actions",
                timed(partial(opened.services.commitments.issue, prepared)),
                timed(partial(untagged, prepared.document)),
                aim=2,
            )
