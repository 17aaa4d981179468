from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.people import Person, age_on, check_person, search_key

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Łukasz Nowak", "lukasz nowak"),
        ("Siân", "sian"),
        ("SØREN", "soren"),
        ("O’Brien-Jones", "obrien jones"),
        ("O'Brien", "obrien"),
        ("  Amira   Khalil ", "amira khalil"),
        ("Đặng Þóra", "dang thora"),
        ("Strauß", "strauss"),
        ("Æthelred Œuf", "aethelred oeuf"),
        ("Ŵŷn", "wyn"),
        ("ﬁona", "fiona"),
        ("ΝΊΚΗ", "νικη"),
        ("", ""),
    ],
)
def test_a_name_is_found_however_it_is_spelt(typed: str, key: str) -> None:
    assert search_key(typed) == key


@given(st.text())
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    once = search_key(text)
    assert search_key(once) == once


def codes(person: Person) -> list[str]:
    return [problem.code for problem in check_person(person, TODAY)]


def test_a_name_is_all_that_a_person_needs() -> None:
    assert codes(Person(id="p", given_name="Kezia", family_name="")) == []
    assert codes(Person(id="p", given_name="", family_name="", preferred_name="Kez")) == []


def test_a_person_without_any_name_cannot_be_found_again() -> None:
    (problem,) = check_person(Person(id="p", given_name=" ", family_name=""), TODAY)
    assert (problem.code, problem.field, problem.text) == ("person.no-name", "given_name", "Enter a name.")


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2026, 12, 2), ["person.future-birth"]),
        (date(2026, 12, 1), []),
        (date(1906, 12, 1), []),
        (date(1905, 12, 1), ["person.implausible-age"]),
        (date(1995, 3, 2), []),
    ],
)
def test_a_date_of_birth_that_cannot_be_is_named(born: date, expected: list[str]) -> None:
    assert codes(Person(id="p", given_name="Amira", family_name="Khalil", date_of_birth=born)) == expected


def test_age_is_counted_in_whole_years() -> None:
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18
    assert age_on(date(1995, 12, 1), TODAY) == 31
