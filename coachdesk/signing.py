"""Ed25519 signatures of content files: a private key in an encrypted file, a public key in the machine's policy.

A signature lies beside its file, as text, in `<file name>.sig`. It covers the name of the file as well as its bytes, so
that it cannot be moved to another file, and a prefix of ours, so that nothing else that the key signed passes for it.
"""

import base64
import binascii
import os
import re
import secrets
from contextlib import suppress
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from coachdesk.errors import AppError
from coachdesk.vault.files import BINARY, sync_folder, write_whole
from coachdesk.vault.wrapping import SALT_BYTES, STANDARD, stretch

ENDING = ".sig"
"""What a signature's file is called: this after the whole name of the file that it signs."""

_FORMAT = "coachdesk-signature 1"
_KEY_FORMAT = "coachdesk-key 1"
_SHORTEST = 12
_KEY_FILE_LIMIT = 64 * 1024


class Verdict(Enum):
    """What a signature says about a file."""

    GOOD = auto()
    NO_SIGNATURE = auto()  # its file does not hold one
    OTHER_KEY = auto()
    ALTERED = auto()  # of this key, but for other bytes or for a file of another name


def make_key(place: Path, passphrase: str) -> str:
    """Make a pair of keys and keep the private one in a new file that only its owner may read; the public key.

    Raises:
        AppError: "vault.passphrase-too-short"; "signing.key-exists"; "signing.cannot-write". Nothing is left behind.
    """
    if len(passphrase) < _SHORTEST:
        raise AppError("vault.passphrase-too-short", least=_SHORTEST)
    private, salt = Ed25519PrivateKey.generate(), secrets.token_bytes(SALT_BYTES)
    pem = private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(_password(passphrase, salt))
    ).decode()
    _write_new(place, f"{_KEY_FORMAT}\nsalt: {salt.hex()}\n{pem}".encode())
    return public_key_of(private)


def open_key(place: Path, passphrase: str) -> Ed25519PrivateKey:
    """The private key in a file that `make_key` wrote.

    Raises:
        AppError: "signing.no-key" where there is no such file; "signing.wrong-passphrase".
    """
    try:
        with place.open("rb") as file:
            text = file.read(_KEY_FILE_LIMIT).decode("ascii")
    except (OSError, UnicodeDecodeError):
        raise AppError("signing.no-key", file=place.name) from None
    found = re.fullmatch(
        rf"{_KEY_FORMAT}\r?\nsalt: ([0-9a-f]{{{2 * SALT_BYTES}}})\r?\n(-----BEGIN .+)", text, re.DOTALL
    )
    if found is None:
        raise AppError("signing.no-key", file=place.name)
    try:
        key = load_pem_private_key(found[2].encode(), _password(passphrase, bytes.fromhex(found[1])))
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise AppError("signing.wrong-passphrase") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise AppError("signing.no-key", file=place.name)
    return key


def public_key_of(private: Ed25519PrivateKey) -> str:
    """The public half as the policy's `content_key` holds it: base64 of its 32 bytes."""
    return base64.b64encode(private.public_key().public_bytes_raw()).decode()


def fingerprint(public_key: str) -> str:
    """What people compare of a public key (base64): 128 bits of its SHA-256, in groups."""
    digits = sha256(base64.b64decode(public_key)).hexdigest()[:32]
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def sign_file(place: Path, content: bytes, private: Ed25519PrivateKey) -> Path:
    """Write the signature of a file, whose bytes were read before, beside it; where it is now.

    Raises:
        AppError: "vault.disk-full", "vault.cannot-write"; an earlier signature still stands then.
    """
    beside = place.with_name(place.name + ENDING)
    write_whole(beside, signature(place.name, content, private).encode())
    with suppress(OSError):
        beside.chmod(place.stat().st_mode & 0o666)  # whoever may read the file may check it
    return beside


def signature(name: str, content: bytes, private: Ed25519PrivateKey) -> str:
    """The text of a signature: its format, the key's fingerprint, and what the key made of name and bytes."""
    made = base64.b64encode(private.sign(_signed(name, content))).decode()
    return f"{_FORMAT}\nkey: {fingerprint(public_key_of(private))}\nsignature: {made}\n"


def judge(text: str, name: str, content: bytes, public_key: str) -> Verdict:
    """What the text of a signature says about a file of that name and those bytes, by that key."""
    found = re.fullmatch(rf"{_FORMAT}\r?\nkey: ([0-9a-f-]+)\r?\nsignature: ([A-Za-z0-9+/=]+)\s*", text)
    if found is None:
        return Verdict.NO_SIGNATURE
    if found[1] != fingerprint(public_key):
        return Verdict.OTHER_KEY
    try:
        value = base64.b64decode(found[2], validate=True)
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key)).verify(value, _signed(name, content))
    except (InvalidSignature, binascii.Error):
        return Verdict.ALTERED
    return Verdict.GOOD


def _signed(name: str, content: bytes) -> bytes:
    """What is signed. No name holds a nought, so no two pairs of name and bytes give the same."""
    return b"\0".join((_FORMAT.encode(), name.encode("utf-8", "surrogateescape"), content))


def _password(passphrase: str, salt: bytes) -> bytes:
    """PKCS8 as our library writes it stretches a passphrase too little against guessing, so it gets a stretched one."""
    return stretch(passphrase, salt, STANDARD).hex().encode()


def _write_new(place: Path, content: bytes) -> None:
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    except FileExistsError:
        raise AppError("signing.key-exists", file=place.name) from None
    except OSError as error:
        raise _cannot_write(error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(place.parent)
    except OSError as error:
        with suppress(OSError):
            place.unlink()
        raise _cannot_write(error) from None


def _cannot_write(error: OSError) -> AppError:
    return AppError("signing.cannot-write", reason=error.strerror or type(error).__name__)
