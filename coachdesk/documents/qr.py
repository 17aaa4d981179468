"""The square code at the foot of a page: number, edition and hash of a commitment for a machine to read."""

from functools import lru_cache

import segno
from reportlab.lib.colors import HexColor

from coachdesk.documents.canvas import MarkingCanvas
from coachdesk.documents.style import INK

SIDE = 42
"""Of the square in points, without the quiet zone around it: a module is nearly half a millimetre, as phones need."""

_MASK = 3
"""A pattern of diagonals, which breaks up what a row of capital letters leaves."""


def draw_square(text: str, x: float, top: float, canvas: MarkingCanvas) -> None:
    """Draw the code of `text` with its upper left corner at (x, top); inside an artifact, as words say the same."""
    canvas.saveState()
    canvas.translate(x, top - SIDE)
    canvas.setFillColor(HexColor(INK))
    canvas.addLiteral(_filled(text))
    canvas.restoreState()


def square_of(text: str) -> segno.QRCode:
    """The code itself. Its mask is fixed: to try all eight takes longer than to draw the page."""
    return segno.make_qr(text, error="m", boost_error=False, mask=_MASK)


@lru_cache(maxsize=8)
def _filled(text: str) -> str:
    """The dark modules as one filled path, the same on every page."""
    rows = square_of(text).matrix
    side = SIDE / len(rows)
    rectangles = (
        f"{start * side:.3f} {SIDE - (number + 1) * side:.3f} {length * side:.3f} {side:.3f} re"
        for number, row in enumerate(rows)
        for start, length in _runs(bytes(row))
    )
    return f"{' '.join(rectangles)} f"


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many there are: fewer rectangles, and no hairlines between them."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
