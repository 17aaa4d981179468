"""Who may open a vault, made and changed: the coach's slot, the recovery slot, the secret in the keychain.

A change rewrites the header in one step, so that the old way in or the new one works, and never neither.
"""

import secrets
from dataclasses import replace
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.policy import KeychainRule, Policy
from coachdesk.vault import recovery, slots
from coachdesk.vault.files import NAME, VaultFiles
from coachdesk.vault.header import authenticate
from coachdesk.vault.header_file import write_header
from coachdesk.vault.keychain import SECRET_BYTES, Keychain
from coachdesk.vault.open_keys import OpenKeys, opened
from coachdesk.vault.wrapping import STANDARD, Kdf, Wrapped, new_salt, wrap

SHORTEST = Policy().passphrase_length
"""The fewest characters of a new passphrase where the policy does not ask for more."""


def set_passphrase(
    folder: Path,
    keys: OpenKeys,
    passphrase: str,
    keychain: Keychain | None,
    *,
    name: str = NAME,
    rule: KeychainRule = KeychainRule.PREFERRED,
    shortest: int = SHORTEST,
    kdf: Kdf = STANDARD,
) -> OpenKeys:
    """Give an open vault a new passphrase, also after the old one or the keychain's secret was lost.

    The secret in the keychain is kept where it is still there: the header and the keychain cannot change in one step.

    Raises:
        AppError: as `create`, without "vault.exists".
    """
    long_enough(passphrase, shortest)
    vault_id = keys.vault_id
    kept = keep_secret(vault_id, keychain, rule)
    cost = kdf.at_least(keys.header.kdf)  # a cost that was measured on this computer is never lowered
    coach, salt = coach_slot(keys.root, vault_id, passphrase, kept, cost)
    header = replace(keys.header, coach=coach, salt=salt, kdf=cost, keychain=kept is not None)
    header = authenticate(header, keys.root)
    write_header(VaultFiles(folder, name).header, header)
    return opened(header, keys.root)


def renew_recovery_key(folder: Path, keys: OpenKeys, *, name: str = NAME) -> tuple[OpenKeys, str]:
    """A new recovery key to show once; the old one opens nothing any more. Errors as `write_whole`."""
    words, slot = recovery_slot(keys.root, keys.vault_id)
    header = authenticate(replace(keys.header, recovery=slot), keys.root)
    write_header(VaultFiles(folder, name).header, header)
    return opened(header, keys.root), words


def long_enough(passphrase: str, shortest: int) -> None:
    """Do nothing, or refuse with "vault.passphrase-too-short" and `least`. Length is the only demand (NCSC)."""
    if len(passphrase) < shortest:
        raise AppError("vault.passphrase-too-short", least=shortest)


def entry(vault_id: str) -> str:
    """The name of a vault's secret in the keychain."""
    return f"vault {vault_id}"


def keep_secret(vault_id: str, keychain: Keychain | None, rule: KeychainRule) -> bytes | None:
    """The vault's secret in the keychain, made if it is missing; None where the rule allows to go without.

    Raises:
        AppError: "vault.no-keychain" or "vault.keychain-locked" where the rule requires a keychain.
    """
    if keychain is None and rule is KeychainRule.REQUIRED:
        raise AppError("vault.no-keychain")
    if keychain is None:
        return None
    try:
        secret = keychain.get(entry(vault_id))
        if secret is None or len(secret) != SECRET_BYTES:
            secret = secrets.token_bytes(SECRET_BYTES)
            keychain.set(entry(vault_id), secret)
    except AppError:
        if rule is KeychainRule.REQUIRED:
            raise
        return None
    return secret


def coach_slot(
    root: bytes, vault_id: str, passphrase: str, keychain_secret: bytes | None, kdf: Kdf
) -> tuple[Wrapped, bytes]:
    """The coach's slot under a fresh salt, and the salt."""
    salt = new_salt()
    key = slots.coach_key(passphrase, keychain_secret, salt=salt, kdf=kdf)
    return wrap(key, root, slots.place(vault_id, slots.COACH)), salt


def recovery_slot(root: bytes, vault_id: str) -> tuple[str, Wrapped]:
    """A new recovery key as it is shown, and its slot."""
    secret = recovery.new_secret()
    slot = wrap(slots.recovery_key(secret, vault_id), root, slots.place(vault_id, slots.RECOVERY))
    return recovery.spell(secret), slot
