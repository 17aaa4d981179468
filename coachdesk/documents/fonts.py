"""The two embedded font families, and which characters of a text neither of them can show.

Fira Sans has Latin, Greek and Cyrillic with the accents of Welsh and of most names; Noto Sans stands in, piece by
piece, where Fira Sans has no glyph. Nothing is shaped or turned round: scripts that need it count as unprintable even
where a font has their glyphs, because their letters would stand in the wrong order or form.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import escape

import fontpkg_fira_sans
import fontpkg_noto_sans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN = "FiraSans"
STRONG = "FiraSans-SemiBold"
SECOND = "NotoSans"

_FILES = {
    PLAIN: fontpkg_fira_sans.ROOT / "files" / "FiraSans-Regular.ttf",
    STRONG: fontpkg_fira_sans.ROOT / "files" / "FiraSans-SemiBold.ttf",
    SECOND: fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
}
_SHAPED = ((0x0900, 0x109F), (0x1780, 0x18AF), (0x1900, 0x1CFF), (0xA840, 0xA8FF), (0xA900, 0xABFF))
"""From Devanagari to Myanmar, Khmer, Mongolian and the scripts around them: glyphs change place or form."""

_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""A telephone number or an amount in groups is not broken over lines."""


@cache
def glyphs(font: str) -> frozenset[str]:
    """Registers a font with ReportLab, once a process, and says which characters it has."""
    loaded = TTFont(font, str(_FILES[font]))
    pdfmetrics.registerFont(loaded)
    return frozenset(chr(code) for code in loaded.face.charToGlyph)


def clean(text: str) -> str:
    """The text as it is printed: composed letters, plain line ends and spaces, numbers kept whole, no invisible marks."""
    composed = unicodedata.normalize("NFC", text)
    lines = composed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    visible = lines.translate({ord(character): _visible(character) for character in set(lines)})
    return _DIGITS.sub("\u00a0", visible.strip())


@cache
def _visible(character: str) -> str:
    if character in "\n\u00a0":
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return "" if category in {"Cc", "Cf"} or "\ufe00" <= character <= "\ufe0f" else character


def unprintable(text: str) -> tuple[str, ...]:
    """The characters that can't be printed, each once, in the order in which they appear."""
    return tuple(character for character in dict.fromkeys(clean(text)) if not _printable(character))


def _printable(character: str) -> bool:
    if character == "\n":
        return True
    if unicodedata.bidirectional(character) in {"R", "AL", "AN"}:
        return False
    if any(first <= ord(character) <= last for first, last in _SHAPED):
        return False
    return character in glyphs(PLAIN) or character in glyphs(SECOND)


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Pieces of a cleaned text with the font that shows each: `font` wherever it can, else the second one.

    A letter and the marks above and below it stay in one font.
    """
    if glyphs(font).issuperset(text):
        yield font, text
        return
    current, piece = font, ""
    for cluster in _clusters(text):
        chosen = font if all(character in glyphs(font) or character == "\n" for character in cluster) else SECOND
        if chosen != current and piece:
            yield current, piece
            piece = ""
        current, piece = chosen, piece + cluster
    if piece:
        yield current, piece


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and not unicodedata.combining(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def markup(text: str, font: str) -> str:
    """ReportLab's markup for any text: every character of it escaped, the only tags those for fonts and line ends."""
    return "".join(
        _lines(piece) if name == font else f'<font name="{name}">{_lines(piece)}</font>'
        for name, piece in runs(clean(text), font)
    )


def _lines(piece: str) -> str:
    return escape(piece).replace("\n", "<br/>")


def width(text: str, font: str, size: float) -> float:
    """How wide a text is on one line, in points."""
    return sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in runs(clean(text), font))
