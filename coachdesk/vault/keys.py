"""Making a vault's keys and getting at them again: by passphrase and keychain, or by the recovery key.

A wrong passphrase, a damaged header and an altered one look alike, cost the same time and count alike.
"""

import secrets
from pathlib import Path

from coachdesk.clock import Clock, now
from coachdesk.errors import AppError
from coachdesk.ids import new_id
from coachdesk.policy import KeychainRule
from coachdesk.vault import delay, dropbox, recovery, slots
from coachdesk.vault.changing import (
    SHORTEST,
    coach_slot,
    entry,
    keep_secret,
    long_enough,
    recovery_slot,
    set_passphrase,
)
from coachdesk.vault.files import NAME, VaultFiles
from coachdesk.vault.header import Header, authenticate, genuine
from coachdesk.vault.header_file import DamagedHeaderError, read_header, write_header
from coachdesk.vault.keychain import SECRET_BYTES, Keychain
from coachdesk.vault.open_keys import OpenKeys, opened
from coachdesk.vault.wrapping import CEILING, KEY_BYTES, SALT_BYTES, STANDARD, Kdf, stretch


def create(
    folder: Path,
    *,
    passphrase: str,
    keychain: Keychain | None,
    name: str = NAME,
    rule: KeychainRule = KeychainRule.PREFERRED,
    shortest: int = SHORTEST,
    kdf: Kdf = STANDARD,
    private: bytes | None = None,
) -> tuple[OpenKeys, str]:
    """Make the keys of a new vault, write its header, and return them with the recovery key to show once.

    Args:
        folder: exists, and `places.check` found nothing against it.
        passphrase: the coach's own.
        keychain: keeps the second secret. Where it is None or keeps nothing, the rule decides: refuse, or go without.
        name: stem of the vault's files.
        rule: the policy's word on doing without a keychain.
        shortest: the policy's word on length.
        kdf: cost of stretching; less than STANDARD makes a vault that only tests can open.
        private: of the drop box of the vault that this one continues; a new one, if none.

    Raises:
        AppError: "vault.exists", "vault.passphrase-too-short" with `least`, "vault.no-keychain",
            "vault.keychain-locked", "vault.disk-full", "vault.cannot-write".
    """
    files, vault_id, root = VaultFiles(folder, name), new_id(), secrets.token_bytes(KEY_BYTES)
    if files.header.exists() or files.vault.exists():
        raise AppError("vault.exists")
    long_enough(passphrase, shortest)
    kept = keep_secret(vault_id, keychain, rule)
    words, header = _first_header(vault_id, root, passphrase, kept, kdf=kdf, inherited=private)
    try:
        write_header(files.header, header)
    except AppError:
        if keychain and kept:
            keychain.delete(entry(vault_id))
        raise
    return opened(header, root), words


def unlock(
    folder: Path,
    passphrase: str,
    keychain: Keychain | None,
    *,
    name: str = NAME,
    clock: Clock = now,
    floor: Kdf = STANDARD,
) -> OpenKeys:
    """Open a vault's keys with the passphrase and, where the header says so, the keychain's secret.

    Raises:
        AppError: "vault.wrong-passphrase" (also for a damaged or altered header); "vault.wait" with `seconds`;
            "vault.keychain-lost" where the keychain no longer has our secret: the recovery key is the way back;
            "vault.keychain-locked", "vault.no-keychain", "vault.header-missing", "vault.newer-format".
    """
    files = VaultFiles(folder, name)
    delay.refuse_early(files.tries, clock())
    header = _read(files.header)
    kept = _kept_secret(header, keychain) if header else None
    delay.note_try(files.tries, clock())
    root = None
    if header and header.kdf.between(floor, CEILING):
        root = slots.open_coach(header, passphrase, kept)
    else:
        stretch(passphrase, bytes(SALT_BYTES), floor)  # the same time as a wrong passphrase
    if header is None or root is None or not genuine(header, root):
        raise AppError("vault.wrong-passphrase")
    delay.clear(files.tries)
    return opened(header, root)


def unlock_with_recovery(folder: Path, recovery_key: str, *, name: str = NAME) -> OpenKeys:
    """Open a vault's keys with the recovery key alone. `set_passphrase` then gives the coach a way in again.

    Raises:
        AppError: "vault.recovery-key-mistyped" where it cannot be right; "vault.wrong-recovery-key" (also for a damaged
            or altered header); "vault.header-missing", "vault.newer-format".
    """
    files = VaultFiles(folder, name)
    secret = recovery.read(recovery_key)
    header = _read(files.header)
    root = slots.open_recovery(header, secret) if header else None
    if header is None or root is None or not genuine(header, root):
        raise AppError("vault.wrong-recovery-key")
    delay.clear(files.tries)
    return opened(header, root)


def change_passphrase(
    folder: Path,
    old: str,
    new: str,
    keychain: Keychain | None,
    *,
    name: str = NAME,
    clock: Clock = now,
    rule: KeychainRule = KeychainRule.PREFERRED,
    shortest: int = SHORTEST,
    kdf: Kdf = STANDARD,
) -> OpenKeys:
    """Replace the passphrase by one who knows it. Errors as `unlock` and `set_passphrase`."""
    keys = unlock(folder, old, keychain, name=name, clock=clock, floor=kdf)
    return set_passphrase(folder, keys, new, keychain, name=name, rule=rule, shortest=shortest, kdf=kdf)


def _first_header(
    vault_id: str, root: bytes, passphrase: str, kept: bytes | None, *, kdf: Kdf, inherited: bytes | None
) -> tuple[str, Header]:
    private, public = dropbox.new_pair() if inherited is None else (inherited, dropbox.public_half(inherited))
    coach, salt = coach_slot(root, vault_id, passphrase, kept, kdf)
    words, spare = recovery_slot(root, vault_id)
    header = Header(
        vault_id=vault_id,
        kdf=kdf,
        salt=salt,
        keychain=kept is not None,
        public_key=public,
        coach=coach,
        recovery=spare,
        sealed=slots.under_root(root, private, vault_id, slots.SEALED),
        current=slots.under_root(root, secrets.token_bytes(KEY_BYTES), vault_id, slots.CURRENT),
    )
    return words, authenticate(header, root)


def _read(path: Path) -> Header | None:
    try:
        return read_header(path)
    except DamagedHeaderError:
        return None


def _kept_secret(header: Header, keychain: Keychain | None) -> bytes | None:
    if not header.keychain:
        return None
    secret = keychain.get(entry(header.vault_id)) if keychain else None
    if secret is None or len(secret) != SECRET_BYTES:
        raise AppError("vault.keychain-lost")
    return secret
