import json
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import Connection, Executable, Row, delete, select, update

from coachdesk.people import Person
from coachdesk.storage import Database, find, verify_audit
from coachdesk.storage.changes import content_hash
from coachdesk.storage.from_log import from_log
from coachdesk.storage.tables import AUDIT, CHANGE_BODIES, CHANGES
from tests.core.storage.samples import Watch, a_person, an_action, an_answer, an_interview, one_of_each


def changes(connection: Connection) -> list[Row[tuple[object, ...]]]:
    joined = select(CHANGES, CHANGE_BODIES.c.salt, CHANGE_BODIES.c.before, CHANGE_BODIES.c.after)
    return list(connection.execute(joined.outerjoin_from(CHANGES, CHANGE_BODIES).order_by(CHANGES.c.number)))


def test_every_write_leaves_a_change_with_what_was_before_and_after(database: Database) -> None:
    with database.write() as writer:
        first = writer.put(a_person("Amira"), "person.added")
        second = writer.put(replace(first, given_name="Amirah"), "person.changed")
        action = writer.put(an_action(second), "action.added")
        writer.delete(action, "action.dropped")
    with database.read() as connection:
        added, changed, _, dropped = changes(connection)
    assert (added.code, added.kept_in, added.record_id, added.version) == ("person.added", "people", first.id, 1)
    assert added.before is None
    assert json.loads(added.after)["given_name"] == "Amira"
    assert json.loads(changed.before)["given_name"] == "Amira"
    assert json.loads(changed.after)["given_name"] == "Amirah"
    assert (dropped.code, dropped.version, dropped.after) == ("action.dropped", 0, None)
    assert json.loads(dropped.before)["text"] == action.text


def test_a_changes_hash_is_that_of_its_body_and_salted(database: Database) -> None:
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
    with database.read() as connection:
        (change,) = changes(connection)
    assert change.hash == content_hash(change.salt, change.after)
    assert change.hash != content_hash("", change.after)


def test_the_audit_line_stands_for_everything_that_the_same_transaction_wrote(database: Database) -> None:
    with database.write() as writer:
        writer.put(an_action(writer.put(a_person("Amira"), "person.added")), "action.added")
        writer.audit("action.added")
    with database.read() as connection:
        made = [change.hash for change in changes(connection)]
        written = connection.execute(select(AUDIT.c.written)).scalar()
    assert len(made) == 2
    assert written == sha256(json.dumps(made, separators=(",", ":")).encode()).hexdigest()


def test_everything_is_filed_under_the_person_it_is_about(database: Database) -> None:
    records = one_of_each()
    with database.write() as writer:
        for record in records:
            writer.put(record, "test.put")
    with database.read() as connection:
        about = {change.kept_in: change.person_id for change in changes(connection)}
    assert about.pop("taken_times") == ""  # a time that another calendar has taken is nobody's
    assert about.pop("colleagues") == ""
    assert set(about.values()) == {records[0].id}


def test_the_bytes_of_an_issued_document_are_not_kept_twice(database: Database) -> None:
    with database.write() as writer:
        for record in one_of_each():
            writer.put(record, "test.put")
    with database.read() as connection:
        filed = next(change for change in changes(connection) if change.kept_in == "commitment_files")
    assert (filed.before, filed.after) == (None, None)
    assert len(filed.hash) == 64


def test_an_answer_leaves_one_change_for_each_visit_however_often_it_is_saved(database: Database, watch: Watch) -> None:
    with database.write() as writer:
        interview = writer.put(an_interview(writer.put(a_person(), "person.added")), "interview.started")
        answer = writer.put(an_answer(interview, value='"9"'), "answer.written", visit="visit-1")
    for said, visit in (
        ('"9 t"', "visit-1"),
        ('"9 to 3"', "visit-1"),
        ('"9 to 4"', "visit-2"),
        ('"9 to 5"', "visit-2"),
    ):
        watch.move_on()
        with database.write() as writer:
            answer = writer.put(replace(answer, value=said), "answer.written", visit=visit)
    with database.read() as connection:
        first, second = (change for change in changes(connection) if change.kept_in == "answers")
    assert (first.before, json.loads(first.after)["value"], first.version) == (None, '"9 to 3"', 3)
    assert json.loads(second.before)["value"] == '"9 to 3"'
    assert (json.loads(second.after)["value"], second.version) == ('"9 to 5"', 5)
    assert second.at == watch.moment
    assert answer.version == 5


def test_the_audit_says_who_did_what_to_whom_and_verifies(database: Database) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Amira"), "person.added")
        writer.audit("person.added", subject=person.id, record=person.id)
    with database.write() as writer:
        writer.audit("person.opened", subject=person.id)
    with database.read() as connection:
        added, opened = connection.execute(select(AUDIT).order_by(AUDIT.c.number)).all()
        assert verify_audit(connection) is None
    assert (added.code, added.subject, added.author) == ("person.added", person.id, "coach-1")
    assert added.written
    assert (opened.code, opened.written, opened.previous) == ("person.opened", "", added.hash)


@pytest.mark.parametrize(
    ("tampered", "broken_at"),
    [
        (update(AUDIT).where(AUDIT.c.number == 3).values(subject="somebody else"), 3),
        (update(AUDIT).where(AUDIT.c.number == 3).values(hash="0" * 64), 3),
        (update(AUDIT).where(AUDIT.c.number == 5).values(author="coach-2"), 5),
        (delete(AUDIT).where(AUDIT.c.number == 2), 2),
        (delete(AUDIT).where(AUDIT.c.number == 1), 1),
        (update(AUDIT).where(AUDIT.c.number == 5).values(number=0), 1),
    ],
)
def test_an_audit_that_was_tampered_with_names_the_first_wrong_line(
    database: Database, tampered: Executable, broken_at: int
) -> None:
    for _ in range(5):
        with database.write() as writer:
            writer.audit("person.opened", subject="somebody")
    with database.write() as writer:
        assert verify_audit(writer.connection) is None
        writer.connection.execute(tampered)
        assert verify_audit(writer.connection) == broken_at


def test_a_write_that_failed_leaves_neither_change_nor_audit(database: Database) -> None:
    with suppress(ZeroDivisionError), database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
        writer.audit("person.added")
        raise ZeroDivisionError
    with database.read() as connection:
        assert not changes(connection)
        assert not connection.execute(select(AUDIT)).all()


@pytest.mark.parametrize("altered", [False, True])
def test_a_lost_record_comes_out_of_the_log_only_as_its_hash_proves_it(database: Database, *, altered: bool) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Amira"), "person.added")
    with database.write() as writer:
        writer.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        writer.connection.exec_driver_sql("DELETE FROM people")
        if altered:
            writer.connection.exec_driver_sql("UPDATE change_bodies SET after = replace(after, 'Amira', 'Amina')")
        assert from_log(writer.connection, "people", person.id) is not altered
    with database.read() as connection:
        assert [each.given_name for each in find(connection, Person)] == ([] if altered else ["Amira"])
