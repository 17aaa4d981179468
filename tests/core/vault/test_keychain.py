"""Which keychains are trusted, and when they are loaded."""

import subprocess
import sys

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from coachdesk.errors import AppError
from coachdesk.policy import KeychainRule
from coachdesk.vault import MemoryKeychain, keychain_for, probe, system_keychain
from coachdesk.vault.keychain import SystemKeychain
from tests.core.vault.conftest import ROOT


class PlaintextKeyring(null.Keyring):
    """As third parties offer them: keeps everything in an open file."""


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring, chainer.ChainerBackend, PlaintextKeyring])
def test_a_backend_that_keeps_nothing_or_keeps_it_in_the_open_is_refused(backend: type[KeyringBackend]) -> None:
    with pytest.raises(AppError) as refused:
        SystemKeychain(backend.__new__(backend))
    assert refused.value.code == "vault.no-keychain"


def test_a_keychain_of_a_trusted_kind_that_keeps_nothing_is_found_as_soon_as_something_is_to_be_kept() -> None:
    class Keyring(null.Keyring):
        """What takes the place of the trusted one under its very name."""

    Keyring.__module__ = "keyring.backends.SecretService"
    keychain = SystemKeychain(Keyring.__new__(Keyring))
    with pytest.raises(AppError) as refused:
        keychain.set("vault 1", b"s" * 32)
    assert refused.value.code == "vault.no-keychain"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has its Credential Manager")
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense", "nonsense:"])
def test_a_machine_without_a_session_bus_has_no_keychain_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(AppError) as refused:
        system_keychain()
    assert refused.value.code == "vault.no-keychain"
    assert keychain_for(KeychainRule.PREFERRED) is None
    with pytest.raises(AppError):
        keychain_for(KeychainRule.REQUIRED)


def test_the_keychain_of_temporary_vaults_keeps_and_forgets() -> None:
    keychain = MemoryKeychain()
    probe(keychain)
    keychain.set("vault 1", b"s" * 32)
    assert keychain.get("vault 1") == b"s" * 32
    keychain.delete("vault 1")
    keychain.delete("vault 1")
    assert keychain.get("vault 1") is None


def test_a_keychain_that_forgets_does_not_pass_the_self_check() -> None:
    class Forgetful(MemoryKeychain):
        def get(self, name: str) -> bytes | None:
            return None

    with pytest.raises(AppError) as refused:
        probe(Forgetful())
    assert refused.value.code == "vault.no-keychain"


def test_keyring_is_not_loaded_until_somebody_asks_for_the_keychain() -> None:
    asks = "import sys, coachdesk.vault; sys.exit('keyring' in sys.modules or 'secretstorage' in sys.modules)"
    subprocess.run([sys.executable, "-c", asks], cwd=ROOT, check=True)
