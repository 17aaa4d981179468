from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.storage import Database, backup_to, find, integrity, restore, verify
from coachdesk.storage.agreed_index import agreed_by
from coachdesk.storage.driver import connect
from tests.core.storage.samples import KEY, Watch, a_person, one_of_each

UNSOUND = (
    (
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO contact_rhythms VALUES ('1', 1, '', '', '', 'nobody', 7, '', '2026-12-01')",
    ),
    (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX audit_subject ON audit (hash)' WHERE name = 'audit_subject'",
    ),
)
"""What makes a vault unsound whose pages are all right: a rhythm of nobody, and an index that is out of step."""


@pytest.fixture
def kept(database: Database) -> Database:
    with database.write() as writer:
        for record in one_of_each():
            writer.put(record, "test.put")
        writer.audit("test.put")
    return database


def test_a_backup_says_the_same_as_the_vault_and_needs_its_key(kept: Database, tmp_path: Path) -> None:
    backup = tmp_path / "caseload.cdbackup"
    found = backup_to(kept, backup)
    with kept.read() as connection:
        assert integrity(connection) == found
    assert found.sound
    assert verify(backup, KEY) == found
    assert b"SQLite format" not in backup.read_bytes()
    with pytest.raises(AppError, match=r"storage\.damaged"):
        verify(backup, bytes(32))


def test_a_backup_is_one_file_and_leaves_nothing_beside_it(kept: Database, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    backup_to(kept, folder / "caseload.cdbackup")
    backup_to(kept, folder / "caseload.cdbackup")
    assert [file.name for file in folder.iterdir()] == ["caseload.cdbackup"]


def test_the_digest_changes_with_what_is_kept(kept: Database) -> None:
    with kept.read() as connection:
        before = integrity(connection).digest
        (person,) = find(connection, Person)
    with kept.write() as writer:
        writer.put(replace(person, phone="01632 960001"), "person.changed")
    with kept.read() as connection:
        assert integrity(connection).digest != before


def test_the_digest_tells_two_vaults_apart_by_any_one_value(kept: Database) -> None:
    with kept.read() as connection:
        before = integrity(connection).digest
    with kept.write() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE people SET phone = '01632 960999'"
        )  # no version and no change tells it
    with kept.read() as connection:
        assert integrity(connection).digest != before


@pytest.mark.parametrize("fault", UNSOUND)
def test_what_does_not_fit_together_is_neither_kept_nor_brought_back(
    kept: Database, tmp_path: Path, fault: tuple[str, ...]
) -> None:
    backup, restored = tmp_path / "caseload.cdbackup", tmp_path / "restored.cdvault"
    backup_to(kept, backup)
    with closing(connect(backup, KEY)) as beside:
        for statement in fault:
            beside.execute(statement)
    found = verify(backup, KEY)
    assert not found.pages
    assert bool(found.structure) is not bool(found.references)
    with pytest.raises(AppError, match=r"storage\.damaged"):
        restore(backup, KEY, restored)
    assert not restored.exists()
    again = Database.open(backup, KEY, author="coach-1", clock=Watch(), must_exist=True)
    with pytest.raises(AppError, match=r"storage\.damaged"):
        backup_to(again, tmp_path / "kept.cdbackup")
    again.close()
    assert not (tmp_path / "kept.cdbackup").exists()


def test_a_backup_that_cannot_be_written_leaves_the_old_one(
    kept: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "caseload.cdbackup"
    backup.write_bytes(b"yesterday's")
    monkeypatch.setattr(kept, "key", bytes(32))
    with pytest.raises(AppError, match=r"storage\.damaged"):
        backup_to(kept, backup)
    assert backup.read_bytes() == b"yesterday's"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_a_flipped_bit_inside_a_text_is_found(kept: Database, tmp_path: Path) -> None:
    backup = tmp_path / "caseload.cdbackup"
    backup_to(kept, backup)
    content = bytearray(backup.read_bytes())
    content[-2000] ^= 4
    backup.write_bytes(content)
    found = verify(backup, KEY)
    assert found.pages
    assert not found.sound
    with pytest.raises(AppError, match=r"storage\.damaged"):
        restore(backup, KEY, tmp_path / "restored.cdvault")
    assert not (tmp_path / "restored.cdvault").exists()


def test_a_restored_vault_says_what_the_backup_said_and_goes_on(kept: Database, tmp_path: Path, watch: Watch) -> None:
    backup, restored = tmp_path / "caseload.cdbackup", tmp_path / "restored.cdvault"
    found = backup_to(kept, backup)
    assert restore(backup, KEY, restored) == found == verify(restored, KEY)
    again = Database.open(restored, KEY, author="coach-1", clock=watch, must_exist=True)
    with again.write() as writer:
        writer.put(a_person("Gareth"), "person.added")
    with again.read() as connection:
        assert sorted(person.given_name for person in find(connection, Person)) == ["Gareth", "Zoë"]
    again.close()


@pytest.mark.parametrize("left", ["restored.cdvault", "restored.cdvault-wal", "restored.cdvault-shm"])
def test_restoring_never_overwrites(kept: Database, tmp_path: Path, left: str) -> None:
    backup = tmp_path / "caseload.cdbackup"
    backup_to(kept, backup)
    (tmp_path / left).touch()
    with pytest.raises(AppError, match=r"storage\.exists"):
        restore(backup, KEY, tmp_path / "restored.cdvault")


def test_what_is_not_there_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"storage\.missing"):
        verify(tmp_path / "gone.cdbackup", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_that_was_searched_and_written_to_since_is_no_damaged_one(database: Database) -> None:
    with database.read() as connection:
        assert agreed_by(connection, ["forklift"], [], []) == {}
    with database.write() as writer:
        for record in one_of_each():
            writer.put(record, "test.put")
    with database.read() as connection:
        assert integrity(connection).sound
