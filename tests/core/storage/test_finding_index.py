from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import Connection

from coachdesk.ids import new_id
from coachdesk.name_lists import forms
from coachdesk.people import Person
from coachdesk.people.spelling import folded, keys_of, sound
from coachdesk.plans import Action, Goal, Party
from coachdesk.privacy import Privacy
from coachdesk.storage import Database, people_rows
from coachdesk.storage.search_rebuild import KEYS_VERSION, rebuild
from coachdesk.storage.search_tables import (
    AGREED_INDEX,
    KEYS_MADE,
    NAME_KEYS,
    NAME_PARTS,
    NAME_WORDS,
    PEOPLE_COUNTS,
    PHONE_KEYS,
)
from tests.core.storage.pages import decrypted
from tests.core.storage.samples import KEY, MONDAY, STARTED, Watch, a_person

BORN = date(1985, 3, 2)
MARK = "zqxjwvk"


def found(database: Database, typed: str, *, archived: bool = False) -> list[str]:
    with database.read() as connection:
        rows = people_rows(connection, typed, day=MONDAY, forms=forms(), archived=archived)
    return [row.full_name for row in rows]


def kept(database: Database, person: Person, *more: Goal | Action) -> Person:
    with database.write() as writer:
        stored = writer.put(person, "person.added")
        for each in more:
            writer.put(each, "plan.added")
    return stored


def action(person: Person, text: str, privacy: Privacy = Privacy.PAPER) -> Action:
    return Action(id=new_id(), person_id=person.id, text=text, owner=Party.CLAIMANT, privacy=privacy)


@pytest.mark.parametrize(
    "typed",
    ["2/3/85", "02.03.1985", "2 March 1985", "2nd mar 85", "1985-03-02", "020385", "02031985", "reid 1985", "cal 2/3"],
)
def test_a_date_of_birth_is_found_in_any_layout_alone_and_with_a_name(database: Database, typed: str) -> None:
    kept(database, replace(a_person("Cal", "Reid"), date_of_birth=BORN))
    kept(database, replace(a_person("Cal", "Reid-Jones"), date_of_birth=date(1991, 7, 9)))
    assert found(database, typed)[0] == "Cal Reid"


def test_day_and_month_that_changed_places_are_found_too(database: Database) -> None:
    kept(database, replace(a_person("Cal", "Reid"), date_of_birth=BORN))
    assert found(database, "3/2/1985") == ["Cal Reid"]


@pytest.mark.parametrize(
    "typed", ["07700 900123", "+44 7700 900 123", "0044(0)7700-900123", "900123", "0123", "07700 9"]
)
def test_a_phone_number_is_found_however_it_is_spaced_and_by_its_last_digits(database: Database, typed: str) -> None:
    kept(database, replace(a_person("Cal", "Reid"), phone="+44 (0)7700 900123, or 0161 496 0000"))
    kept(database, replace(a_person("Ruth", "Osei"), phone="01924 555 555"))
    assert found(database, typed) == ["Cal Reid"]


def test_what_was_agreed_finds_a_person_unless_it_is_between_us(database: Database) -> None:
    person = a_person("Cal", "Reid")
    goal = Goal(id=new_id(), person_id=person.id, text="Drive a forklift again")
    kept(database, person, goal, action(person, f"Speak about the {MARK}", Privacy.BETWEEN_US))
    assert found(database, "forklift") == found(database, "fork lift") == found(database, "reid forkl") == ["Cal Reid"]
    assert found(database, MARK) == []


def test_words_that_become_between_us_or_are_deleted_are_forgotten(database: Database) -> None:
    person = kept(database, a_person("Cal", "Reid"))
    with database.write() as writer:
        first = writer.put(action(person, f"Ask about {MARK}one"), "plan.added")
        second = writer.put(action(person, f"Ask about {MARK}two"), "plan.added")
    assert found(database, f"{MARK}one") == ["Cal Reid"]
    with database.write() as writer:
        writer.put(replace(first, privacy=Privacy.BETWEEN_US), "plan.changed")
        writer.delete(second, "plan.removed")
    assert found(database, f"{MARK}one") == found(database, f"{MARK}two") == []
    with database.read() as connection:
        assert connection.execute(AGREED_INDEX.select()).all() == []


def test_what_was_agreed_with_somebody_who_left_is_forgotten_and_comes_back_with_them(database: Database) -> None:
    person = a_person("Cal", "Reid")
    stored = kept(database, person, action(person, "Book the forklift licence"))
    with database.write() as writer:
        gone = writer.put(replace(stored, archived_at=STARTED), "person.archived")
        writer.put(action(person, "Renew the forklift licence"), "plan.added")
    with database.read() as connection:
        assert connection.execute(AGREED_INDEX.select()).all() == []
    assert found(database, "forklift", archived=True) == []
    assert found(database, "reed", archived=True) == ["Cal Reid"]
    with database.write() as writer:
        writer.put(replace(gone, archived_at=None), "person.restored")
    assert found(database, "forklift") == ["Cal Reid"]


def test_a_deleted_person_leaves_nothing_in_the_index_and_in_no_page(database: Database) -> None:
    kept(database, a_person("Gareth", "Pugh"))
    person = replace(a_person(f"{MARK}one", f"{MARK}two", f"{MARK}three"), phone="07700 900123", date_of_birth=BORN)
    stored = kept(database, person, action(person, f"Ask about {MARK}four"))
    with database.read() as connection:
        before = len(connection.execute(NAME_KEYS.select()).all())
    with database.write() as writer:
        writer.delete(stored, "person.erased")
    with database.read() as connection:
        assert {row.part for row in connection.execute(NAME_WORDS.select())} == {"gareth", "pugh"}
        assert len(connection.execute(NAME_KEYS.select()).all()) < before
        assert {len(connection.execute(table.select()).all()) for table in (PHONE_KEYS, AGREED_INDEX)} == {0}
        assert len(connection.execute(NAME_PARTS.select()).all()) == 2
    assert database.path.with_name(f"{database.path.name}-wal").stat().st_size == 0
    at_once = decrypted(database.path, KEY)
    database.close()
    for pages in (at_once, decrypted(database.path, KEY)):
        seen = pages.decode("utf-8", errors="replace").casefold()
        assert "gareth" in seen
        for piece in ("zqx", "qxj", "xjw", "jwv", "wvk", "07700900123", "321009", "1985-03-02"):
            assert piece not in seen


def test_a_word_that_others_still_bear_stays(database: Database) -> None:
    first = kept(database, a_person("Cal", "Reid"))
    kept(database, a_person("Ruth", "Reid"))
    with database.write() as writer:
        writer.delete(first, "person.erased")
    assert found(database, "reed") == ["Ruth Reid"]
    assert found(database, "cal") == []


def index(connection: Connection) -> list[list[tuple[object, ...]]]:
    tables = (NAME_WORDS, NAME_KEYS, NAME_PARTS, PHONE_KEYS, PEOPLE_COUNTS)
    return [sorted(tuple(row) for row in connection.execute(table.select())) for table in tables]


def test_an_index_made_by_older_rules_is_made_anew_when_the_vault_is_opened(database: Database) -> None:
    person = replace(a_person("Abdul Karim", "O'Brien-Łęcka", "Abs"), phone="07700 900123", date_of_birth=BORN)
    kept(database, person, action(person, "Book the forklift licence"))
    with database.read() as connection:
        before = index(connection)
    with database.write() as writer:
        rebuild(writer.connection)
        writer.connection.execute(KEYS_MADE.update().values(version=0))
        writer.connection.execute(NAME_KEYS.delete())
    database.close()
    again = Database.open(database.path, KEY, author="coach-1", clock=Watch())
    with again.read() as connection:
        assert index(connection) == before
        assert connection.execute(KEYS_MADE.select()).scalar() == KEYS_VERSION
    assert found(again, "forklift") == found(again, "obrian") == ["Abdul Karim O'Brien-Łęcka"]
    again.close()


def test_whoever_changes_the_keys_of_words_counts_their_version_up() -> None:
    words = "smith kowalczyk mcdonald siobhan gruffydd chaudhry krzysztof 王 obrien nguyen"
    keys = "\n".join(",".join(sorted(keys_of(word, folded(word), sound(folded(word))))) for word in words.split())
    assert (KEYS_VERSION, sha256(keys.encode()).hexdigest()[:12]) == (1, "d9cba1d09f94")


@contextmanager
def plans(connection: Connection) -> Iterator[list[str]]:
    """How SQLite goes about every statement, as it says itself."""
    driver = connection.connection.driver_connection
    assert driver is not None
    asked: list[str] = []
    steps: list[str] = []
    driver.set_trace_callback(asked.append)
    yield steps
    driver.set_trace_callback(None)
    for statement in asked:
        if statement.startswith("SELECT") and "_fts_" not in statement:  # those are FTS5's own
            steps += [str(row[3]) for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]


@pytest.mark.parametrize(
    "typed",
    ["s", "smi", "jonson wiliam", "mohammed ali 2/3/85", "smith 1985", "900123", "fork lift", "john paul smith jones"],
)
def test_nothing_that_is_typed_reads_a_whole_table(database: Database, typed: str) -> None:
    person = replace(a_person("William", "Johnson"), date_of_birth=BORN, phone="07700 900123")
    kept(database, person, action(person, "Book the forklift licence"))
    with database.read() as connection, plans(connection) as steps:
        people_rows(connection, typed, day=MONDAY, forms=forms())
    assert steps
    assert [step for step in steps if step.startswith("SCAN") and " VIRTUAL TABLE" not in step] == []
    assert [step for step in steps if step.endswith("(archived=?)")] == []  # that is the whole caseload too
