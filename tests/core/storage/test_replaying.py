"""Whoever was erased does not come back with a backup, and nothing that is kept says who it was."""

import shutil
from pathlib import Path

from coachdesk.people import Person
from coachdesk.storage import Database, find, integrity
from coachdesk.storage.erasure import Erased, erased
from coachdesk.storage.replaying import replay_erasures
from coachdesk.storage.tables import CHANGE_BODIES
from tests.core.storage.pages import decrypted
from tests.core.storage.samples import KEY, Watch, a_person
from tests.core.storage.test_joining import join


def added(database: Database, given: str, family: str) -> Person:
    with database.write() as writer:
        return writer.put(a_person(given, family), "person.added")


def erase(database: Database, person: Person) -> None:
    with database.write() as writer:
        writer.delete(person, "person.erased")


def backup_of(database: Database, folder: Path) -> Database:
    with database.write() as writer:
        writer.deleted = True  # so that the file alone is whole
    file = folder / "older.cdvault"
    shutil.copyfile(database.path, file)
    return Database.open(file, KEY, author="coach-1", clock=Watch())


def those_of(database: Database) -> tuple[Erased, ...]:
    with database.read() as connection:
        return erased(connection)


def names(database: Database) -> set[str]:
    with database.read() as connection:
        return {each.full_name for each in find(connection, Person)}


def test_an_erased_person_is_remembered_by_a_salted_hash_and_nothing_else(database: Database) -> None:
    zoe, gareth = added(database, "Zoe", "Marsh"), added(database, "Gareth", "Pugh")
    erase(database, zoe)
    erase(database, gareth)
    those = those_of(database)
    assert len(those) == 2
    assert len({each.salt for each in those}) == 1
    assert not any(person.id in f"{each.salt} {each.hash}" for person in (zoe, gareth) for each in those)


def test_whoever_was_erased_since_a_backup_is_erased_in_it_again(database: Database, tmp_path: Path) -> None:
    zoe = added(database, "Zoe", "Marsh")
    added(database, "Gareth", "Pugh")
    older = backup_of(database, tmp_path)
    erase(database, zoe)
    with older.write() as writer:
        assert replay_erasures(writer, those_of(database)) == 1
    assert names(older) == {"Gareth Pugh"}
    with older.read() as connection:
        assert integrity(connection).sound
        assert connection.execute(CHANGE_BODIES.select()).all()
    older.close()
    assert b"Marsh" not in decrypted(older.path, KEY)


def test_no_later_restore_brings_them_back_either(database: Database, tmp_path: Path) -> None:
    oldest = backup_of(database, tmp_path)
    zoe = added(database, "Zoe", "Marsh")
    erase(database, zoe)
    with oldest.write() as writer:
        assert replay_erasures(writer, those_of(database)) == 0
    assert set(those_of(database)) <= set(those_of(oldest))
    oldest.close()


def test_whoever_came_back_after_they_were_erased_stays(database: Database, tmp_path: Path) -> None:
    zoe = added(database, "Zoe", "Marsh")
    erase(database, zoe)
    with database.write() as writer:
        writer.adopt(zoe, "handover.taken")
    older = backup_of(database, tmp_path)
    with older.write() as writer:
        assert replay_erasures(writer, those_of(database)) == 0
    assert names(older) == {"Zoe Marsh"}
    older.close()


def test_a_record_that_was_joined_in_the_backup_is_taken_apart_before_it_is_erased(
    database: Database, tmp_path: Path
) -> None:
    zoe, gareth = added(database, "Zoe", "Marsh"), added(database, "Gareth", "Pugh")
    other = backup_of(database, tmp_path)
    join(other, gareth, zoe)
    erase(database, zoe)
    with other.write() as writer:
        assert replay_erasures(writer, those_of(database)) == 1
    assert names(other) == {"Gareth Pugh"}
    other.close()
    assert b"Marsh" not in decrypted(other.path, KEY)
