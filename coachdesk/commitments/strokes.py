"""What was drawn as a signature: only where the pen went, made small enough to be kept.

Neither pressure nor speed is kept: both would tell more about a hand than paper does.
"""

from collections.abc import Sequence
from math import hypot, inf

Strokes = tuple[tuple[int, ...], ...]
"""Each stroke as x and y in turn, counted from the top left of a box of `WIDTH` times `HEIGHT`."""

Point = tuple[float, float]

WIDTH, HEIGHT = 1000, 360
"""The box that a signature fills as far as its own shape lets it."""

MOST_STROKES = 80
MOST_POINTS = 500
"""Together: enough for a long name with all its dots, and a few thousand letters of JSON."""

_MOST_WEIGHED = 1500
"""Points that are looked at: of more, every second, every third and so on. A quick pen gives two hundred a second."""

_FINEST = 1.2
"""How far a point may lie from the line that is drawn in its place, in units of the box."""


def fitted(drawn: Sequence[Sequence[Point]]) -> Strokes:
    """Strokes in any unit, y downwards, as they are kept: at the left of the box, in the middle of its height.

    Nothing that was drawn gives nothing. Beyond `MOST_STROKES` a stroke is left out, and points are left out until no more
    than `MOST_POINTS` are kept, those first that change the line least.
    """
    strokes = [stroke for stroke in drawn if stroke][:MOST_STROKES]
    if not strokes:
        return ()
    every = -(-sum(map(len, strokes)) // _MOST_WEIGHED)
    placed = _placed([(*stroke[:-1:every], stroke[-1]) for stroke in strokes])
    weighed = [_weights(stroke) for stroke in placed]
    heaviest = sorted((weight for weights in weighed for weight in weights), reverse=True)
    least = max((_FINEST, *heaviest[MOST_POINTS : MOST_POINTS + 1]))
    return tuple(
        tuple(
            round(number) for point, weight in zip(stroke, weights, strict=True) if weight > least for number in point
        )
        for stroke, weights in zip(placed, weighed, strict=True)
    )


def points_of(stroke: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The points of a stroke that is kept."""
    return tuple(zip(stroke[::2], stroke[1::2], strict=True))


def _placed(strokes: Sequence[Sequence[Point]]) -> list[list[Point]]:
    xs, ys = ([point[axis] for stroke in strokes for point in stroke] for axis in (0, 1))
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    scale = min(WIDTH / wide if wide else inf, HEIGHT / high if high else inf) if wide or high else 1
    lower = (HEIGHT - high * scale) / 2
    return [[((x - left) * scale, (y - top) * scale + lower) for x, y in stroke] for stroke in strokes]


def _weights(stroke: Sequence[Point]) -> list[float]:
    """How far the line would move without each of its points (Ramer, Douglas and Peucker); its ends always stay."""
    weights = [inf] * len(stroke)
    spans = [(0, len(stroke) - 1, inf)]
    while spans:
        first, last, most = spans.pop()
        beside = {place: _distance(stroke[place], stroke[first], stroke[last]) for place in range(first + 1, last)}
        if not beside:
            continue
        furthest = max(beside, key=beside.__getitem__)
        weights[furthest] = most = min(most, beside[furthest])
        spans += [(first, furthest, most), (furthest, last, most)]
    return weights


def _distance(point: Point, begin: Point, end: Point) -> float:
    """From a point to the nearest point of a line."""
    (x, y), (x1, y1), (x2, y2) = point, begin, end
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))
