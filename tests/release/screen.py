"""What Xvfb shows: it keeps its screen in a file."""

import struct

from PIL import Image

_HEAD = ">25I"
"""The head of that file: 25 numbers (X11/XWDFile.h)."""

Colour = tuple[int, int, int]


def picture(kept: bytes) -> Image.Image:
    """The picture of a screen that Xvfb keeps in a file."""
    head = struct.unpack_from(_HEAD, kept)
    size, width, height, line, colour_table = head[0], head[4], head[5], head[12], head[19]
    start = size + 12 * colour_table
    return Image.frombuffer("RGB", (width, height), kept[start : start + line * height], "raw", "BGRX", line, 1)


def colours(seen: Image.Image) -> dict[Colour, int]:
    """How many dots of each colour there are."""
    counted = seen.getcolors(maxcolors=seen.width * seen.height) or []
    return {colour: many for many, colour in counted if isinstance(colour, tuple) and len(colour) == 3}
