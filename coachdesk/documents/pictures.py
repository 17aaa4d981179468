"""The pictures of easy read: read from their files, and drawn as lines on the page.

The files are a small part of SVG: paths of M, L, C and Z in absolute numbers, circles and round rectangles, each with its
own fill or line width where it differs from the first element's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from coachdesk.commitments import Picture
from coachdesk.paths import resources

SIDE = 64.0
"""The pictures are drawn on a square of this side."""

_PARTS = re.compile(r"[A-Za-z]|-?[\d.]+")
_NUMBERS = {"path": (), "circle": ("cx", "cy", "r"), "rect": ("x", "y", "width", "height", "rx")}
_TAKES = {"M": 2, "L": 2, "C": 6, "Z": 0}

Step = tuple[str, tuple[float, ...]]
"""A letter of a path and its numbers, counted from the top left."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its name, and its numbers or its steps; `fill` is a colour, or empty."""

    name: str
    numbers: tuple[float, ...]
    steps: tuple[Step, ...]
    fill: str
    line: float


@cache
def shapes_of(picture: Picture) -> tuple[tuple[Shape, ...], str]:
    """The shapes of a picture in their order, and the colour of its lines. ValueError for what cannot be drawn."""
    reader = _Reader()
    reader.feed(resources("pictures", "easy", f"{picture}.svg").read_text(encoding="utf-8"))
    root, *parts = reader.elements
    return tuple(_shape(*each, float(root[1]["stroke-width"])) for each in parts), root[1]["stroke"]


class _Reader(HTMLParser):
    """Every element of a file with its attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


def draw_picture(picture: Picture, canvas: Canvas, x: float, y: float, side: float) -> None:
    """Draw a picture into the square whose lower left corner is given, in points."""
    shapes, ink = shapes_of(picture)
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / SIDE, -side / SIDE)
    canvas.setStrokeColor(HexColor(ink))
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for shape in shapes:
        _draw(shape, canvas)
    canvas.restoreState()


def _shape(name: str, given: dict[str, str], line: float) -> Shape:
    if name not in _NUMBERS:
        raise ValueError(f"A picture holds a {name}, which cannot be drawn.")
    return Shape(
        name=name,
        numbers=tuple(float(given[each]) for each in _NUMBERS[name]),
        steps=tuple(_steps(given.get("d", ""))),
        fill=given.get("fill", ""),
        line=float(given.get("stroke-width", line)),
    )


def _steps(path: str) -> Iterator[Step]:
    parts = iter(_PARTS.findall(path))
    for letter in parts:
        if letter not in _TAKES:
            raise ValueError(f"A path holds {letter}, which cannot be drawn.")
        yield letter, tuple(float(next(parts)) for _ in range(_TAKES[letter]))


def _draw(shape: Shape, canvas: Canvas) -> None:
    filled = int(bool(shape.fill))
    canvas.setLineWidth(shape.line)
    if filled:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.name == "circle":
        x, y, radius = shape.numbers
        canvas.circle(x, y, radius, stroke=1, fill=filled)
    elif shape.name == "rect":
        x, y, width, height, radius = shape.numbers
        canvas.roundRect(x, y, width, height, radius, stroke=1, fill=filled)
    else:
        _draw_path(shape, canvas, filled)


def _draw_path(shape: Shape, canvas: Canvas, filled: int) -> None:
    path = canvas.beginPath()
    for letter, numbers in shape.steps:
        match letter:
            case "M":
                path.moveTo(*numbers)
            case "L":
                path.lineTo(*numbers)
            case "C":
                path.curveTo(*numbers)
            case _:
                path.close()
    canvas.drawPath(path, stroke=1, fill=filled)
