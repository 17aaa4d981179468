"""A copied vault: only one of the copies is open at a time, and nobody is locked out by somebody who died."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.advice import sentence
from coachdesk.application import Setting, create_vault, open_vault, open_with_recovery_key
from coachdesk.bringing_back import bring_back
from coachdesk.clock import Clock
from coachdesk.errors import AppError
from coachdesk.paths import data_folder
from coachdesk.vault import VaultLock, hold_copies, lock
from tests.conftest import ROOT
from tests.vaults import PASSPHRASE, made, setting

HOLDS = """
import sys
from coachdesk.vault import hold_copies
held = hold_copies(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def copied(where: Setting, folder: Path) -> Setting:
    """The files of a vault in another folder of the same computer, as somebody copies them."""
    shutil.copytree(where.folder, folder)
    return replace(where, folder=folder)


@pytest.fixture
def here(tmp_path: Path) -> Setting:
    (tmp_path / "here").mkdir()
    return setting(tmp_path / "here")


def test_a_copy_is_not_opened_beside_the_vault_and_is_told_who_has_it_and_since_when(
    here: Setting, tmp_path: Path
) -> None:
    vault = made(here)
    copy = copied(here, tmp_path / "there")
    with pytest.raises(AppError) as refused:
        open_vault(copy, PASSPHRASE)
    said = sentence(refused.value)
    assert said.startswith(f"{getpass.getuser()} has had a copy of this vault open on {socket.gethostname()} since ")
    assert f"(process {os.getpid()})" in said
    vault.close()
    other = open_vault(copy, PASSPHRASE)
    with pytest.raises(AppError) as turned_round:
        open_vault(here, PASSPHRASE)
    assert turned_round.value.code == "vault.copy-in-use"
    other.close()


def test_neither_the_recovery_key_nor_a_backup_opens_a_copy_that_is_open_elsewhere(
    here: Setting, tmp_path: Path
) -> None:
    vault, recovery_key = create_vault(here, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    copy = copied(here, tmp_path / "there")
    before = {path.name: path.read_bytes() for path in copy.folder.iterdir() if path.suffix != ".cdlock"}
    with pytest.raises(AppError) as recovered:
        open_with_recovery_key(copy, recovery_key, passphrase="another four words")
    with pytest.raises(AppError) as brought_back:
        bring_back(copy, PASSPHRASE)
    assert recovered.value.code == brought_back.value.code == "vault.copy-in-use"
    assert {path.name: path.read_bytes() for path in copy.folder.iterdir() if path.suffix != ".cdlock"} == before
    vault.close()


def test_a_wrong_passphrase_is_not_told_who_has_the_other_copy(here: Setting, tmp_path: Path) -> None:
    vault = made(here)
    with pytest.raises(AppError) as refused:
        open_vault(copied(here, tmp_path / "there"), "four wrong words here")
    assert refused.value.code == "vault.wrong-passphrase"
    vault.close()


def test_another_vault_may_be_open_at_the_same_time(here: Setting, tmp_path: Path) -> None:
    vault = made(here)
    practice = made(replace(here, name="practice"))
    practice.close()
    vault.close()


def test_somebody_who_was_killed_locks_nobody_out_and_nothing_is_left_behind() -> None:
    command = [sys.executable, "-c", HOLDS, "a-vault"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(AppError) as refused:
            hold_copies("a-vault")
        assert refused.value.details["pid"] == other.pid
        other.kill()
        other.wait()
    (left,) = (data_folder() / "open").iterdir()
    assert "a-vault" not in left.name
    hold_copies("a-vault").release()
    assert list((data_folder() / "open").iterdir()) == []


def test_whoever_waits_at_a_file_that_is_just_taken_away_takes_a_fresh_one() -> None:
    first = hold_copies("a-vault")
    assert first.passing is not None
    first.passing.unlink()  # as letting go does, a moment before somebody else has the file open already
    second = hold_copies("a-vault")
    with pytest.raises(AppError):
        hold_copies("a-vault")
    second.release()
    os.close(first.descriptor)


def test_a_local_folder_that_cannot_be_written_to_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "no-folder").touch()
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "no-folder"))
    with pytest.raises(AppError) as refused:
        hold_copies("a-vault")
    assert refused.value.code == "vault.cannot-write"


def test_whoever_gets_a_lock_whose_file_was_just_taken_away_takes_that_of_the_new_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, taken = lock.hold, list[Path]()

    def overtaken(path: Path, clock: Clock) -> VaultLock:
        found = first(path, clock)
        if not taken:  # its holder ends between our opening and our locking
            taken.append(path)
            path.unlink()
        return found

    monkeypatch.setattr(lock, "hold", overtaken)
    with hold_copies("a vault"):
        assert taken[0].exists()
        with pytest.raises(AppError, match=r"vault\.copy-in-use"):
            hold_copies("a vault")
