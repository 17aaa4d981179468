from dataclasses import replace

import pytest

from coachdesk.storage import Database, people_count, people_rows
from tests.core.storage.samples import MONDAY, STARTED, a_person

CASELOAD = (
    ("Amira", "Khalil", ""),
    ("Siân", "O’Brien-Łęcka", ""),
    ("Mohammed", "Aziz", "Mo"),
    ("Muhammad", "Azeez", ""),
    ("Zoë", "Smyth", ""),
    ("Maria", "Kahn", ""),
    ("Marie", "Kahnweiler", ""),
    ("José Ángel", "Núñez", ""),
    ("明", "王", ""),
)


@pytest.fixture
def caseload(database: Database) -> Database:
    with database.write() as writer:
        for given, family, preferred in CASELOAD:
            writer.put(a_person(given, family, preferred), "person.added")
    return database


def found(database: Database, typed: str) -> list[str]:
    with database.read() as connection:
        return [row.full_name for row in people_rows(connection, typed, day=MONDAY)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("am", "Amira Khalil"),
        ("AMIRA", "Amira Khalil"),
        ("khalil amira", "Amira Khalil"),
        ("kha am", "Amira Khalil"),
        ("  amira\tkhalil ", "Amira Khalil"),
        ("sian", "Siân O’Brien-Łęcka"),
        ("obrien", "Siân O’Brien-Łęcka"),
        ("o'brien", "Siân O’Brien-Łęcka"),
        ("lecka", "Siân O’Brien-Łęcka"),
        ("Mo", "Mohammed Aziz"),
        ("zoe", "Zoë Smyth"),
        ("jose nunez", "José Ángel Núñez"),
        ("angel", "José Ángel Núñez"),
        ("王", "明 王"),
    ],
)
def test_a_name_is_found_by_how_any_part_begins_in_any_order_and_without_accents(
    caseload: Database, typed: str, first: str
) -> None:
    assert found(caseload, typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("amria", "Amira Khalil"),
        ("kalil", "Amira Khalil"),
        ("Mohamed Azis", "Mohammed Aziz"),
        ("Smith", "Zoë Smyth"),
        ("Zoey Smyth", "Zoë Smyth"),
        ("o brien", "Siân O’Brien-Łęcka"),
        ("Shan OBrian", "Siân O’Brien-Łęcka"),
    ],
)
def test_a_misspelt_name_is_found(caseload: Database, typed: str, expected: str) -> None:
    assert expected in found(caseload, typed)


def test_whole_names_come_before_beginnings_and_beginnings_before_what_is_spelt_alike(caseload: Database) -> None:
    assert found(caseload, "kahn") == ["Maria Kahn", "Marie Kahnweiler"]
    assert found(caseload, "maria")[:2] == ["Maria Kahn", "Marie Kahnweiler"]


@pytest.mark.parametrize("typed", ["xyzzy", '" OR "', "* NEAR(", "'; --", "-", "%", "___"])
def test_what_is_nobodys_name_finds_nobody_and_breaks_nothing(caseload: Database, typed: str) -> None:
    assert found(caseload, typed) == []


def test_nothing_typed_lists_everybody_by_family_name_in_windows(caseload: Database) -> None:
    everybody = found(caseload, " ")
    assert [name.split()[-1] for name in everybody[:5]] == ["Azeez", "Aziz", "Kahn", "Kahnweiler", "Khalil"]
    with caseload.read() as connection:
        windows = [people_rows(connection, day=MONDAY, limit=4, offset=start) for start in (0, 4, 8)]
        assert people_count(connection) == len(CASELOAD)
    assert [row.full_name for window in windows for row in window] == everybody


def test_a_search_is_shown_in_windows_too(caseload: Database) -> None:
    with caseload.read() as connection:
        whole = people_rows(connection, "ma", day=MONDAY)
        windows = [people_rows(connection, "ma", day=MONDAY, limit=1, offset=start) for start in range(len(whole))]
    assert tuple(row for window in windows for row in window) == whole


def test_a_changed_name_is_found_and_the_old_one_is_not(database: Database) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Robert", "Blackwood"), "person.added")
        writer.put(replace(person, given_name="Kim", family_name="Fletcher"), "person.changed")
    assert found(database, "kim fletcher") == ["Kim Fletcher"]
    assert found(database, "robert") == found(database, "blackwod") == []


def test_a_person_is_found_by_the_name_that_stands_on_paper_too(database: Database) -> None:
    with database.write() as writer:
        writer.put(replace(a_person("明", "王"), paper_name="Wang Ming"), "person.added")
    assert found(database, "ming wang") == found(database, "王") == ["明 王"]


def test_who_has_left_the_caseload_is_looked_for_apart(database: Database) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Amira", "Khalil"), "person.added")
        writer.put(replace(person, archived_at=STARTED), "person.archived")
    with database.read() as connection:
        assert people_rows(connection, "amira", day=MONDAY) == people_rows(connection, day=MONDAY) == ()
        assert people_rows(connection, "kalil", day=MONDAY) == ()
        (row,) = people_rows(connection, "amira", day=MONDAY, archived=True)
        assert row.archived
        assert (people_count(connection), people_count(connection, archived=True)) == (0, 1)


def test_people_are_counted_as_they_come_leave_come_back_and_are_erased(database: Database) -> None:
    def counts() -> tuple[int, int]:
        with database.read() as connection:
            return people_count(connection), people_count(connection, archived=True)

    assert counts() == (0, 0)
    with database.write() as writer:
        first, second = (writer.put(a_person(name, "Ek"), "person.added") for name in ("Ann", "Bo"))
    assert counts() == (2, 0)
    with database.write() as writer:
        first = writer.put(replace(first, archived_at=STARTED), "person.archived")
        second = writer.put(replace(second, given_name="Bob"), "person.changed")
    assert counts() == (1, 1)
    with database.write() as writer:
        first = writer.put(replace(first, archived_at=None), "person.restored")
        writer.delete(second, "person.erased")
    assert counts() == (1, 0)
