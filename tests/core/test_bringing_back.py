from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.bringing_back import bring_back, look_what_is_readable, newest_backup
from coachdesk.errors import AppError
from coachdesk.retention import HeldBecause
from coachdesk.storage.restoring import put_in_damaged_place
from tests.core.services.issuing import Watch
from tests.faults.small_disk import PAGE, ROOMY, mounted
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    return backed_up(tmp_path)


def backed_up(folder: Path) -> Setting:
    """A vault with two backups, of Amira and of Amira and Bryn, and with Cai, who is in neither."""
    watch = Watch()
    found = setting(folder, clock=watch)
    vault = made(found)
    for name in ("Amira", "Bryn"):
        add(vault, name)
        watch.go_on(1)
        vault.services.backing_up.make()
    add(vault, "Cai")
    vault.close()
    return found


def add(vault: Opened, name: str) -> None:
    people = vault.services.people
    people.save(replace(people.draft(), given_name=name))


def damage(file: Path, at: int = 20) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 255
    file.write_bytes(content)


def names(vault: Opened) -> list[str]:
    with vault.database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT given_name FROM people ORDER BY given_name")]


def back(where: Setting) -> list[str]:
    """Who is there when a backup was brought back."""
    vault = bring_back(where, PASSPHRASE)
    found = names(vault)
    assert vault.services.administration.check().sound
    vault.close()
    return found


def test_the_newest_backup_takes_the_place_of_a_damaged_vault_and_the_damaged_one_is_kept(where: Setting) -> None:
    damage(where.files.vault)
    broken = where.files.vault.read_bytes()
    with pytest.raises(AppError, match=r"storage\.damaged"):
        open_vault(where, PASSPHRASE)
    assert back(where) == ["Amira", "Bryn"]
    (aside,) = where.folder.glob("coachdesk-damaged-*")
    assert (aside / "coachdesk.cdvault").read_bytes() == broken


def test_a_legal_hold_that_the_damaged_vault_still_tells_of_stands_afterwards(where: Setting) -> None:
    with closing(open_vault(where, PASSPHRASE)) as vault:
        (amira,) = vault.services.people.find("Amira")
        vault.services.holds.set(amira.person_id, HeldBecause.COURT, "Kim, legal team")
    damage(where.files.vault, at=where.files.vault.stat().st_size - 2000)
    with closing(bring_back(where, PASSPHRASE)) as vault:
        assert [each.name for each in vault.services.holds.standing()] == ["Amira"]


def test_a_damaged_backup_is_passed_over(where: Setting) -> None:
    damage(where.files.vault)
    newest = max((where.folder / "backups").glob("*.cdvault"))
    damage(newest, at=9000)
    assert back(where) == ["Amira"]


def test_without_a_sound_backup_nothing_is_touched(where: Setting) -> None:
    damage(where.files.vault)
    for backup in (where.folder / "backups").glob("*.cdvault"):
        damage(backup)
    before = {each: each.read_bytes() for each in where.folder.rglob("*.cdvault")}
    with pytest.raises(AppError, match=r"backup\.none-sound"):
        bring_back(where, PASSPHRASE)
    assert {each: each.read_bytes() for each in where.folder.rglob("*.cdvault")} == before


def test_a_log_goes_before_another_file_comes_beside_it(tmp_path: Path) -> None:
    vault, ready = tmp_path / "it.cdvault", tmp_path / ".it.cdvault.restoring"
    logs = [tmp_path / f"it.cdvault{each}" for each in ("-wal", "-shm")]
    for file in (vault, *logs):
        file.write_bytes(b"damaged")
    ready.write_bytes(b"sound")
    put_in_damaged_place(ready, vault)
    assert vault.read_bytes() == b"sound"
    assert list(tmp_path.iterdir()) == [vault]


def test_a_log_that_was_left_beside_the_damaged_vault_is_not_read_into_the_restored_one(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    add(vault, "Dilys")
    log = where.files.vault.with_name("coachdesk.cdvault-wal")
    content = log.read_bytes()
    vault.close()
    damage(where.files.vault)
    log.write_bytes(content)
    assert back(where) == ["Amira", "Bryn"]
    (aside,) = where.folder.glob("coachdesk-damaged-*")
    assert (aside / log.name).read_bytes() == content


def test_a_wrong_passphrase_brings_nothing_back(where: Setting) -> None:
    damage(where.files.vault)
    with pytest.raises(AppError, match=r"vault\.wrong-passphrase"):
        bring_back(where, "not this one at all")
    assert not list(where.folder.glob("coachdesk-damaged-*"))


def test_what_can_be_offered_is_known_before_the_passphrase(where: Setting, tmp_path: Path) -> None:
    found = newest_backup(where)
    assert found is not None
    assert found.day == 3
    assert newest_backup(replace(where, folder=tmp_path / "nowhere")) is None


def test_a_backup_from_when_the_clock_was_wrong_is_not_taken_for_the_newest(where: Setting) -> None:
    """Its name is of next year, so that it would come first for a year."""
    for file in sorted((where.folder / "backups").iterdir())[:2]:
        file.rename(file.with_stem("coachdesk-20990101T000000Z"))
    vault = open_vault(where, PASSPHRASE)
    (first, *_), last = vault.services.restoring.backups(), vault.services.backing_up.last()
    assert first.made == last
    assert first.made.year < 2099
    vault.close()
    damage(where.files.vault)
    assert newest_backup(where) == last
    assert back(where) == ["Amira", "Bryn"]


def test_where_the_clock_stands_in_the_past_the_newest_is_still_the_newest(where: Setting) -> None:
    flat_battery = Watch()
    flat_battery.moment = datetime(1970, 1, 1, tzinfo=UTC)
    damage(where.files.vault)
    assert back(replace(where, clock=flat_battery)) == ["Amira", "Bryn"]


@pytest.mark.parametrize("share", [0, 1.2, 2], ids=["to keep it", "to read it", "to finish"])
@pytest.mark.parametrize("way", [bring_back, look_what_is_readable])
def test_a_full_disk_is_told_as_one_and_leaves_everything_as_it_was(
    tmp_path: Path, share: float, way: Callable[[Setting, str], object]
) -> None:
    with mounted(tmp_path / "disk", ROOMY) as disk:
        if disk is None:
            pytest.skip("no disk can be made small here")
        where = backed_up(disk.folder)
        damage(where.files.vault, at=-20)
        broken, there = where.files.vault.read_bytes(), sorted(disk.folder.iterdir())
        disk.leave(int(share * len(broken)) + PAGE)
        with pytest.raises(AppError, match=r"vault\.disk-full"):
            way(where, PASSPHRASE)
        disk.give_back()
        assert where.files.vault.read_bytes() == broken
        assert sorted(disk.folder.iterdir()) == there
        assert back(where) == ["Amira", "Bryn"]


def test_what_was_kept_of_an_earlier_damage_is_never_overwritten(where: Setting) -> None:
    """The clock stands: both are kept in the same second."""
    kept = set[bytes]()
    for at in (20, 50):
        damage(where.files.vault, at=at)
        kept.add(where.files.vault.read_bytes())
        bring_back(where, PASSPHRASE).close()
    asides = tuple(where.folder.glob("coachdesk-damaged-*"))
    assert {(each / "coachdesk.cdvault").read_bytes() for each in asides} == kept
    assert len(asides) == 2
