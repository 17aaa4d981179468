"""What the header says, and the code that proves it whole.

The header holds what is needed to get from a passphrase to the data key, and no secret in the clear. An HMAC under a
key derived from the root key proves, once a slot has been opened, that nobody altered anything: no cheaper stretching,
no swapped slot, no other public key.
"""

import json
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from coachdesk.vault.wrapping import Kdf, Wrapped, derive

FORMAT = 1
"""The number of this shape; a program refuses a higher one than its own."""


@dataclass(frozen=True, slots=True, repr=False)
class Escrow:
    """What is kept for the organisation, closed to its public keys.

    Attributes:
        first: the public key of whoever recovers vaults.
        data: the data keys, closed to it.
        second: the public key of the second person, where sealed answers can be recovered.
        sealed: the private key of the drop box, closed to the first and the second, one inside the other.
    """

    first: bytes
    data: bytes
    second: bytes | None = None
    sealed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """All fields of the header.

    Attributes:
        vault_id: names the vault in the keychain; bound into every wrapped key.
        kdf: what stretching the passphrase costs.
        salt: 16 bytes for stretching the passphrase.
        keychain: whether the coach slot also needs the secret that the keychain keeps.
        public_key: 32 bytes of X25519, the slit of the drop box.
        coach: the root key under passphrase and keychain.
        recovery: the root key under the recovery key.
        sealed: the private key of the drop box, under a key derived from the root key.
        current: the data key of the vault, under a key derived from the root key.
        organisation: the organisation's own slot, where its policy has a public key.
        pending: the data key that a re-keying moves to, while it runs.
        mac: HMAC-SHA256 over all of the above.
    """

    vault_id: str
    kdf: Kdf
    salt: bytes
    keychain: bool
    public_key: bytes
    coach: Wrapped
    recovery: Wrapped
    sealed: Wrapped
    current: Wrapped
    organisation: Escrow | None = None
    pending: Wrapped | None = None
    mac: bytes = b""


def authenticate(header: Header, root: bytes) -> Header:
    """The header with the code that proves it whole."""
    return replace(header, mac=_code(header, root).finalize())


def genuine(header: Header, root: bytes) -> bool:
    """Whether the header is as whoever held the root key wrote it."""
    try:
        _code(header, root).verify(header.mac)
    except InvalidSignature:
        return False
    return True


def canonical(content: object) -> bytes:
    """JSON with one spelling: sorted, no spare space, ASCII."""
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def body(header: Header) -> dict[str, object]:
    """Everything but the code, as it stands in the file: bytes in hex, an empty place as null."""
    return {
        "format": FORMAT,
        "vault": header.vault_id,
        "passphrase": {
            "kdf": "argon2id",
            "iterations": header.kdf.iterations,
            "memory_kib": header.kdf.memory_kib,
            "lanes": header.kdf.lanes,
            "salt": header.salt.hex(),
            "keychain": header.keychain,
        },
        "public_key": header.public_key.hex(),
        "slots": {
            "coach": _wrapped(header.coach),
            "recovery": _wrapped(header.recovery),
            "organisation": _escrow(header.organisation),
            "sealed": _wrapped(header.sealed),
        },
        "data_key": {"current": _wrapped(header.current), "pending": _wrapped(header.pending)},
    }


def _wrapped(wrapped: Wrapped | None) -> dict[str, str] | None:
    return {"nonce": wrapped.nonce.hex(), "body": wrapped.body.hex()} if wrapped else None


def _escrow(escrow: Escrow | None) -> dict[str, str | None] | None:
    if escrow is None:
        return None
    parts = {"first": escrow.first, "data": escrow.data, "second": escrow.second, "sealed": escrow.sealed}
    return {name: part.hex() if part is not None else None for name, part in parts.items()}


def _code(header: Header, root: bytes) -> HMAC:
    code = HMAC(derive(root, salt=header.vault_id.encode(), purpose="header"), SHA256())
    code.update(canonical(body(header)))
    return code
