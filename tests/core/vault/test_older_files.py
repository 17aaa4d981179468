"""Older files put back whole prove themselves, so the keychain remembers where the vault stood."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.vault import MemoryKeychain
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    found = setting(tmp_path)
    made(found).close()
    return found


def add(vault: Opened, name: str) -> None:
    vault.services.people.save(replace(vault.services.people.draft(), given_name=name))


def worked_in(where: Setting, name: str) -> bool:
    """Open, add somebody, leave; whether the vault was older than it was left."""
    vault = open_vault(where, PASSPHRASE)
    add(vault, name)
    vault.close()
    return vault.older_than_left


def test_a_vault_that_was_left_and_opened_again_is_as_it_was_left(where: Setting) -> None:
    assert [worked_in(where, name) for name in ("Amira", "Callum", "Rhys")] == [False] * 3


def test_an_older_vault_with_its_header_in_its_place_is_noticed_once_and_recorded(where: Setting) -> None:
    worked_in(where, "Amira")
    old = where.folder / "old"
    old.mkdir()
    for file in (where.files.vault, where.files.header):
        shutil.copy(file, old)
    worked_in(where, "Callum")
    for file in old.iterdir():
        shutil.copy(file, where.folder)
    vault = open_vault(where, PASSPHRASE)
    assert vault.older_than_left
    assert "The vault was older than when it was last left on this computer." in [
        row.text for row in vault.services.administration.audit()
    ]
    vault.close()
    assert not worked_in(where, "Rhys")


def test_an_older_vault_that_went_on_elsewhere_is_noticed_although_it_is_longer(where: Setting) -> None:
    shutil.copy(where.files.vault, old := where.folder / "old")
    worked_in(where, "Amira")
    shutil.copy(old, where.files.vault)
    secret_only = MemoryKeychain()
    for name, kept in vars(where.keychain)["_kept"].items():
        if name.startswith("vault "):
            secret_only.set(name, kept)
    elsewhere = replace(where, keychain=secret_only)
    for name in ("Callum", "Rhys", "Nadia"):
        worked_in(elsewhere, name)
    assert worked_in(where, "Owen")


def test_a_kill_leaves_the_mark_behind_the_vault_and_nothing_is_said(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    add(vault, "Amira")
    vault.database.close()  # as a killed process: no mark is left
    for lock in vault.locks:
        lock.release()
    assert not worked_in(where, "Callum")
