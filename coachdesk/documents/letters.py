"""The tables that say which letters a font's codes stand for, as an archive wants them: codes without a letter left out.

ReportLab names the letter "nothing" for every code of a piece of a font that is not used, and all codes in one block.
"""

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Pdf

NAMED = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")
"""A code and its letters in UTF-16, both in hexadecimal."""

_BLOCKS = re.compile(rb"\d+ beginbfchar\n.*endbfchar\n", re.DOTALL)
_MOST_IN_A_BLOCK = 100
_NOTHING = b"0000"


def tidy_letters(pdf: Pdf) -> None:
    """Leave out of every font's table the codes that stand for nothing."""
    fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", Dictionary()).values()}
    for font in fonts.values():
        written = font.ToUnicode.read_bytes()
        font.ToUnicode.write(_BLOCKS.sub(b"".join(_blocks(written)), written))


def _blocks(table: bytes) -> Iterator[bytes]:
    lines = [b"<%s> <%s>\n" % pair for pair in NAMED.findall(table) if pair[1] != _NOTHING]
    for start in range(0, len(lines), _MOST_IN_A_BLOCK):
        block = lines[start : start + _MOST_IN_A_BLOCK]
        yield b"%d beginbfchar\n%bendbfchar\n" % (len(block), b"".join(block))
