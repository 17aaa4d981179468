"""Keys only, no SQL: header, slots, keychain, sealed drop box, lock."""

from coachdesk.vault.changing import renew_recovery_key, set_passphrase
from coachdesk.vault.dropbox import seal
from coachdesk.vault.files import NAME, VaultFiles
from coachdesk.vault.key_ring import KeyRing
from coachdesk.vault.keychain import Keychain, MemoryKeychain, keychain_for, probe, system_keychain
from coachdesk.vault.keys import change_passphrase, create, unlock, unlock_with_recovery
from coachdesk.vault.lock import VaultLock, hold, hold_copies, refuse_held
from coachdesk.vault.open_keys import OpenKeys

__all__ = [
    "NAME",
    "KeyRing",
    "Keychain",
    "MemoryKeychain",
    "OpenKeys",
    "VaultFiles",
    "VaultLock",
    "change_passphrase",
    "create",
    "hold",
    "hold_copies",
    "keychain_for",
    "probe",
    "refuse_held",
    "renew_recovery_key",
    "seal",
    "set_passphrase",
    "system_keychain",
    "unlock",
    "unlock_with_recovery",
]
