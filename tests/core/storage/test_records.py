from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlcipher3 import dbapi2

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.plans import Action, Party
from coachdesk.records import Record
from coachdesk.storage import Database, find, get, info, table_of
from coachdesk.storage.tables import kinds
from tests.core.storage.samples import MONDAY, Watch, a_person, an_action, an_appointment, one_of_each, whose_vault


def test_a_record_of_every_kind_comes_back_as_it_was_put(database: Database) -> None:
    with database.write() as writer:
        stored = [writer.put(record, "test.put") for record in one_of_each()]
    with database.read() as connection:
        assert [get(connection, type(record), record.id) for record in stored] == stored
    assert {type(record) for record in stored} == set(kinds())


def test_what_is_put_gets_version_author_and_stamps(database: Database, watch: Watch) -> None:
    with database.write() as writer:
        first = writer.put(a_person(), "person.added")
    began = watch.moment
    watch.move_on(60)
    with database.write() as writer:
        second = writer.put(replace(first, given_name="Sian"), "person.changed")
    assert (first.version, first.author, first.created_at, first.updated_at) == (1, "coach-1", began, began)
    assert (second.version, second.created_at, second.updated_at) == (2, began, began + timedelta(seconds=60))


def test_a_write_that_read_an_older_version_is_refused_and_changes_nothing(database: Database) -> None:
    with database.write() as writer:
        first = writer.put(a_person(), "person.added")
        writer.put(replace(first, given_name="Sian"), "person.changed")
    with pytest.raises(AppError, match=r"storage\.stale"), database.write() as writer:
        writer.put(replace(first, given_name="Susan"), "person.changed")
    with database.read() as connection:
        assert get(connection, Person, first.id).given_name == "Sian"


@pytest.mark.parametrize("version", [1, 7])
def test_a_change_of_what_is_not_there_is_refused(database: Database, version: int) -> None:
    with pytest.raises(AppError, match=r"storage\.not-found"), database.write() as writer:
        writer.put(replace(a_person(), version=version), "person.changed")


def test_what_was_never_put_is_not_found(database: Database) -> None:
    with database.read() as connection, pytest.raises(AppError) as refused:
        get(connection, Person, "nobody")
    assert (refused.value.code, refused.value.details) == ("storage.not-found", {"kind": "people"})


def test_find_asks_in_python_values_and_keeps_the_order_that_was_asked_for(database: Database) -> None:
    person = a_person()
    later, sooner = an_action(person, Party.COACH, MONDAY), an_action(person, Party.COACH, MONDAY - timedelta(days=3))
    hers = an_action(person, Party.CLAIMANT)
    with database.write() as writer:
        for record in (person, later, sooner, hers):
            writer.put(record, "test.put")
    columns = table_of(Action).c
    with database.read() as connection:
        found = find(connection, Action, columns.owner == Party.COACH, columns.by <= MONDAY, order_by=(columns.by,))
        newest = find(connection, Action, columns.person_id == person.id, order_by=(columns.id.desc(),), limit=1)
    assert [each.id for each in found] == [sooner.id, later.id]
    assert [each.id for each in newest] == [hers.id]


def test_a_record_of_nobody_is_refused_by_the_file_itself(database: Database) -> None:
    with pytest.raises(dbapi2.IntegrityError), database.write() as writer:
        writer.put(an_appointment(a_person()), "appointment.booked")


def test_moments_are_kept_in_utc_whatever_zone_they_came_in(database: Database) -> None:
    paris = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    with database.write() as writer:
        stored = writer.put(replace(a_person(), archived_at=paris), "person.archived")
    with database.read() as connection:
        archived_at = get(connection, Person, stored.id).archived_at
    assert archived_at == paris
    assert archived_at is not None
    assert archived_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_a_bug(database: Database) -> None:
    with pytest.raises(ValueError, match="without a zone"), database.write() as writer:
        writer.put(replace(a_person(), archived_at=datetime(2026, 7, 1)), "person.archived")  # noqa: DTZ001 - its point


@pytest.mark.parametrize("words", ["x" * 20_000, "'); DROP TABLE people; --", "%_\\\x00 \u202e<b>", "🧸 Ngũgĩ"])
def test_whatever_was_typed_is_kept_to_the_letter(database: Database, words: str) -> None:
    with database.write() as writer:
        person = writer.put(a_person(), "person.added")
        action: Record = writer.put(replace(an_action(person), text=words), "action.added")
    with database.read() as connection:
        assert get(connection, Action, action.id).text == words


def test_whose_vault_it_is_is_said_once_and_changed_with_its_version(database: Database) -> None:
    with database.read() as connection, pytest.raises(AppError, match=r"storage\.not-found"):
        info(connection)
    with database.write() as writer:
        said = writer.set_info(whose_vault())
        changed = writer.set_info(replace(said, site="Southtown"))
    with database.read() as connection:
        assert info(connection) == changed
    with pytest.raises(AppError, match=r"storage\.stale"), database.write() as writer:
        writer.set_info(replace(said, site="Easttown"))


def test_the_numbers_of_commitments_count_up_and_survive_closing(database: Database, watch: Watch) -> None:
    with pytest.raises(AppError, match=r"storage\.not-found"), database.write() as writer:
        writer.next_number()
    with database.write() as writer:
        writer.set_info(whose_vault())
        assert [writer.next_number(), writer.next_number()] == [1, 2]
    database.close()
    again = Database.open(database.path, database.key, author="coach-1", clock=watch)
    with again.write() as writer:
        said = info(writer.connection)
        writer.set_info(replace(said, coach_name="Sam Leigh"))
        assert writer.next_number() == 3
    again.close()
