import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.retention import HeldBecause
from coachdesk.services import Backup, Made, Preview
from coachdesk.services.backing_up import BackingUp
from coachdesk.services.removal import Because
from coachdesk.services.restoring import Restoring
from coachdesk.storage import audit_lines, find_by
from coachdesk.storage.comparing import Counted
from tests.core.services.issuing import Watch
from tests.vaults import PASSPHRASE, made, setting

NEW = "other quiet words here"


@pytest.fixture
def where(tmp_path: Path, watch: Watch) -> Setting:
    return setting(tmp_path, clock=watch)


@pytest.fixture
def vault(where: Setting) -> Iterator[Opened]:
    """A vault with Amira in it, and a backup of that."""
    opened = made(where)
    add(opened, "Amira")
    opened.services.backing_up.make()
    yield opened
    with suppress(OSError):  # some tests close it themselves
        opened.close()


def add(vault: Opened, name: str) -> Person:
    people = vault.services.people
    return people.save(replace(people.draft(), given_name=name))


def names(vault: Opened) -> list[str]:
    with vault.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT given_name FROM people ORDER BY given_name")
        return [row[0] for row in rows]


def erase(vault: Opened, person: Person) -> None:
    with vault.database.write() as writer:
        (stored,) = find_by(writer.connection, Person, id=person.id)
        writer.delete(stored, "person.erased")


def newest(vault: Opened) -> Backup:
    return vault.services.restoring.backups()[0]


def look(vault: Opened) -> Preview:
    return vault.services.restoring.look_inside(newest(vault))


def kinds(preview: Preview) -> dict[str, Counted]:
    assert preview.faults == ()
    return {each.name: each.counted for each in preview.lost}


def test_a_backup_of_now_loses_nothing(vault: Opened) -> None:
    assert look(vault) == Preview(newest(vault))


def test_the_preview_counts_what_was_added_changed_and_deleted_since(vault: Opened) -> None:
    with vault.database.read() as connection:
        (amira,) = find_by(connection, Person, given_name="Amira")
    vault.services.people.save(replace(amira, phone="01632 960001"))
    add(vault, "Bryn")
    erase(vault, add(vault, "Cai"))
    assert kinds(look(vault)) == {"People": Counted(added=1, changed=1)}
    erase(vault, replace(amira, version=2))
    found = look(vault)
    assert kinds(found) == {"People": Counted(added=1, deleted=1)}
    assert found.erased == 1, "who was erased stays erased"


def test_what_is_brought_back_is_what_the_backup_said_and_the_safety_copy_what_was(
    vault: Opened, where: Setting, watch: Watch
) -> None:
    watch.go_on(1)
    add(vault, "Bryn")
    first = newest(vault)
    vault.services.restoring.restore(first)
    assert names(vault) == ["Amira"]
    assert "A backup was brought back." in [each.text for each in vault.services.administration.audit()]
    vault.close()
    again = open_vault(where, PASSPHRASE)
    assert not again.older_than_left, "that it is older was wanted"
    assert names(again) == ["Amira"]
    found = look(again)
    assert [each.counted.added for each in found.regained if each.name == "People"] == [1]
    again.services.restoring.restore(newest(again))
    assert names(again) == ["Amira", "Bryn"]
    assert again.services.administration.check().sound
    again.close()


def test_who_was_erased_since_does_not_come_back(vault: Opened) -> None:
    with vault.database.read() as connection:
        (amira,) = find_by(connection, Person, given_name="Amira")
    add(vault, "Bryn")
    erase(vault, amira)
    vault.services.restoring.restore(newest(vault))
    assert names(vault) == []
    assert vault.services.administration.check().sound
    assert look(vault).faults == ()
    with vault.database.read() as connection:
        assert "person.erased-again" in {line.code for line in audit_lines(connection)}


def test_who_is_erased_while_a_backup_is_made_ready_stops_it(vault: Opened, watch: Watch) -> None:
    with vault.database.read() as connection:
        (amira,) = find_by(connection, Person, given_name="Amira")

    class Meanwhile(Watch):
        """The copy asks for the time while it is made ready: just then somebody removes Amira."""

        def __call__(self) -> datetime:
            if names(vault):
                erase(vault, amira)
            return watch()

    restoring = vault.services.restoring
    context = replace(vars(restoring)["_context"], clock=Meanwhile())
    with pytest.raises(AppError, match=r"storage\.busy"):
        Restoring(context, vault.services.backing_up).restore(newest(vault))
    assert names(vault) == []
    restoring.restore(newest(vault))
    assert names(vault) == []


def test_what_is_stored_after_the_safety_copy_is_not_lost(vault: Opened) -> None:
    class Slow(BackingUp):
        """Somebody is added while the safety copy is made, and is not in it."""

        def make(self) -> Made:
            done = super().make()
            add(vault, "Cai")
            return done

    restoring = vault.services.restoring
    context = vars(restoring)["_context"]
    with pytest.raises(AppError, match=r"storage\.busy"):
        Restoring(context, Slow(context)).restore(newest(vault))
    assert names(vault) == ["Amira", "Cai"]
    assert not list(vault.database.path.parent.glob(".*"))


def test_a_hold_that_stands_in_the_backup_too_stands_once(vault: Opened) -> None:
    (amira,) = (each.person_id for each in vault.services.people.find("Amira"))
    vault.services.holds.set(amira, HeldBecause.COURT, "Kim, legal team")
    vault.services.backing_up.make()
    vault.services.restoring.restore(newest(vault))
    (held,) = vault.services.holds.standing()
    vault.services.holds.lift(held.id)
    assert vault.services.holds.standing() == ()


def test_the_passphrase_of_now_opens_what_was_brought_back_and_the_older_one_does_not(
    vault: Opened, where: Setting, watch: Watch
) -> None:
    vault.services.administration.change_passphrase(PASSPHRASE, NEW)
    vault.services.restoring.restore(newest(vault))
    vault.close()
    with pytest.raises(AppError, match=r"vault\.wrong-passphrase"):
        open_vault(where, PASSPHRASE)
    watch.go_on(1)
    again = open_vault(where, NEW)
    assert names(again) == ["Amira"]
    again.close()


def test_a_backup_from_before_a_fresh_key_is_looked_into_and_comes_back_under_the_fresh_key(
    vault: Opened, where: Setting, watch: Watch
) -> None:
    old = newest(vault)
    add(vault, "Bryn")
    watch.go_on(1)
    vault.services.administration.renew_data_key(PASSPHRASE)
    assert kinds(vault.services.restoring.look_inside(old)) == {"People": Counted(added=1)}
    vault.services.restoring.restore(old)
    assert names(vault) == ["Amira"]
    vault.close()
    again = open_vault(where, PASSPHRASE)
    assert names(again) == ["Amira"]
    again.close()


def test_a_legal_hold_that_was_set_since_stands_in_what_was_brought_back(vault: Opened, where: Setting) -> None:
    old, holds = newest(vault), vault.services.holds
    (amira,) = (each.person_id for each in vault.services.people.find("Amira"))
    bryn = add(vault, "Bryn")
    for each in (amira, bryn.id):
        holds.set(each, HeldBecause.COURT, "Kim, legal team")
    assert kinds(vault.services.restoring.look_inside(old)) == {"People": Counted(added=1)}
    vault.services.restoring.restore(old)
    vault.close()
    again = open_vault(where, PASSPHRASE)
    (held,) = again.services.holds.standing()
    assert held.name == "Amira"
    assert again.services.holds.open(held.id, "asked").owner == "Kim, legal team"
    with pytest.raises(AppError, match=r"removal\.held"):
        again.services.removal.remove(amira, Because.ASKED)
    assert again.services.administration.check().sound
    again.close()


def test_an_altered_record_of_who_looked_takes_nobody_the_backups_away_and_is_said(vault: Opened) -> None:
    with vault.database.write() as writer:
        writer.connection.exec_driver_sql("UPDATE audit SET code = 'person.changed' WHERE number = 2")
    assert not vault.services.administration.check().sound
    vault.services.backing_up.make()
    add(vault, "Bryn")
    preview = vault.services.restoring.look_inside(newest(vault))
    assert (preview.faults, preview.altered) == ((), "Who looked at what was altered at line 2.")
    tested = vault.services.backing_up.test_last()
    assert tested is not None
    assert (tested.faults, tested.altered) == ((), preview.altered)
    vault.services.administration.renew_data_key(PASSPHRASE)
    vault.services.restoring.restore(preview.backup)
    assert names(vault) == ["Amira"]
    assert vault.services.administration.audit_broken_at() == 2, "it is found wherever the vault goes"


def test_a_damaged_backup_is_not_brought_back_and_says_why(vault: Opened, where: Setting) -> None:
    backup = newest(vault)
    content = bytearray(backup.files.vault.read_bytes())
    content[9000] ^= 1
    backup.files.vault.write_bytes(content)
    add(vault, "Bryn")
    assert vault.services.restoring.look_inside(backup).faults == ("1 page is damaged.",)
    with pytest.raises(AppError, match=r"storage\.damaged"):
        vault.services.restoring.restore(backup)
    assert names(vault) == ["Amira", "Bryn"]
    assert not list(where.folder.glob(".*"))


def test_a_backup_of_another_vault_is_not_brought_back(vault: Opened, tmp_path: Path) -> None:
    other_place = tmp_path / "other"
    other_place.mkdir()
    other = made(setting(other_place))
    path = other.services.backing_up.make().path
    other.close()
    for ending in (".cdvault", ".cdheader"):
        shutil.copy(path.with_suffix(ending), newest(vault).files.vault.with_suffix(ending))
    assert len(vault.services.restoring.look_inside(newest(vault)).faults) == 2
    with pytest.raises(AppError, match=r"storage\.damaged"):
        vault.services.restoring.restore(newest(vault))


def test_without_room_for_the_safety_copy_nothing_is_replaced(
    vault: Opened, where: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault, "Bryn")
    backup = newest(vault)
    moved = where.folder / "elsewhere"
    backup.files.folder.rename(moved)
    backup.files.folder.touch()  # no folder of backups can be made here
    there = replace(backup, files=replace(backup.files, folder=moved))
    with pytest.raises(AppError, match=r"storage\.cannot-write"):
        vault.services.restoring.restore(there)
    assert names(vault) == ["Amira", "Bryn"]


def test_backups_of_both_places_are_listed_once_each(tmp_path: Path, watch: Watch) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    where = setting(tmp_path)
    vault = made(replace(where, policy=replace(where.policy, backup_folder=str(stick)), clock=watch))
    vault.services.backing_up.make()
    watch.go_on(1)
    second = vault.services.backing_up.make().path
    second.unlink()
    assert [each.second for each in vault.services.restoring.backups()] == [True, False]
    assert all(each.size > 0 for each in vault.services.restoring.backups())
    vault.services.restoring.restore(newest(vault))
    vault.close()
