from dataclasses import fields, replace
from datetime import time
from pathlib import Path

import pytest

from coachdesk.diary import BusyTime
from coachdesk.errors import AppError
from coachdesk.handover import Colleague
from coachdesk.interviews import Interview
from coachdesk.people import Person
from coachdesk.records import Record
from coachdesk.storage import Database, find, get, integrity, people_rows
from coachdesk.storage.tables import CHANGE_BODIES, kinds
from tests.core.storage.pages import decrypted
from tests.core.storage.samples import KEY, MONDAY, Watch, a_person, an_answer, one_of_each

MARK = "zqxjwvk"


def marked(record: Record) -> Record:
    """The record with the mark in every field of free text, and in what is kept of files and packs."""
    texts = (
        "given_name",
        "family_name",
        "preferred_name",
        "contact_note",
        "text",
        "note",
        "reason",
        "obstacle",
        "learned",
        "words",
        "snapshot",
    )
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    marks: dict[str, str | bytes] = {name: f"{MARK} {name}" for name in texts if name in values}
    marks |= {name: f"{MARK} {name}".encode() for name in ("content", "base") if name in values}
    return type(record)(**values | marks)


def seen_on_disk(vault: Path) -> str:
    return decrypted(vault, KEY).decode("utf-8", errors="replace").casefold()


@pytest.fixture
def person(database: Database) -> Person:
    """Somebody with a record of every kind, each changed once, and one deleted."""
    with database.write() as writer:
        writer.put(a_person("Gareth", "Pugh"), "person.added")
        theirs = [record for record in one_of_each() if not isinstance(record, BusyTime)]
        stored = [writer.put(marked(record), "test.put") for record in theirs]
        changed = [writer.put(record, "test.changed") for record in stored]
        (interview,) = find(writer.connection, Interview)
        asked = an_answer(interview, "travel", f'"{MARK} travel"')
        writer.delete(writer.put(asked, "answer.written", visit="visit-1"), "answer.dropped")
    found = changed[0]
    assert isinstance(found, Person)
    return found


def test_the_mark_of_a_person_who_is_kept_is_seen_in_the_pages(database: Database, person: Person) -> None:
    database.close()
    assert MARK in seen_on_disk(database.path)


def test_a_deleted_person_is_in_no_page_of_the_file_and_the_log_still_holds(database: Database, person: Person) -> None:
    with database.write() as writer:
        writer.delete(person, "person.erased")
        writer.audit("person.erased", subject=person.id)
    assert database.path.with_name(f"{database.path.name}-wal").stat().st_size == 0
    seen = seen_on_disk(database.path)
    for piece in (MARK, "brádaigh", "zoë", "text first", "teaching assistant", "bus", "%pdf"):
        assert piece not in seen
    assert not [piece for piece in ("zqx", "qxj", "xjw", "jwv", "wvk") if piece in seen]
    assert "gareth" in seen
    with database.read() as connection:
        assert integrity(connection).sound


def test_with_a_person_goes_everything_of_theirs_and_nothing_of_others(database: Database, person: Person) -> None:
    with database.write() as writer:
        writer.delete(person, "person.erased")
    with database.read() as connection:
        left = {kind.__name__: len(find(connection, kind)) for kind in kinds()}
        bodies = connection.execute(CHANGE_BODIES.select()).all()
        assert [row.full_name for row in people_rows(connection, day=MONDAY)] == ["Gareth Pugh"]
        assert people_rows(connection, MARK, day=MONDAY) == ()
    assert left == {kind.__name__: int(kind in {Person, Colleague}) for kind in kinds()}
    assert len(bodies) == 3, "Gareth's, and two of the colleague"


def test_a_deletion_that_read_an_older_version_is_refused(database: Database, person: Person) -> None:
    with pytest.raises(AppError, match=r"storage\.stale"), database.write() as writer:
        writer.delete(replace(person, version=1), "person.erased")
    with database.read() as connection:
        assert get(connection, Person, person.id) == person


def test_a_reader_in_the_way_only_puts_off_the_emptying_of_the_log(database: Database, person: Person) -> None:
    with database.write() as writer:
        writer.connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with database.read() as connection:
        get(connection, Person, person.id)
        with database.write() as writer:
            writer.delete(person, "person.erased")
    with database.write() as writer:
        writer.audit("person.opened")
    assert database.path.with_name(f"{database.path.name}-wal").stat().st_size == 0
    assert MARK not in seen_on_disk(database.path)


def test_an_erasure_that_was_cut_off_is_finished_with_the_next_write(database: Database, person: Person) -> None:
    with database.write() as writer:
        writer.connection.exec_driver_sql("PRAGMA application_id = 1")  # as a kill after the deletion leaves it
    database.close()
    again = Database.open(database.path, KEY, author="coach-1", clock=Watch())
    with again.write() as writer:
        writer.audit("person.opened")
    with again.read() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == 0
        assert integrity(connection).sound
    again.close()


def test_nothing_of_what_was_deleted_stays_in_the_log_beside_the_file(database: Database) -> None:
    log = database.path.with_name(f"{database.path.name}-wal")
    with database.write() as writer:
        rhythm = writer.put(BusyTime(id="1", on=MONDAY, at=time(9), minutes=30), "test.put")
    assert log.stat().st_size > 0
    with database.write() as writer:
        writer.delete(rhythm, "test.dropped")
    assert log.stat().st_size == 0
