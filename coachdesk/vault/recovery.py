"""The recovery key as people handle it: 28 letters and digits in seven groups of four, shown once.

128 random bits and 12 bits of checksum in Crockford's alphabet, which leaves out I, L, O and U. Whoever types it may
mix capitals, spaces and dashes, and may read O for 0 and I or L for 1.
"""

import hashlib
import secrets

from coachdesk.errors import AppError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, "–": None, ".": None})
_LETTERS = 28
_GROUP = 4
SECRET_BYTES = 16


def new_secret() -> bytes:
    """The 128 bits behind a recovery key."""
    return secrets.token_bytes(SECRET_BYTES)


def spell(secret: bytes) -> str:
    """The key as it is shown and printed: `K7M2-...`, seven groups."""
    number = int.from_bytes(secret) << 12 | _check(secret)
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LETTERS)))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))


def read(typed: str) -> bytes:
    """The 128 bits behind what somebody typed.

    Raises:
        AppError: "vault.recovery-key-mistyped" where the checksum says that a letter is wrong, missing or too many.
    """
    letters = _plain(typed)
    if len(letters) != _LETTERS or not set(letters) <= set(_ALPHABET):
        raise AppError("vault.recovery-key-mistyped")
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    secret = (number >> 12).to_bytes(SECRET_BYTES)
    if number & 0xFFF != _check(secret):
        raise AppError("vault.recovery-key-mistyped")
    return secret


def groups(key: str) -> tuple[str, ...]:
    """The seven groups of a key, in order, for showing and reading aloud."""
    letters = _plain(key)
    return tuple(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _plain(typed: str) -> str:
    return "".join(typed.upper().split()).translate(_READ_AS)


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"coachdesk recovery key" + secret).digest()[:2]) >> 4
