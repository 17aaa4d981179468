import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coachdesk.application import Opened, open_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.policy import Policy
from coachdesk.services import backups, second_place
from coachdesk.services.second_place import Second
from coachdesk.storage import find, restore, verify
from coachdesk.storage.copying import copy_vault
from coachdesk.storage.driver import connect
from coachdesk.vault import VaultFiles, unlock
from tests.core.services.issuing import Watch
from tests.vaults import CHEAP, PASSPHRASE, made, setting

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights as mode bits")


class Clock(Watch):
    """A clock that also goes on by minutes."""

    def later(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    friday = Clock()
    friday.moment = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    return friday


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def vault(tmp_path: Path, clock: Clock, stick: Path) -> Iterator[Opened]:
    own = tmp_path / "own"
    own.mkdir()
    opened = made(setting(own, policy=Policy(backup_folder=str(stick)), clock=clock))
    yield opened
    opened.close()


def add(vault: Opened, name: str) -> str:
    people = vault.services.people
    return people.save(replace(people.draft(), given_name=name)).id


def test_two_backups_within_one_second_lie_side_by_side_and_each_opens_with_its_own_keys(vault: Opened) -> None:
    add(vault, "Jess")
    first = vault.services.backing_up.make().path
    before = first.read_bytes()
    vault.services.administration.renew_data_key(PASSPHRASE)
    second = vault.services.backing_up.make().path
    assert first.read_bytes() == before
    found = backups.there(VaultFiles(first.parent.parent, "coachdesk"), first.parent)
    before_the_change, newest = found[min(found)], found[max(found)]  # renewing makes one of its own between them
    assert (len(found), before_the_change.vault, newest.vault) == (3, first, second)
    for moment, copy in found.items():
        keys = unlock(copy.folder, PASSPHRASE, vault.keychain, name=copy.name, floor=CHEAP)
        tested = backups.tested(moment, copy, key=keys.data_key, vault_id=vault.info.vault_id)
        assert tested == backups.BackupTest(moment, ())
    assert not vault.services.backing_up.due()


def test_a_backup_is_due_once_something_was_stored_and_not_before(vault: Opened, clock: Clock) -> None:
    backing_up = vault.services.backing_up
    assert not backing_up.due()
    assert backing_up.make_if_due() is None
    amira = add(vault, "Amira")
    assert backing_up.due()
    assert backing_up.make_if_due() is not None
    assert not backing_up.due()
    clock.later(minutes=1)
    vault.services.people.open(amira)
    assert not backing_up.due(), "to look at somebody changes nothing"
    add(vault, "Bryn")
    assert backing_up.due()


def test_what_was_stored_before_the_program_was_killed_is_still_due(tmp_path: Path, clock: Clock) -> None:
    where = setting(tmp_path, clock=clock)
    vault = made(where)
    vault.services.backing_up.make()
    clock.later(minutes=1)
    add(vault, "Amira")
    vault.close()
    vault = open_vault(where, PASSPHRASE)
    assert vault.services.backing_up.due()
    vault.services.backing_up.make()
    vault.close()
    vault = open_vault(where, PASSPHRASE)
    assert not vault.services.backing_up.due()
    vault.close()


def test_a_backup_is_vault_and_header_and_lies_in_the_second_place_too(vault: Opened, stick: Path) -> None:
    add(vault, "Amira")
    done = vault.services.backing_up.make()
    second = VaultFiles(stick / vault.info.vault_id, done.path.stem)
    assert done.second is Second.THERE
    assert verify(second.vault, vault.keys.data_key) == verify(done.path, vault.keys.data_key)
    assert second.header.read_bytes() == VaultFiles(done.path.parent, done.path.stem).header.read_bytes()
    assert sorted(each.suffix for each in second.folder.iterdir()) == [".cdheader", ".cdvault"]


def test_a_second_place_that_is_away_is_said_and_nothing_fails(vault: Opened, stick: Path) -> None:
    stick.rmdir()
    add(vault, "Amira")
    done = vault.services.backing_up.make()
    assert done.second is Second.AWAY
    assert done.path.exists()
    assert not stick.exists(), "what is not connected is not made up"


@POSIX
@pytest.mark.parametrize("rights", [0o755, 0o750, 0o705, 0o710])
def test_a_second_place_that_others_can_list_gets_no_backup(vault: Opened, stick: Path, rights: int) -> None:
    own = stick / vault.info.vault_id
    own.mkdir()
    own.chmod(rights)
    add(vault, "Amira")
    assert vault.services.backing_up.make().second is Second.OPEN
    assert list(own.iterdir()) == []


def test_a_copy_that_the_second_place_spoils_is_not_kept_there_and_that_is_said(
    vault: Opened, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(source: Path, key: bytes, target: Path) -> None:
        copy_vault(source, key, target)
        content = bytearray(target.read_bytes())
        content[-2000] ^= 4
        target.write_bytes(content)

    monkeypatch.setattr(second_place, "copy_vault", spoilt)
    done = vault.services.backing_up.make()
    assert (done.second, done.path.exists()) == (Second.AWAY, True)
    assert not list((stick / vault.info.vault_id).glob("*.cdvault"))


@POSIX
def test_the_folder_that_is_made_in_the_second_place_is_the_coachs_alone(vault: Opened, stick: Path) -> None:
    vault.services.backing_up.make()
    assert (stick / vault.info.vault_id).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_not_written_in_full_counts_as_away(tmp_path: Path, clock: Clock) -> None:
    vault = made(setting(tmp_path, policy=Policy(backup_folder="backups of mine"), clock=clock))
    assert vault.services.backing_up.make().second is Second.AWAY
    vault.close()


def test_old_backups_are_thinned_in_both_places_and_headers_go_with_them(
    vault: Opened, clock: Clock, stick: Path
) -> None:
    for _half_hour in range(14):
        clock.later(minutes=30)
        vault.services.backing_up.make()
    for folder in (vault.services.backing_up.folder(), stick / vault.info.vault_id):
        there = backups.there(VaultFiles(folder.parent), folder)
        assert 8 <= len(there) < 14
        assert sorted(each.name for each in folder.iterdir()) == sorted(
            file.name for copy in there.values() for file in (copy.vault, copy.header)
        )


def test_what_a_broken_off_backup_left_goes_with_the_next_one(vault: Opened) -> None:
    folder = vault.services.backing_up.folder()
    folder.mkdir()
    (folder / ".coachdesk-20261101T090000Z.cdvault.unchecked").touch()
    (folder / "..coachdesk-20261101T090000Z.cdvault.unchecked.unfinished").touch()
    (folder / "coachdesk-20261101T090000Z.cdheader").touch()
    (folder / "a coach's own note.txt").touch()
    path = vault.services.backing_up.make().path
    assert {each.name for each in folder.iterdir()} == {path.name, f"{path.stem}.cdheader", "a coach's own note.txt"}


def test_an_unsound_copy_is_thrown_away_and_the_one_before_stays(vault: Opened, clock: Clock) -> None:
    first = vault.services.backing_up.make().path
    clock.later(minutes=20)
    with closing(connect(vault.database.path, vault.database.key)) as beside:  # a rhythm of nobody
        beside.execute("PRAGMA foreign_keys = OFF")
        beside.execute("INSERT INTO contact_rhythms VALUES ('1', 1, '', '', '', 'nobody', 7, '', '2026-12-01')")
    with pytest.raises(AppError, match=r"storage\.damaged"):
        vault.services.backing_up.make()
    assert [each.suffix for each in sorted(first.parent.iterdir())] == [".cdheader", ".cdvault"]


def test_a_backup_is_overdue_after_working_days_with_a_change_and_never_over_a_weekend(
    vault: Opened, clock: Clock
) -> None:
    backing_up = vault.services.backing_up
    backing_up.make()
    clock.later(hours=1)
    add(vault, "Amira")
    clock.later(days=5)  # Friday to Wednesday: Monday, Tuesday, Wednesday
    assert not backing_up.overdue()
    clock.later(days=1)
    assert backing_up.overdue()
    backing_up.make()
    clock.later(days=60)
    assert not backing_up.overdue(), "nothing was changed since"


def test_a_backup_of_the_second_place_opens_as_a_vault(vault: Opened, tmp_path: Path, stick: Path) -> None:
    add(vault, "Amira")
    path = vault.services.backing_up.make().path
    copy = VaultFiles(stick / vault.info.vault_id, path.stem)
    restore(copy.vault, vault.keys.data_key, tmp_path / "again.cdvault")
    with vault.database.read() as connection:
        assert [each.given_name for each in find(connection, Person)] == ["Amira"]
