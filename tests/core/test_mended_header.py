"""A header that is missing or damaged comes from a backup; a vault that is gone comes back from one in either place."""

from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault, open_with_recovery_key, vault_exists
from coachdesk.bringing_back import bring_back, look_what_is_readable, newest_backup
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from tests.core.services.issuing import Watch
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    """A vault with Amira, with a backup in both places."""
    own, stick = tmp_path / "own", tmp_path / "stick"
    own.mkdir()
    stick.mkdir()
    found = setting(own, policy=Policy(backup_folder=str(stick)), clock=Watch())
    vault = made(found)
    people = vault.services.people
    people.save(replace(people.draft(), given_name="Amira"))
    vault.services.backing_up.make()
    vault.close()
    return found


def said(vault: Opened) -> list[str]:
    return [row.text for row in vault.services.administration.audit()]


def opens(where: Setting) -> Opened:
    vault = open_vault(where, PASSPHRASE)
    assert vault.services.people.count() == 1
    vault.close()
    return vault


def take_away_backups(where: Setting) -> None:
    for each in (where.folder / "backups").iterdir():
        each.unlink()


MENDED = "The vault's header was missing or damaged. The one of a backup took its place."


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_missing_or_damaged_header_comes_from_the_newest_backup(where: Setting, damage: bytes | None) -> None:
    header = where.files.header
    sound = header.read_bytes()
    if damage is None:
        header.unlink()
    else:
        header.write_bytes(damage)
    vault = open_vault(where, PASSPHRASE)
    assert MENDED in said(vault)
    assert header.read_bytes() == sound
    assert header.with_suffix(".cdheader-damaged").exists() is (damage is not None)
    vault.close()


def test_a_sound_header_is_left_alone(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    assert MENDED not in said(vault)
    vault.close()


def test_the_header_comes_from_the_second_place_where_the_backups_beside_the_vault_are_gone(where: Setting) -> None:
    take_away_backups(where)
    where.files.header.unlink()
    opens(where)


def test_of_two_vaults_in_the_second_place_the_one_that_the_keychain_knows_is_ours(where: Setting) -> None:
    other_place = where.folder / "other"
    other_place.mkdir()
    other = made(replace(setting(other_place), policy=where.policy))
    other.services.backing_up.make()
    other.close()
    take_away_backups(where)
    where.files.header.unlink()
    opens(where)


def test_without_any_backup_the_header_is_said_to_be_missing_and_comes_once_the_second_place_is_there_again(
    where: Setting, tmp_path: Path
) -> None:
    take_away_backups(where)
    (tmp_path / "stick").rename(tmp_path / "away")
    where.files.header.unlink()
    with pytest.raises(AppError, match=r"vault\.header-lost"):
        open_vault(where, PASSPHRASE)
    with pytest.raises(AppError, match=r"vault\.header-lost"):
        open_with_recovery_key(where, "A" * 28, passphrase=PASSPHRASE)
    (tmp_path / "away").rename(tmp_path / "stick")
    opens(where)


def test_where_there_is_nothing_of_a_vault_that_is_said_and_nothing_is_laid_there(where: Setting) -> None:
    mistyped = replace(where, name="coachdeks")
    for way in (open_vault, bring_back, look_what_is_readable):
        with pytest.raises(AppError, match=r"storage\.missing"):
            way(mistyped, PASSPHRASE)
    assert not [each.name for each in where.folder.glob("coachdeks*") if each.suffix != ".cdlock"]
    opens(where)


def test_a_file_that_is_no_vault_is_said_to_have_no_header(where: Setting) -> None:
    other = replace(where, name="notes")
    other.files.vault.write_text("Ring Dave on Monday")
    with pytest.raises(AppError, match=r"vault\.header-lost"):
        open_vault(other, PASSPHRASE)
    assert other.files.vault.read_text() == "Ring Dave on Monday"


def test_a_header_from_before_a_new_passphrase_is_never_the_only_spare_one_for_long(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    assert not vault.services.backing_up.due()
    vault.services.administration.change_passphrase(PASSPHRASE, "other quiet words here")
    assert vault.services.backing_up.due()
    vault.close()


def test_a_mended_header_opens_with_the_recovery_key(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    key = "".join(vault.services.administration.renew_recovery_key(PASSPHRASE))
    vault.services.backing_up.make()
    vault.close()
    where.files.header.unlink()
    again = open_with_recovery_key(where, key, passphrase=PASSPHRASE)
    assert MENDED in said(again)
    again.close()


@pytest.mark.parametrize("from_second", [False, True])
def test_a_vault_that_is_gone_comes_back_from_either_place(where: Setting, *, from_second: bool) -> None:
    if from_second:
        take_away_backups(where)
    where.files.vault.unlink()
    assert vault_exists(where) is not from_second
    assert newest_backup(where) is not None
    vault = bring_back(where, PASSPHRASE)
    assert vault.services.people.count() == 1
    vault.close()


def test_a_damaged_vault_whose_backups_here_are_gone_is_offered_the_one_of_the_second_place(where: Setting) -> None:
    take_away_backups(where)
    content = bytearray(where.files.vault.read_bytes())
    content[50] ^= 1
    where.files.vault.write_bytes(content)
    assert newest_backup(where) is not None
    with pytest.raises(AppError, match=r"salvage\.nothing"):
        look_what_is_readable(where, PASSPHRASE)
    bring_back(where, PASSPHRASE).close()
    opens(where)


def test_a_header_that_was_kept_aside_is_never_overwritten(where: Setting) -> None:
    for damaged in (b"one", b"two"):
        where.files.header.write_bytes(damaged)
        opens(where)
    kept = where.folder.glob("coachdesk.cdheader-damaged*")
    assert {each.read_bytes() for each in kept} == {b"one", b"two"}


def test_a_new_vault_in_the_place_of_one_that_is_gone_keeps_each_header(where: Setting) -> None:
    headers = set[bytes]()
    for _time in range(2):
        headers.add(where.files.header.read_bytes())
        where.files.vault.unlink()
        made(where).close()
    kept = where.folder.glob("coachdesk.cdheader-without-vault*")
    assert {each.read_bytes() for each in kept} == headers
