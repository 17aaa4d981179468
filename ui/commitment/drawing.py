"""Draws pages behind the screen: of what could be issued, and of what was issued."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.services import Outgoing, Page, Prepared, Services
from ui.tasks import Tasks

A4_POINTS = 595.28
"""Width of the page in points."""

PRINT_SCALE = 300 / 72
"""Pixels a point at 300 dots an inch."""


class Drawing(QObject):
    """`drawn` carries the pages, `for_print` what goes to a printer and its pages, `failed` an AppError.

    Only the last that was asked for is drawn: an answer that comes late is dropped.
    """

    drawn = Signal(object)
    for_print = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._turn = 0
        self._again: Callable[[float], tuple[Page, ...]] | None = None
        self._scale = 1000 / A4_POINTS

    def fit(self, pixels: int) -> None:
        """Draw for a place of this width in pixels of the screen; what is shown is drawn again where it was not."""
        scale = max(pixels, 200) / A4_POINTS
        if abs(scale - self._scale) / self._scale > 0.02:
            self._scale = scale
            self._draw()

    def preview(self, prepared: Prepared, kind: Format) -> None:
        """Draw the pages of a format as they would be issued; those of the standard one for a format without pages."""
        self._again = partial(_preview, self._services, prepared, kind if kind.is_paged else Format.PDF)
        self._draw()

    def issued(self, content: bytes) -> None:
        """Draw the pages of issued bytes."""
        self._again = partial(_issued, self._services, content)
        self._draw()

    def nothing(self) -> None:
        """Forget what was drawn last."""
        self._turn += 1
        self._again = None

    def print(self, going: Outgoing) -> None:
        """Draw the pages for a printer."""
        work = partial(self._services.commitments.drawn, going.content, scale=PRINT_SCALE)
        self._tasks.run(work, owner=self, ok=partial(self.for_print.emit, going), fail=self._fail)

    def _draw(self) -> None:
        if self._again is None:
            return
        self._turn += 1
        self._tasks.run(
            partial(self._again, self._scale),
            owner=self,
            ok=partial(self._show, self._turn),
            fail=partial(self._drop, self._turn),
        )

    def _show(self, turn: int, pages: tuple[Page, ...]) -> None:
        if turn == self._turn:
            self.drawn.emit(pages)

    def _drop(self, turn: int, error: BaseException) -> None:
        if turn == self._turn:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)


def _preview(services: Services, prepared: Prepared, kind: Format, scale: float) -> tuple[Page, ...]:
    return services.commitments.preview(prepared, kind, scale=scale)


def _issued(services: Services, content: bytes, scale: float) -> tuple[Page, ...]:
    return services.commitments.drawn(content, scale=scale)
