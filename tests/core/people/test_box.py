from datetime import date

import pytest

from coachdesk.people.box import details_of, read_box
from coachdesk.people.phones import national

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Siân   O’Brien-Łęcka ", ("sian", "obrien", "lecka")),
        ("Mr John Smith", ("john", "smith")),
        ("miss", ("miss",)),
        ("Smith, dob 2/3/85", ("smith",)),
        ("May April 1985", ("may",)),
        ("Анна Щукина", ("anna", "shchukina")),
        ("--- '; %", ()),
        ("a b c d e f g h", ("a", "b", "c", "d", "e", "f")),
    ],
)
def test_the_words_are_what_is_neither_a_date_nor_a_number(typed: str, words: tuple[str, ...]) -> None:
    assert read_box(typed, TODAY).words == words


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("2/3/85", [("1985-03-02", "1985-03-02"), ("1985-02-03", "1985-02-03")]),
        ("13/2/1985", [("1985-02-13", "1985-02-13")]),
        ("2/13/1985", [("1985-02-13", "1985-02-13")]),
        ("3 mawrth 1995", [("1995-03-03", "1995-03-03")]),
        ("3rd of Sept. 05", [("2005-09-03", "2005-09-03")]),
        ("March 3, 1995", [("1995-03-03", "1995-03-03")]),
        ("19850302", [("1985-03-02", "1985-03-02"), ("1985-02-03", "1985-02-03")]),
        ("March 1985", [("1985-03-01", "1985-03-31")]),
        ("12/1985", [("1985-12-01", "1985-12-31")]),
        ("1985", [("1985-01-01", "1985-12-31")]),
        ("2/3", [None, None]),
        ("00/03/1985", [("1985-03-01", "1985-03-31")]),
        ("2/00/1985", []),
        ("000123", [("1923-01-01", "1923-01-31"), ("2023-01-01", "2023-01-31")]),
        ("31/2/1985", []),
        ("2/3/2031", []),
        ("5/5/5", []),
    ],
)
def test_a_date_is_read_in_any_layout_and_what_is_none_is_not_read(typed: str, spans: list[object]) -> None:
    assert [each.span for each in read_box(typed, TODAY).born] == spans


def test_a_year_of_two_digits_is_of_somebody_who_may_be_on_a_caseload() -> None:
    assert [each.year for each in read_box("1 jan 05", TODAY).born] == [2005]
    assert [each.year for each in read_box("1 jan 65", TODAY).born] == [1965]
    assert [each.year for each in read_box("1 jan 20", TODAY).born] == [1920, 2020]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+44 (0)7700 900123", ("07700900123",)),
        ("0044 7700-900123", ("07700900123",)),
        ("07700 900123, or (0161) 496 0000", ("07700900123", "01614960000")),
        ("ext 12", ()),
    ],
)
def test_a_number_is_the_same_however_it_is_written(text: str, numbers: tuple[str, ...]) -> None:
    assert national(text) == numbers


def test_six_digits_may_be_a_date_and_the_end_of_a_number() -> None:
    box = read_box("020385", TODAY)
    assert (box.born[0].span, box.phone) == (("1985-03-02", "1985-03-02"), "020385")


@pytest.mark.parametrize(
    ("typed", "details"),
    [
        ("siân o'brien 2/3/85", ("Siân", "O'Brien", "1985-03-02", "")),
        ("MCKAY, RUTH", ("Ruth", "Mckay", "", "")),
        ("Pieter van den Berg 07700 900123", ("Pieter", "van den Berg", "", "07700900123")),
        ("1985", ("", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_what_was_typed_to_find_somebody_is_the_beginning_of_their_record(
    typed: str, details: tuple[str, str, str, str]
) -> None:
    names = ("given_name", "family_name", "date_of_birth", "phone")
    assert details_of(typed, TODAY) == dict(zip(names, details, strict=True))


@pytest.mark.parametrize("typed", ["QQ 12 03 85 C", "qq120385c", "Amira QQ 12-03-85 C"])
def test_a_national_insurance_number_is_no_date_no_phone_and_no_part_of_a_new_record(typed: str) -> None:
    box = read_box(typed, TODAY)
    assert (box.born, box.phone, box.words) == ((), "", ("amira",) if "Amira" in typed else ())
    assert details_of(typed, TODAY)["date_of_birth"] == details_of(typed, TODAY)["phone"] == ""
