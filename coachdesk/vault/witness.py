"""Where the vault stood when it was last left, kept in the keychain: outside the files, so that older ones are noticed.

Everything within a file proves itself, also when all files are put back as they were a week ago. The number and the hash
of the last line of the audit cannot be put back with them.
"""

from contextlib import suppress
from dataclasses import dataclass

from coachdesk.errors import AppError
from coachdesk.vault.keychain import SECRET_BYTES, Keychain

_NUMBER_BYTES = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """The last line of an audit: its number, and the beginning of its hash (24 bytes)."""

    number: int
    hash: bytes


def mark(number: int, digest: str) -> Mark:
    """The mark of a line with this number and this hash in hexadecimal."""
    return Mark(number, bytes.fromhex(digest)[: SECRET_BYTES - _NUMBER_BYTES])


def leave(keychain: Keychain | None, vault_id: str, left: Mark) -> None:
    """Keep the mark, where there is a keychain; one that refuses is no reason to keep a vault open."""
    with suppress(AppError):
        if keychain is not None:
            keychain.set(entry(vault_id), left.number.to_bytes(_NUMBER_BYTES) + left.hash)


def left_at(keychain: Keychain | None, vault_id: str) -> Mark | None:
    """The mark that was kept, or None."""
    kept = None
    with suppress(AppError):
        kept = keychain.get(entry(vault_id)) if keychain is not None else None
    if kept is None or len(kept) != SECRET_BYTES:
        return None
    return Mark(int.from_bytes(kept[:_NUMBER_BYTES]), kept[_NUMBER_BYTES:])


def entry(vault_id: str) -> str:
    """The name of a vault's mark in the keychain."""
    return f"mark {vault_id}"
