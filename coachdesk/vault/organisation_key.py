"""The private key of an organisation's slot, in a file that a passphrase opens; made once, kept offline, copied twice."""

import base64
import re
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.vault import dropbox
from coachdesk.vault.changing import SHORTEST, long_enough
from coachdesk.vault.files import write_whole
from coachdesk.vault.wrapping import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    STANDARD,
    TAG_BYTES,
    Kdf,
    Wrapped,
    new_salt,
    stretch,
    unwrap,
    wrap,
)

_FORMAT = "coachdesk-recovery-key-1"
_LIMIT = 4096


def make(place: Path, passphrase: str, *, kdf: Kdf = STANDARD) -> str:
    """Write a new private key, closed with the passphrase; its public half as the policy file holds it (base64).

    Raises:
        AppError: "vault.passphrase-too-short"; "signing.key-exists" where a file lies there; as `write_whole`.
    """
    long_enough(passphrase, SHORTEST)
    if place.exists():
        raise AppError("signing.key-exists", file=place.name)
    private, public = dropbox.new_pair()
    salt = new_salt()
    wrapped = wrap(stretch(passphrase, salt, kdf), private, _FORMAT)
    write_whole(place, f"{_FORMAT}\n{salt.hex()}{wrapped.nonce.hex()}{wrapped.body.hex()}\n".encode())
    return base64.b64encode(public).decode()


def read(place: Path, passphrase: str, *, kdf: Kdf = STANDARD) -> bytes:
    """The private key in a file that `make` wrote.

    Raises:
        AppError: "signing.no-key" where there is no such file; "signing.wrong-passphrase".
    """
    size = SALT_BYTES + NONCE_BYTES + KEY_BYTES + TAG_BYTES
    try:
        with place.open("rb") as file:
            found = re.fullmatch(rf"{_FORMAT}\r?\n([0-9a-f]{{{2 * size}}})\s*", file.read(_LIMIT).decode("ascii"))
    except (OSError, UnicodeDecodeError):
        found = None
    if found is None:
        raise AppError("signing.no-key", file=place.name)
    content = bytes.fromhex(found[1])
    salt, rest = content[:SALT_BYTES], content[SALT_BYTES:]
    private = unwrap(stretch(passphrase, salt, kdf), Wrapped(rest[:NONCE_BYTES], rest[NONCE_BYTES:]), _FORMAT)
    if private is None:
        raise AppError("signing.wrong-passphrase")
    return private
