"""The watch itself: what it counts, and which plans it calls a full scan."""

from sqlalchemy import select, text

from coachdesk.people import Person
from coachdesk.storage import Database, find, get, table_of
from tests.core.storage.samples import a_person
from tests.core.storage.statements import full_scans, watched


def test_every_statement_is_counted_with_its_rows_on_whichever_connection(database: Database) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Amira", "Khalil"), "person.added")
        writer.put(a_person("Bo", "Ek"), "person.added")
    with watched(database) as work:
        with database.read() as first, database.read() as second:
            find(first, Person)
            get(second, Person, person.id)
        with database.write() as writer:
            writer.audit("test.put")
    assert work.rows == 3
    assert [statement.split()[0] for statement in work.statements] == ["SELECT", "SELECT", "SELECT", "INSERT"]
    assert person.id in work.statements[1]
    steps = work.steps
    with database.read() as connection:
        find(connection, Person)
    assert (len(work.statements), work.rows, work.steps) == (4, 3, steps)


def test_what_is_read_inside_a_query_counts_although_it_gives_one_row(database: Database) -> None:
    def steps() -> int:
        with watched(database) as work, database.read() as connection:
            connection.execute(text("SELECT max(given_name) FROM people"))
        return work.steps

    before = steps()
    with database.write() as writer:
        for _number in range(50):
            writer.put(a_person(), "person.added")
    assert steps() >= before + 50


def test_a_whole_table_and_a_whole_index_are_full_scans_and_a_key_is_none(database: Database) -> None:
    people = table_of(Person)
    with watched(database) as work, database.read() as connection:
        connection.execute(select(people.c.phone))
        connection.execute(text("SELECT count(*) FROM people_index"))
        connection.execute(select(people.c.phone).where(people.c.id == "somebody"))
        connection.execute(text("SELECT words FROM agreed_fts"))
        connection.execute(text("SELECT words FROM agreed_fts WHERE words MATCH 'forklift'"))
        connection.execute(text("SELECT version FROM search_keys_made, json_each('[1]')"))
    found = full_scans(database, work.statements, but=["search_keys_made"])
    assert [step.split()[1] for step in found] == ["people", "people_index", "agreed_fts"]
