"""Sealing a whole file from one vault to another: only the colleague opens it, and only as coming from this coach.

X25519 twice, a key made for this file alone with the colleague's (nobody else opens it) and the coach's own with the
colleague's (nobody else made it); HKDF-SHA256 over both, bound to the file's head; then ChaCha20-Poly1305 in pieces of
64 KiB as the age format does it, the last one marked, so that a file that was cut off is noticed. The colleague could
make such a file too: it convinces them and proves nothing to others.
"""

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from coachdesk.errors import AppError
from coachdesk.vault.wrapping import KEY_BYTES, TAG_BYTES, derive

PIECE = 64 * 1024
_LENGTH_BYTES = 8
_LAST, _NOT_LAST = b"\x01", b"\x00"


def post(private_key: bytes, to: bytes, head: bytes, content: bytes) -> bytes:
    """The content as only the vault with the public key `to` opens it, under a head that anybody may read.

    What is sealed is filled up to whole pieces, so that its size says little.

    Args:
        private_key: the coach's own, 32 bytes.
        to: the colleague's public key, 32 bytes.
        head: stands in the clear before what is returned, and cannot be altered.
        content: any bytes.
    """
    mine, once = X25519PrivateKey.from_private_bytes(private_key), X25519PrivateKey.generate()
    theirs = X25519PublicKey.from_public_bytes(to)
    slip = once.public_key().public_bytes_raw()
    shared = once.exchange(theirs) + mine.exchange(theirs)
    cipher = ChaCha20Poly1305(_key(shared, slip, mine.public_key().public_bytes_raw(), to, head))
    plain = len(content).to_bytes(_LENGTH_BYTES) + content
    plain += bytes(-len(plain) % PIECE)
    many = len(plain) // PIECE
    pieces = (
        cipher.encrypt(_nonce(number, last=number == many - 1), plain[number * PIECE : (number + 1) * PIECE], None)
        for number in range(many)
    )
    return slip + b"".join(pieces)


def reaches(public_key: bytes) -> bool:
    """Whether something can be sealed to a key: a few numbers are the key of everybody and nobody (RFC 7748, 6.1)."""
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(public_key))
    except ValueError:
        return False
    return True


def take_in(private_key: bytes, sender: bytes, head: bytes, sealed: bytes) -> bytes:
    """The content again.

    Raises:
        AppError: "handover.damaged" where a bit of it or of its head was changed, where it was cut off, or where it was
            made by another than the sender or for another than this vault.
    """
    slip, rest = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    step = PIECE + TAG_BYTES
    if not rest or len(rest) % step:
        raise AppError("handover.damaged")
    mine = X25519PrivateKey.from_private_bytes(private_key)
    many = len(rest) // step
    try:
        shared = mine.exchange(X25519PublicKey.from_public_bytes(slip))
        shared += mine.exchange(X25519PublicKey.from_public_bytes(sender))
        cipher = ChaCha20Poly1305(_key(shared, slip, sender, mine.public_key().public_bytes_raw(), head))
        plain = b"".join(
            cipher.decrypt(_nonce(number, last=number == many - 1), rest[number * step : (number + 1) * step], None)
            for number in range(many)
        )
    except (InvalidTag, ValueError):
        raise AppError("handover.damaged") from None
    length = int.from_bytes(plain[:_LENGTH_BYTES])
    content, filling = plain[_LENGTH_BYTES : _LENGTH_BYTES + length], plain[_LENGTH_BYTES + length :]
    if len(content) != length or len(filling) >= PIECE or any(filling):
        raise AppError("handover.damaged")
    return content


def _key(shared: bytes, slip: bytes, sender: bytes, to: bytes, head: bytes) -> bytes:
    salt = slip + sender + to + hashlib.sha256(head).digest()
    return derive(shared, salt=salt, purpose="handover pack")


def _nonce(number: int, *, last: bool) -> bytes:
    """Twelve bytes: the piece's number and whether it is the last. The key is this file's own, so none comes twice."""
    return number.to_bytes(11) + (_LAST if last else _NOT_LAST)
