"""The fonts of an archived file: each letter that is shown is in the font file, as wide as the page says, and has a name.

Our fonts are TrueType in pieces of at most 256 letters, with one table from codes to glyphs; nothing else is accepted.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pikepdf import Array, Dictionary, Pdf, Stream

from coachdesk.documents.archival_pages import letters_shown
from coachdesk.documents.letters import NAMED

_SYMBOLIC = 4
_NO_LETTERS = frozenset({"", "\0", "\ufeff", "\ufffe"})


@dataclass(frozen=True, slots=True)
class FontFile:
    """The part of a TrueType file that says which letters it has and how wide they are, in thousandths of their size."""

    glyphs: Mapping[int, int]
    widths: tuple[float, ...]

    def width(self, code: int) -> float:
        """Of the glyph for a code; the last width counts for all glyphs after it."""
        return self.widths[min(self.glyphs[code], len(self.widths) - 1)]


def font_codes(pdf: Pdf) -> Iterator[str]:
    """The codes of what is wrong with the fonts that the pages show."""
    for font, shown in letters_shown(pdf).values():
        descriptor = font.get("/FontDescriptor", Dictionary())
        embedded = descriptor.get("/FontFile2")
        if not isinstance(embedded, Stream):
            continue  # a finding of its own
        read = read_font(embedded.read_bytes())
        if read is None or font.get("/Subtype") != "/TrueType":
            yield "archive-font-file"
            continue
        if "/Encoding" in font or not int(descriptor.get("/Flags", 0)) & _SYMBOLIC:
            yield "archive-font-encoding"
        if any(not read.glyphs.get(code) for code in shown):
            yield "archive-missing-glyph"
        elif not _as_wide(font, read, shown):
            yield "archive-font-width"
        if not _named(font, shown):
            yield "archive-font-letters"


def _as_wide(font: Dictionary, read: FontFile, shown: frozenset[int]) -> bool:
    first, written = int(font.get("/FirstChar", 0)), font.get("/Widths", Array()).unparse(resolved=True)
    widths = tuple(map(float, written.strip(b"[] ").split()))
    return all(0 <= code - first < len(widths) and abs(widths[code - first] - read.width(code)) <= 1 for code in shown)


def _named(font: Dictionary, shown: frozenset[int]) -> bool:
    """Whether every code that is shown has letters, and no code has what is no letter."""
    if "/ToUnicode" not in font:
        return True  # a finding of its own
    letters = {
        int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be", "replace")
        for code, said in NAMED.findall(font.ToUnicode.read_bytes())
    }
    return shown <= letters.keys() and _NO_LETTERS.isdisjoint(letters.values())


@lru_cache(maxsize=8)
def read_font(content: bytes) -> FontFile | None:
    """What a TrueType file says; None where it cannot be read, or has more than one table of codes."""
    try:
        count = struct.unpack(">H", content[4:6])[0]
        entries = (struct.unpack(">4s4xLL", content[12 + 16 * at : 28 + 16 * at]) for at in range(count))
        tables = {name: content[offset : offset + length] for name, offset, length in entries}
        return FontFile(_glyphs(tables[b"cmap"]), _widths(tables))
    except (struct.error, KeyError, ValueError, ZeroDivisionError):
        return None


def _glyphs(table: bytes) -> dict[int, int]:
    """Of the one table that there is, which lists glyphs from a first code on."""
    tables, at = struct.unpack(">2xH4xL", table[:12])
    kind, first, count = struct.unpack(">H4xHH", table[at : at + 10])
    if (tables, kind) != (1, 6):
        raise ValueError("Not as our fonts are written.")
    return {
        first + place: glyph for place, (glyph,) in enumerate(struct.iter_unpack(">H", table[at + 10 :][: 2 * count]))
    }


def _widths(tables: Mapping[bytes, bytes]) -> tuple[float, ...]:
    em, count = struct.unpack(">H", tables[b"head"][18:20])[0], struct.unpack(">H", tables[b"hhea"][34:36])[0]
    return tuple(width * 1000 / em for width, _bearing in struct.iter_unpack(">Hh", tables[b"hmtx"][: 4 * count]))
