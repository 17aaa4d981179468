"""The drop box for sealed answers: anybody with the public key can put one in, only the private key takes it out.

So typing and saving never need the key that opens. Each value is bound to its row, question and version: moved to
another place, or an older one put back, it does not open.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from coachdesk.errors import AppError
from coachdesk.vault.header import canonical
from coachdesk.vault.wrapping import KEY_BYTES, NONCE_BYTES, derive

_FORMAT = b"\x01"


def new_pair() -> tuple[bytes, bytes]:
    """A coach's X25519 pair: private key, public key; 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_half(private_key: bytes) -> bytes:
    """The 32 bytes of the public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal(public_key: bytes, value: bytes, *, row: str, question: str, version: int) -> bytes:
    """The value so that only the private key opens it, and only as this row, question and version.

    Returns:
        A format byte, the 32 bytes of a public key made for this value alone, a 12-byte nonce, and AES-256-GCM.
    """
    once = X25519PrivateKey.generate()
    head = once.public_key().public_bytes_raw()
    key = _key(once.exchange(X25519PublicKey.from_public_bytes(public_key)), head, public_key)
    nonce = secrets.token_bytes(NONCE_BYTES)
    return _FORMAT + head + nonce + AESGCM(key).encrypt(nonce, value, _bound_to(row, question, version))


def open_sealed(private_key: bytes, sealed: bytes, *, row: str, question: str, version: int) -> bytes:
    """The value again.

    Raises:
        AppError: "vault.sealed-unreadable" for another key, row, question or version, or a changed bit.
    """
    if sealed[:1] != _FORMAT:
        raise AppError("vault.sealed-unreadable")
    private = X25519PrivateKey.from_private_bytes(private_key)
    head, rest = sealed[1 : 1 + KEY_BYTES], sealed[1 + KEY_BYTES :]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(head))
        key = _key(shared, head, private.public_key().public_bytes_raw())
        return AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], _bound_to(row, question, version))
    except (InvalidTag, ValueError):
        raise AppError("vault.sealed-unreadable") from None


def _key(shared: bytes, head: bytes, public_key: bytes) -> bytes:
    return derive(shared, salt=head + public_key, purpose="sealed answer")


def _bound_to(row: str, question: str, version: int) -> bytes:
    return canonical(["sealed answer", row, question, version])
