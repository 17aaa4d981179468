from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from coachdesk.people import Person
from coachdesk.storage import Database
from tests.core.finding.measure import HELD_OUT, TUNING, Meant, by_rules, fill, first, missed
from tests.core.storage.samples import KEY, Watch

ENOUGH = 0.95


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, list[Person], list[Meant]]]:
    database = Database.open(tmp_path_factory.mktemp("finding") / "vault", KEY, author="coach-1", clock=Watch())
    yield (database, *fill(database))
    database.close()


@pytest.fixture
def caseload(filled: tuple[Database, list[Person], list[Meant]]) -> Iterator[Connection]:
    with filled[0].read() as connection:
        yield connection


def test_the_right_person_is_among_the_first_three_for_95_of_100_misspelt_names(
    filled: tuple[Database, list[Person], list[Meant]], caseload: Connection
) -> None:
    _database, people, hand = filled
    lists = [hand[0::2], hand[1::2], by_rules(people, TUNING), by_rules(people, HELD_OUT)]
    assert sum(map(len, lists)) >= 150
    for meant in lists:
        wrong = missed(caseload, meant)
        assert len(wrong) <= (1 - ENOUGH) * len(meant), wrong


@pytest.mark.parametrize(
    "typed",
    [
        "Bil Jonson",  # a short form with an error, a family name without its silent letter, half of a hyphened name
        "ohn Wetherby",  # the first letter is missing
        "Gryffudd Owen",  # the names have changed places, and one is heard
        "Shivaun Gallaher",
        "Катерина Мельник",
        "FEATHERSTONEHAUGH  peggy ",
        "vandenberg",
        "shaun o flaherty",
        "St John-Rivers",
        "margaretfeatherstonehaugh",
    ],
)
def test_what_people_type_finds_who_they_mean(
    filled: tuple[Database, list[Person], list[Meant]], caseload: Connection, typed: str
) -> None:
    meant = {
        "Bil Jonson": "William Johnson-Hargreave",
        "ohn Wetherby": "John Wetherby",
        "Gryffudd Owen": "Owain Gruffudd",
        "Shivaun Gallaher": "Siobhán Gallagher-Quinn",
        "Катерина Мельник": "Kateryna Melnyk-Rudenko",
        "FEATHERSTONEHAUGH  peggy ": "Margaret Featherstonehaugh",
        "vandenberg": "Pieter van den Berg",
        "shaun o flaherty": "Séan O’Flaherty",
        "St John-Rivers": "Timothy St John-Rivers",
        "margaretfeatherstonehaugh": "Margaret Featherstonehaugh",
    }[typed]
    assert meant in first(caseload, typed)


def test_a_keystroke_takes_a_few_statements_whatever_the_caseload(
    filled: tuple[Database, list[Person], list[Meant]], caseload: Connection
) -> None:
    driver = caseload.connection.driver_connection
    assert driver is not None
    for typed in ("s", "mohammed ali", "smith 1985", "jonson wiliam 2/3/95", "07700"):
        asked: list[str] = []
        driver.set_trace_callback(asked.append)
        first(caseload, typed)
        driver.set_trace_callback(None)
        assert len(asked) <= 30, typed
