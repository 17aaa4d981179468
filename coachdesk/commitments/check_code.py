"""The check code of an issued commitment: short enough to read out, made from every word that was issued.

It tells copies apart on paper and by phone. Whether the bytes of a file are those that were issued, their own SHA-256
says, which is longer than anybody reads out.
"""

import hashlib
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
    return f"{letters[: LENGTH // 2]} {letters[LENGTH // 2 :]}"
