"""The second half of the coach slot: a 32-byte secret that the operating system keeps for this user.

The backend is chosen here, in code. `keyring` would let an environment variable or a file in the home folder put one in
that stores nothing (`null`) or stores in plain text, and it would let secrets roam to other PCs with the profile.
"""

import secrets
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from coachdesk.errors import AppError
from coachdesk.policy import KeychainRule

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SECRET_BYTES = 32
_USER = "coach"
_TRUSTED = frozenset({("keyring.backends.Windows", "WinVaultKeyring"), ("keyring.backends.SecretService", "Keyring")})


class Keychain(Protocol):
    """Somewhere that keeps a few secrets of at most 32 bytes by name."""

    def get(self, name: str) -> bytes | None:
        """The secret, or None where there is none of that name or it is not one of ours."""

    def set(self, name: str, secret: bytes) -> None:
        """Keep the secret, replacing an earlier one, and be sure that it is kept."""

    def delete(self, name: str) -> None:
        """Forget the secret; nothing happens where there is none."""


class MemoryKeychain:
    """A keychain that lasts as long as the process: for temporary vaults (self-check, rehearsal, demo, tests)."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self._kept.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self._kept[name] = secret

    def delete(self, name: str) -> None:
        self._kept.pop(name, None)


class SystemKeychain:
    """The operating system's keychain through a `keyring` backend.

    Every method raises AppError: "vault.keychain-locked" where the person did not unlock it, else "vault.no-keychain".
    """

    def __init__(self, backend: "KeyringBackend") -> None:
        kind = type(backend)
        if (kind.__module__, kind.__name__) not in _TRUSTED:
            raise AppError("vault.no-keychain")
        self._backend = backend
        self._troubles = _troubles()

    def get(self, name: str) -> bytes | None:
        try:
            kept = self._backend.get_password(_service(name), _USER)
        except self._troubles as trouble:
            raise _refusal(trouble) from None
        try:
            secret = bytes.fromhex(kept or "")
        except ValueError:
            return None
        return secret or None

    def set(self, name: str, secret: bytes) -> None:
        if len(secret) > SECRET_BYTES:
            raise ValueError("a keychain secret has at most 32 bytes")
        try:
            self._backend.set_password(_service(name), _USER, secret.hex())
        except self._troubles as trouble:
            raise _refusal(trouble) from None
        if self.get(name) != secret:
            raise AppError("vault.no-keychain")

    def delete(self, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        try:
            self._backend.delete_password(_service(name), _USER)
        except PasswordDeleteError:
            return
        except self._troubles as trouble:
            raise _refusal(trouble) from None


def system_keychain() -> SystemKeychain:
    """The keychain of this machine: Credential Manager on Windows, the Secret Service elsewhere.

    Raises:
        AppError: "vault.no-keychain" where there is none, as on a machine without a desktop session.
    """
    # keyring and what it needs cost a fifth of the start-up: imported here, when somebody asks for it.
    if sys.platform == "win32":  # untested on Windows
        from keyring.backends.Windows import WinVaultKeyring as Backend
    else:
        from keyring.backends.SecretService import Keyring as Backend
    unusable: tuple[type[Exception], ...] = (RuntimeError, ValueError, *_troubles())
    try:
        usable = Backend.priority > 0
    except unusable:
        usable = False  # no session bus, a dead one, an address that is none, no service on it
    if not usable:
        raise AppError("vault.no-keychain")
    backend = cast("Callable[[], KeyringBackend]", Backend)()
    # keyring fills attributes from KEYRING_PROPERTY_... variables (another collection, another persistence).
    vars(backend).clear()
    if sys.platform == "win32":
        backend.persist = "local machine"  # the default roams to other PCs with the profile
    return SystemKeychain(backend)


def keychain_for(rule: KeychainRule) -> Keychain | None:
    """This machine's keychain, or None where it has none and the policy can do without.

    Raises:
        AppError: "vault.no-keychain" where the policy requires one.
    """
    try:
        return system_keychain()
    except AppError:
        if rule is KeychainRule.REQUIRED:
            raise
        return None


def probe(keychain: Keychain) -> None:
    """Keep, read and forget a throw-away entry: the self-check's proof that the keychain works.

    Raises:
        AppError: "vault.no-keychain" or "vault.keychain-locked".
    """
    name, secret = f"self-check {secrets.token_hex(8)}", secrets.token_bytes(SECRET_BYTES)
    keychain.set(name, secret)
    kept = keychain.get(name)
    keychain.delete(name)
    if kept != secret or keychain.get(name) is not None:
        raise AppError("vault.no-keychain")


def _service(name: str) -> str:
    # One service an entry: on Windows a second user name under one service would move the first entry elsewhere.
    return f"CoachDesk {name}"


def _troubles() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    if sys.platform == "win32":
        from win32ctypes.pywin32 import pywintypes

        return (KeyringError, OSError, pywintypes.error)
    from jeepney import DBusErrorResponse
    from secretstorage.exceptions import SecretStorageException

    return (KeyringError, OSError, SecretStorageException, DBusErrorResponse)


def _refusal(trouble: Exception) -> AppError:
    from keyring.errors import KeyringLocked

    return AppError("vault.keychain-locked" if isinstance(trouble, KeyringLocked) else "vault.no-keychain")
