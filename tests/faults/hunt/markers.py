"""Words that occur nowhere else, and finding them in any bytes however they may be written there."""

import base64
import re
import zlib
from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

STEM = "zqxvwkj"
"""All of them begin so: one search finds any."""

_SHAPES = tuple(
    re.compile(gap.join(re.escape(letter.encode()) for letter in STEM) + gap + b"[a-z]" + gap + b"[a-z]")
    for gap in (b"", b"\\x00", b"\\x00\\x00\\x00")
)
"""In UTF-8, UTF-16 and UTF-32, the latter two in either order of bytes."""
_HEX = re.compile(STEM.encode().hex().encode() + rb"[0-9a-f]{4}")
_LARGEST = 32 * 1024 * 1024
"""Bytes of a file in which packed pieces are looked for."""
_UNPACKED = 1024 * 1024
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def markers() -> Iterator[str]:
    """One after another, never the same: letters only, so that they may be names."""
    for pair in product(ascii_lowercase, repeat=2):
        yield STEM + "".join(pair)


def writings(word: str) -> tuple[bytes, ...]:
    """A word as the layers of a program write it: UTF-8, UTF-16 and UTF-32 in either order, hexadecimal."""
    wide = [word.encode(code) for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")]
    return word.encode(), *wide, word.encode().hex().encode()


def _in_base64(word: bytes) -> tuple[bytes, ...]:
    """The part of its base64 that does not depend on what stands around it, wherever in a group of three it begins."""
    return tuple(
        base64.b64encode(b"\0" * shift + word)[-(-shift * 8 // 6) : (shift + len(word)) * 8 // 6] for shift in range(3)
    )


_CODED = tuple({*_in_base64(STEM.encode()), *_in_base64(STEM.encode("utf-16-le"))})


def found(content: bytes) -> set[str]:
    """Which of the markers some bytes tell, whatever the case; "(coded)" for one in base64 or in hexadecimal."""
    lower = content.lower()
    told = {each.replace(b"\0", b"").decode() for shape in _SHAPES for each in shape.findall(lower)}
    if _HEX.search(lower) or any(each in content for each in _CODED):
        told.add("(coded)")
    return told


def found_packed(content: bytes) -> set[str]:
    """The same in whatever zlib or gzip made of it: parts of a PDF, of a workbook, of a picture."""
    told = set[str]()
    for at in _PACKED.finditer(content[:_LARGEST]):
        try:
            told |= found(zlib.decompressobj(47).decompress(content[at.start() :], _UNPACKED))
        except zlib.error:
            continue
    return told


def words_in(content: bytes, words: tuple[str, ...]) -> set[str]:
    """Which of some other words are told: numbers, groups of a key, half a sentence."""
    lower = content.lower()
    return {word for word in words if any(each in lower for each in writings(word.lower()))}
