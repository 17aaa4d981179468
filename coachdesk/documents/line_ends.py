"""A space at the end of each line, where the text has one.

ReportLab drops it, and a reader that does not measure gaps would say "creditaccount". A long word that is broken over
lines gets none.
"""

from collections.abc import Iterable

from reportlab.platypus.paragraph import FragLine

Line = tuple[float, list[str]] | FragLine
"""ReportLab's two kinds: the width left over and the words, in one font; or pieces in several."""


def rest_of(text: str, lines: Iterable[Line]) -> str:
    """What of a text comes after the lines that it begins with."""
    letters, at = sum(_count(line) for line in lines), 0
    while letters:
        letters -= not text[at].isspace()
        at += 1
    return text[at:]


def space_line_ends(text: str, lines: Iterable[Line]) -> None:
    """Put the spaces back into the lines that the text begins with."""
    for line in lines:
        text = rest_of(text, (line,))
        if text[:1].isspace():
            if isinstance(line, tuple):
                line[1].append("")
            else:
                for piece in [piece for piece in line.words if piece.text][-1:]:
                    piece.text += " "


def _count(line: Line) -> int:
    words = line[1] if isinstance(line, tuple) else [piece.text for piece in line.words]
    return sum(not character.isspace() for word in words for character in word)
