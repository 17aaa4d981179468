"""Making a vault's keys and getting at them again."""

import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.policy import KeychainRule
from coachdesk.vault import (
    MemoryKeychain,
    change_passphrase,
    create,
    renew_recovery_key,
    set_passphrase,
    unlock,
    unlock_with_recovery,
)
from coachdesk.vault.changing import entry
from coachdesk.vault.header_file import read_header
from coachdesk.vault.wrapping import STANDARD
from tests.core.vault.conftest import CHEAP, PASSPHRASE, ROOT, MadeVault

NEW = "four cold harbour bells"


def code_of(error: pytest.ExceptionInfo[AppError]) -> str:
    return error.value.code


def test_the_passphrase_opens_what_was_made(vault: MadeVault) -> None:
    again = vault.unlock()
    assert again.data_key == vault.keys.data_key
    assert again.public_key == vault.keys.public_key
    assert len(again.data_key) == 32


def test_a_vault_made_as_the_program_makes_it_opens_with_argon2id_at_full_cost(tmp_path: Path) -> None:
    keys, _ = create(tmp_path, passphrase=PASSPHRASE, keychain=None)
    assert read_header(tmp_path / "coachdesk.cdheader").kdf == STANDARD
    assert (STANDARD.iterations, STANDARD.memory_kib, STANDARD.lanes) == (3, 65536, 4)
    assert unlock(tmp_path, PASSPHRASE, None).data_key == keys.data_key


def test_a_wrong_passphrase_is_refused_without_repeating_it(vault: MadeVault) -> None:
    wrong = PASSPHRASE[:-1]
    with pytest.raises(AppError) as refused:
        vault.unlock(wrong)
    assert code_of(refused) == "vault.wrong-passphrase"
    assert wrong not in "".join(traceback.format_exception(refused.value))
    assert refused.value.details == {}


def test_half_a_letter_in_the_passphrase_gives_nothing_away(vault: MadeVault) -> None:
    with pytest.raises(AppError) as refused:
        vault.unlock("three warm \ud83c lanterns")
    assert code_of(refused) == "vault.wrong-passphrase"


def test_a_keyboard_that_composes_accents_differently_opens_too(tmp_path: Path) -> None:
    create(tmp_path, passphrase="tŷ bach twt caf\u00e9", keychain=None, kdf=CHEAP)
    unlock(tmp_path, "ty\u0302 bach twt cafe\u0301", None, floor=CHEAP)


def test_the_recovery_key_opens_without_passphrase_and_keychain(vault: MadeVault) -> None:
    assert unlock_with_recovery(vault.folder, vault.recovery_key).data_key == vault.keys.data_key


def test_another_vaults_recovery_key_opens_nothing(vault: MadeVault, tmp_path_factory: pytest.TempPathFactory) -> None:
    _, other = create(tmp_path_factory.mktemp("other"), passphrase=PASSPHRASE, keychain=None, kdf=CHEAP)
    with pytest.raises(AppError) as refused:
        unlock_with_recovery(vault.folder, other)
    assert code_of(refused) == "vault.wrong-recovery-key"


def test_the_passphrase_alone_does_not_open_a_vault_that_also_needs_the_keychain(vault: MadeVault) -> None:
    vault.keychain.set(entry(vault.keys.vault_id), bytes(32))
    with pytest.raises(AppError) as refused:
        vault.unlock()
    assert code_of(refused) == "vault.wrong-passphrase"


@pytest.mark.parametrize("secret", [b"", bytes(16), bytes(33)])
def test_a_secret_of_another_length_is_none_of_ours_and_recovery_gives_a_new_one(
    vault: MadeVault, secret: bytes
) -> None:
    vault.keychain.set(entry(vault.keys.vault_id), secret)
    with pytest.raises(AppError) as lost:
        vault.unlock()
    assert code_of(lost) == "vault.keychain-lost"
    keys = unlock_with_recovery(vault.folder, vault.recovery_key)
    set_passphrase(vault.folder, keys, NEW, vault.keychain, kdf=CHEAP)
    assert vault.unlock(NEW).data_key == vault.keys.data_key


@pytest.mark.parametrize("left", [None, MemoryKeychain()])
def test_a_lost_keychain_secret_is_said_and_recovery_gives_a_way_in_again(
    vault: MadeVault, left: MemoryKeychain | None
) -> None:
    with pytest.raises(AppError) as lost:
        unlock(vault.folder, PASSPHRASE, left, floor=CHEAP)
    assert code_of(lost) == "vault.keychain-lost"
    keys = unlock_with_recovery(vault.folder, vault.recovery_key)
    set_passphrase(vault.folder, keys, NEW, left, kdf=CHEAP)
    again = unlock(vault.folder, NEW, left, floor=CHEAP)
    assert again.data_key == vault.keys.data_key
    assert again.with_keychain == (left is not None)


def test_without_a_keychain_the_policy_decides_and_the_keys_say_so(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        create(tmp_path, passphrase=PASSPHRASE, keychain=None, rule=KeychainRule.REQUIRED, kdf=CHEAP)
    assert code_of(refused) == "vault.no-keychain"
    assert list(tmp_path.iterdir()) == []
    keys, _ = create(tmp_path, passphrase=PASSPHRASE, keychain=None, kdf=CHEAP)
    assert not keys.with_keychain


class Shut(MemoryKeychain):
    """A keychain that its owner did not unlock."""

    def get(self, name: str) -> bytes | None:
        raise AppError("vault.keychain-locked")


def test_where_a_keychain_has_to_be_one_that_refuses_is_none(tmp_path: Path, vault: MadeVault) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(AppError) as refused:
        create(elsewhere, passphrase=PASSPHRASE, keychain=Shut(), rule=KeychainRule.REQUIRED, kdf=CHEAP)
    assert code_of(refused) == "vault.keychain-locked"
    assert list(elsewhere.iterdir()) == []
    before = vault.files.header.read_bytes()
    with pytest.raises(AppError):
        set_passphrase(vault.folder, vault.keys, NEW, Shut(), rule=KeychainRule.REQUIRED, kdf=CHEAP)
    assert vault.files.header.read_bytes() == before
    keys, _ = create(elsewhere, passphrase=PASSPHRASE, keychain=Shut(), kdf=CHEAP)
    assert not keys.with_keychain


def test_a_changed_passphrase_replaces_the_old_one_and_leaves_the_rest(vault: MadeVault) -> None:
    change_passphrase(vault.folder, PASSPHRASE, NEW, vault.keychain, clock=vault.clock, kdf=CHEAP)
    with pytest.raises(AppError):
        vault.unlock()
    assert vault.unlock(NEW).data_key == vault.keys.data_key
    assert unlock_with_recovery(vault.folder, vault.recovery_key).data_key == vault.keys.data_key


def test_a_new_recovery_key_ends_the_old_one(vault: MadeVault) -> None:
    _, words = renew_recovery_key(vault.folder, vault.keys)
    with pytest.raises(AppError):
        unlock_with_recovery(vault.folder, vault.recovery_key)
    assert unlock_with_recovery(vault.folder, words).data_key == vault.keys.data_key
    assert vault.unlock().data_key == vault.keys.data_key


def test_a_vault_is_never_made_over_another(vault: MadeVault) -> None:
    before = vault.files.header.read_bytes()
    with pytest.raises(AppError) as refused:
        create(vault.folder, passphrase=NEW, keychain=None, kdf=CHEAP)
    assert code_of(refused) == "vault.exists"
    assert vault.files.header.read_bytes() == before


def test_a_short_passphrase_is_refused_with_the_length_that_is_needed(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        create(tmp_path, passphrase="short", keychain=None, kdf=CHEAP)
    assert (code_of(refused), refused.value.details) == ("vault.passphrase-too-short", {"least": 12})


def test_a_header_that_cannot_be_written_leaves_nothing_in_the_keychain(tmp_path: Path) -> None:
    keychain = MemoryKeychain()
    with pytest.raises(AppError) as refused:
        create(tmp_path / "missing", passphrase=PASSPHRASE, keychain=keychain, kdf=CHEAP)
    assert code_of(refused) == "vault.cannot-write"
    assert keychain._kept == {}


def test_open_keys_show_nothing_of_themselves(vault: MadeVault) -> None:
    assert repr(vault.keys) == str(vault.keys) == "OpenKeys(...)"
    shown = repr(vault.keys.header)
    for secret in (vault.keys.root, vault.keys.data_key):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_no_secret_lies_in_any_file_of_the_vault(vault: MadeVault) -> None:
    secret = vault.keychain.get(entry(vault.keys.vault_id))
    assert secret is not None
    on_disk = b"".join(file.read_bytes() for file in vault.folder.iterdir()).lower()
    for each in (vault.keys.root, vault.keys.data_key, secret):
        assert each not in on_disk
        assert each.hex().encode() not in on_disk
    assert PASSPHRASE.encode() not in on_disk
    assert vault.recovery_key.lower().encode() not in on_disk


def test_the_header_is_for_its_owner_only(vault: MadeVault) -> None:
    if sys.platform != "win32":
        assert vault.files.header.stat().st_mode & 0o777 == 0o600


def test_pulling_the_plug_while_the_passphrase_changes_leaves_the_old_one_or_the_new_one(vault: MadeVault) -> None:
    keys = unlock_with_recovery(vault.folder, vault.recovery_key)
    set_passphrase(vault.folder, keys, PASSPHRASE, None, kdf=CHEAP)
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", CHANGES_FOR_EVER, str(vault.folder), vault.recovery_key],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as child:
            assert child.stdout
            for _ in range(5):
                child.stdout.readline()
            child.kill()
        assert _opens(vault.folder, PASSPHRASE) != _opens(vault.folder, NEW)


CHANGES_FOR_EVER = f"""
import itertools, pathlib, sys
from coachdesk.vault import set_passphrase, unlock_with_recovery
from coachdesk.vault.wrapping import Kdf
folder = pathlib.Path(sys.argv[1])
keys = unlock_with_recovery(folder, sys.argv[2])
for passphrase in itertools.cycle(({PASSPHRASE!r}, {NEW!r})):
    set_passphrase(folder, keys, passphrase, None, kdf=Kdf({CHEAP.iterations}, {CHEAP.memory_kib}, {CHEAP.lanes}))
    print("changed", flush=True)
"""


def _opens(folder: Path, passphrase: str) -> bool:
    try:
        unlock(folder, passphrase, None, floor=CHEAP)
    except AppError:
        return False
    return True
