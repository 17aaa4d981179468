"""Who can open a vault: each slot holds the same root key under a secret of its own.

passphrase + keychain secret -> coach slot --+
recovery key ------------------> recovery ---+-> root key -> data key (the SQLCipher file)
                                                        +-> private key of the drop box (sealed answers)
                                                        +-> the header's code
"""

from coachdesk.vault.header import Header
from coachdesk.vault.wrapping import Kdf, Wrapped, derive, stretch, unwrap, wrap

COACH = "coach"
RECOVERY = "recovery"
SEALED = "sealed"
CURRENT = "data key"
PENDING = "pending data key"


def place(vault_id: str, name: str) -> str:
    """What a wrapped key is bound to, so that none can be moved to another place or vault."""
    return f"{vault_id}/{name}"


def coach_key(passphrase: str, keychain_secret: bytes | None, *, salt: bytes, kdf: Kdf) -> bytes:
    """The key of the coach slot: the stretched passphrase, and the keychain's secret where there is one."""
    purpose = "coach slot" if keychain_secret is None else "coach slot with keychain"
    return derive(stretch(passphrase, salt, kdf) + (keychain_secret or b""), salt=salt, purpose=purpose)


def recovery_key(secret: bytes, vault_id: str) -> bytes:
    """The key of the recovery slot; 128 random bits need no stretching."""
    return derive(secret, salt=vault_id.encode(), purpose="recovery slot")


def under_root(root: bytes, secret: bytes, vault_id: str, name: str) -> Wrapped:
    """A key that opens with the root key: SEALED, CURRENT or PENDING."""
    return wrap(_below(root, vault_id, name), secret, place(vault_id, name))


def from_root(root: bytes, wrapped: Wrapped, vault_id: str, name: str) -> bytes | None:
    """The other way round; None where it does not fit."""
    return unwrap(_below(root, vault_id, name), wrapped, place(vault_id, name))


def open_coach(header: Header, passphrase: str, keychain_secret: bytes | None) -> bytes | None:
    """The root key, or None for a wrong passphrase, a wrong keychain secret or a changed slot."""
    key = coach_key(passphrase, keychain_secret, salt=header.salt, kdf=header.kdf)
    return unwrap(key, header.coach, place(header.vault_id, COACH))


def open_recovery(header: Header, secret: bytes) -> bytes | None:
    """The root key, or None for another vault's recovery key or a changed slot."""
    return unwrap(recovery_key(secret, header.vault_id), header.recovery, place(header.vault_id, RECOVERY))


def _below(root: bytes, vault_id: str, name: str) -> bytes:
    return derive(root, salt=vault_id.encode(), purpose=name)
