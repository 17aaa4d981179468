"""The few primitives under the key hierarchy, all from `cryptography`: stretch, derive, wrap, unwrap."""

import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class Kdf:
    """What stretching a passphrase costs, as Argon2id counts it.

    Attributes:
        iterations: passes over the memory.
        memory_kib: memory in KiB.
        lanes: parallel lanes.
    """

    iterations: int
    memory_kib: int
    lanes: int

    def between(self, floor: "Kdf", ceiling: "Kdf") -> bool:
        """Whether no parameter is cheaper than the floor or dearer than the ceiling."""
        return (
            floor.iterations <= self.iterations <= ceiling.iterations
            and floor.memory_kib <= self.memory_kib <= ceiling.memory_kib
            and floor.lanes <= self.lanes <= ceiling.lanes
        )

    def at_least(self, other: "Kdf") -> "Kdf":
        """The dearer of both in each parameter."""
        return Kdf(
            max(self.iterations, other.iterations),
            max(self.memory_kib, other.memory_kib),
            max(self.lanes, other.lanes),
        )


STANDARD = Kdf(iterations=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106, the second recommended option; what new vaults are made with and the least that is accepted."""

CEILING = Kdf(iterations=64, memory_kib=1024 * 1024, lanes=16)
"""Beyond this a header was altered: it would only exhaust the machine."""


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """A secret under AES-256-GCM, bound to the name of its place."""

    nonce: bytes
    body: bytes

    def __repr__(self) -> str:
        return "Wrapped(...)"


def stretch(passphrase: str, salt: bytes, kdf: Kdf) -> bytes:
    """32 bytes from a passphrase, slowly. Two keyboards that compose a letter differently give the same bytes."""
    # A lone surrogate must not raise: the exception would carry the passphrase.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=kdf.iterations, lanes=kdf.lanes, memory_cost=kdf.memory_kib
    )
    return argon.derive(text)


def new_salt() -> bytes:
    """16 fresh bytes for stretching a passphrase."""
    return secrets.token_bytes(SALT_BYTES)


def derive(secret: bytes, *, salt: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose from a secret that is already strong (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"coachdesk 1 " + purpose.encode()).derive(secret)


def wrap(key: bytes, secret: bytes, place: str) -> Wrapped:
    """The secret under the key; it opens only as the same place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrapped(nonce, AESGCM(key).encrypt(nonce, secret, place.encode()))


def unwrap(key: bytes, wrapped: Wrapped, place: str) -> bytes | None:
    """The secret, or None where the key or the place is another or a bit was changed."""
    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.body, place.encode())
    except InvalidTag:
        return None
