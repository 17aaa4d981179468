"""The check code of an issued commitment: short enough to read out, made from every word that was issued.

It tells copies apart on paper and by phone. Whether the bytes of a file are those that were issued, their own SHA-256
says, which is longer than anybody reads out.
"""

import hashlib
import re
from typing import Final

ALPHABET: Final = "234679CDFGHJKMNPQRTVWXY"
"""No two that look alike, and no vowel, so that no code is a word."""

LENGTH: Final = 8


def digest_of(snapshot: str) -> bytes:
    """The SHA-256 of a snapshot: 32 bytes."""
    return hashlib.sha256(snapshot.encode()).digest()


def check_code(digest: bytes) -> str:
    """The code of a digest, as it stands on paper: "CDFG 2346"."""
    rest, letters = int.from_bytes(digest, "big"), ""
    for _ in range(LENGTH):
        rest, which = divmod(rest, len(ALPHABET))
        letters += ALPHABET[which]
    return _spaced(letters)


def read_check_code(typed: str) -> str | None:
    """A code as somebody types it, as it stands on paper; None where it cannot be one."""
    letters = re.sub(r"[\s-]", "", typed).upper()
    return _spaced(letters) if len(letters) == LENGTH and set(letters) <= set(ALPHABET) else None


def _spaced(letters: str) -> str:
    return f"{letters[: LENGTH // 2]} {letters[LENGTH // 2 :]}"
