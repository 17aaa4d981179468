"""The header as a file: read with suspicion, written whole or not at all.

A checksum over everything finds damage before any work is done with it. It stops nobody who alters the file on purpose;
that is what the code in `header` is for.
"""

import hashlib
import json
from pathlib import Path
from typing import TypedDict, cast
from uuid import UUID

from coachdesk.errors import AppError
from coachdesk.vault.files import write_whole
from coachdesk.vault.header import FORMAT, Escrow, Header, body, canonical
from coachdesk.vault.wrapping import KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES, Kdf, Wrapped

LARGEST = 64 * 1024


class DamagedHeaderError(Exception):
    """The file is not a header that this program wrote. Stays in the package: a coach is told of a wrong passphrase."""


class _Wrapped(TypedDict):
    nonce: str
    body: str


class _Escrow(TypedDict):
    first: str
    data: str
    second: str | None
    sealed: str | None


class _Slots(TypedDict):
    coach: _Wrapped
    recovery: _Wrapped
    organisation: _Escrow | None
    sealed: _Wrapped


class _Passphrase(TypedDict):
    iterations: int
    memory_kib: int
    lanes: int
    salt: str
    keychain: bool


class _Content(TypedDict):
    vault: str
    passphrase: _Passphrase
    public_key: str
    slots: _Slots
    data_key: dict[str, _Wrapped | None]
    mac: str


def write_header(path: Path, header: Header) -> None:
    """Write the header whole or not at all; errors as `write_whole`."""
    write_whole(path, dump(header))


def read_header(path: Path) -> Header:
    """Read the header; it is believed only once `genuine` says so.

    Raises:
        DamagedHeaderError: not what this program wrote.
        AppError: "vault.header-missing"; "vault.newer-format" with both format numbers.
    """
    try:
        with path.open("rb") as file:
            return parse(file.read(LARGEST))
    except FileNotFoundError:
        raise AppError("vault.header-missing") from None
    except OSError:
        raise DamagedHeaderError from None


def belongs(path: Path, vault_id: str) -> bool:
    """Whether an undamaged header of this vault lies there, as a backup needs one."""
    try:
        return read_header(path).vault_id == vault_id
    except (DamagedHeaderError, AppError):
        return False


def dump(header: Header) -> bytes:
    """The bytes of the file."""
    content = body(header) | {"mac": header.mac.hex()}
    return canonical(content | {"checksum": _checksum(content)}) + b"\n"


def parse(raw: bytes) -> Header:
    """The header in the bytes of a file; errors as `read_header`."""
    try:
        content = json.loads(raw)
        if content.pop("checksum") != _checksum(content):
            raise DamagedHeaderError
        number = content["format"]
        if isinstance(number, int) and number > FORMAT:
            raise AppError("vault.newer-format", vault=number, program=FORMAT)
        header = _header(cast(_Content, content))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedHeaderError from None
    # One header has one spelling: no spare space, no second form of a number, no field that nobody reads.
    if dump(header) != raw:
        raise DamagedHeaderError
    return header


def _header(content: _Content) -> Header:
    passphrase, slots, keys = content["passphrase"], content["slots"], content["data_key"]
    return Header(
        vault_id=str(UUID(content["vault"])),
        kdf=Kdf(_number(passphrase["iterations"]), _number(passphrase["memory_kib"]), _number(passphrase["lanes"])),
        salt=_hex(passphrase["salt"], SALT_BYTES),
        keychain=passphrase["keychain"] is True,
        public_key=_hex(content["public_key"], KEY_BYTES),
        coach=_key(slots["coach"]),
        recovery=_key(slots["recovery"]),
        organisation=_escrow(slots["organisation"]) if slots["organisation"] else None,
        sealed=_key(slots["sealed"]),
        current=_key(keys["current"]),
        pending=_key(keys["pending"]) if keys["pending"] else None,
        mac=_hex(content["mac"], KEY_BYTES),
    )


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _hex(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    if len(value) != length:
        raise ValueError
    return value


def _key(wrapped: _Wrapped | None) -> Wrapped:
    if wrapped is None:
        raise ValueError
    return Wrapped(_hex(wrapped["nonce"], NONCE_BYTES), _hex(wrapped["body"], KEY_BYTES + TAG_BYTES))


def _escrow(kept: _Escrow) -> Escrow:
    second, sealed = kept["second"], kept["sealed"]
    return Escrow(
        first=_hex(kept["first"], KEY_BYTES),
        data=bytes.fromhex(kept["data"]),
        second=_hex(second, KEY_BYTES) if second is not None else None,
        sealed=bytes.fromhex(sealed) if sealed is not None else None,
    )


def _checksum(content: object) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()
