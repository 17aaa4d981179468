"""Changing who may open a vault while it is open. Each change asks for the passphrase again: the desk may be left alone."""

from collections.abc import Callable
from dataclasses import dataclass

from coachdesk.clock import Clock
from coachdesk.policy import KeychainRule
from coachdesk.vault import organisation, rekeying
from coachdesk.vault.changing import renew_recovery_key
from coachdesk.vault.files import VaultFiles
from coachdesk.vault.header_file import read_header
from coachdesk.vault.keychain import Keychain
from coachdesk.vault.keys import change_passphrase, unlock
from coachdesk.vault.wrapping import Kdf


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What a change of keys needs besides the passphrase; it holds no key itself.

    Attributes:
        with_keychain: whether opening the vault also took the keychain's secret.
        shortest: the policy's word on the length of a passphrase.
        kdf: the cost of stretching one.
    """

    files: VaultFiles
    with_keychain: bool
    keychain: Keychain | None
    rule: KeychainRule
    shortest: int
    kdf: Kdf
    clock: Clock

    def change_passphrase(self, old: str, new: str) -> bool:
        """Replace the passphrase; whether opening takes the keychain from now on.

        Raises AppError: as `unlock` and `set_passphrase`.
        """
        keys = change_passphrase(
            self.files.folder,
            old,
            new,
            self.keychain,
            name=self.files.name,
            clock=self.clock,
            rule=self.rule,
            shortest=self.shortest,
            kdf=self.kdf,
        )
        return keys.with_keychain

    def renew_recovery_key(self, passphrase: str) -> str:
        """A new recovery key, to show once; the one before opens nothing any more. Raises AppError: as `unlock`."""
        folder, name = self.files.folder, self.files.name
        keys = unlock(folder, passphrase, self.keychain, name=name, clock=self.clock, floor=self.kdf)
        return renew_recovery_key(folder, keys, name=name)[1]

    def kept_for(self) -> organisation.PublicKeys | None:
        """Whose keys besides the coach's open the vault; None where nobody's do."""
        return organisation.public_keys(read_header(self.files.header).organisation)

    def rekey(self, passphrase: str, move: Callable[[bytes], None]) -> None:
        """Give the vault a new data key; `move` brings the file under it. Killed at any moment, the vault still opens.

        Raises AppError: as `unlock` and `move`; the old key then still holds, or the next opening settles which.
        """
        folder, name = self.files.folder, self.files.name
        keys = unlock(folder, passphrase, self.keychain, name=name, clock=self.clock, floor=self.kdf)
        keys = rekeying.announce(folder, keys, name=name)
        assert keys.pending_key is not None, "just announced"
        move(keys.pending_key)
        rekeying.settle(folder, keys, keys.pending_key, name=name)
