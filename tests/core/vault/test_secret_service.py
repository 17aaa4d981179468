"""The operating system's keychain, for real: gnome-keyring on a session bus, without a screen."""

import shutil
from pathlib import Path

import pytest

from tests.core.vault.conftest import Session

pytestmark = pytest.mark.keychain


def test_a_vault_opens_with_the_passphrase_and_what_the_keychain_keeps(computer: Session, tmp_path: Path) -> None:
    made = computer("make", tmp_path)
    assert made["with_keychain"]
    assert made["opened_the_same"]
    assert computer("open_again", tmp_path) == {"code": "opened"}


def test_the_keychain_keeps_one_secret_of_32_bytes_and_it_is_not_the_key(computer: Session, tmp_path: Path) -> None:
    made = computer("make", tmp_path)
    assert made["kept_bytes"] == [32]
    assert not made["data_key_in_keychain"]


def test_a_copied_folder_does_not_open_on_another_computer(computer: Session, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    computer("make", here)
    shutil.copytree(here, there)
    home = tmp_path / "other-home"
    home.mkdir()
    assert computer("open_again", there, XDG_DATA_HOME=str(home)) == {"code": "vault.keychain-lost"}
    assert computer("open_again", there) == {"code": "opened"}


def test_a_lost_keychain_entry_is_said_and_the_recovery_key_is_the_way_back(computer: Session, tmp_path: Path) -> None:
    made = computer("make", tmp_path)
    (tmp_path / "printed.txt").write_text(str(made["recovery_key"]))
    said = computer("lose_and_recover", tmp_path)
    assert said == {"lost": "vault.keychain-lost", "opened_the_same": True, "kept": True}


def test_the_environment_cannot_put_in_a_keychain_that_keeps_nothing(computer: Session, tmp_path: Path) -> None:
    environment = {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/elsewhere",
    }
    made = computer("make", tmp_path, **environment)
    assert made["kept_bytes"] == [32]
    assert computer("open_again", tmp_path) == {"code": "opened"}


def test_a_throw_away_entry_proves_the_keychain_and_leaves_nothing(computer: Session, tmp_path: Path) -> None:
    assert computer("try_out", tmp_path) == {"left": 0}


def test_a_keychain_that_nobody_can_unlock_is_refused_or_done_without(computer: Session, tmp_path: Path) -> None:
    assert computer("with_a_locked_keychain", tmp_path, login="") == {
        "code": "vault.no-keychain",
        "with_keychain": False,
    }
