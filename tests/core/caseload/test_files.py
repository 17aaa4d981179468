"""Written and read again, in any layout, and whatever the bytes are."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coachdesk.caseload import Checked, check_row, guess, layout_of, rows, written
from coachdesk.caseload.cells import guarded, plain
from coachdesk.i18n import Language, use
from coachdesk.people import Nation, Need, Person

TODAY = date(2026, 12, 1)
AMIRA = Person(
    id="1",
    given_name="Amira",
    family_name="Haddad",
    preferred_name="Mira",
    date_of_birth=date(1995, 3, 2),
    phone="+44 7700 900123",
    language=Language.WELSH,
    nation=Nation.WALES,
)
HOSTILE = st.text(st.sampled_from("=+-@＝\t\r\n,;|'\" aZ1!()"), max_size=30)


def people_in(content: bytes) -> list[Checked]:
    file = io.BytesIO(content)
    head, *found = rows(file, layout_of(file))
    return [check_row(row, guess(head.cells), len(head.cells), TODAY) for row in found]


def the_file(*people: Person) -> bytes:
    return b"".join(written(people))


def problems(text: str) -> list[str]:
    return [problem for each in people_in(text.encode()) for problem in each.problems]


@given(st.text() | HOSTILE)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert plain(guarded(text)) == text


@given(st.lists(HOSTILE.filter(str.strip), min_size=1, max_size=4))
def test_any_text_comes_back_through_the_bytes_of_a_file(texts: list[str]) -> None:
    file = io.BytesIO(the_file(*(replace(AMIRA, given_name=text, family_name=text) for text in texts)))
    read = [row.cells[:2] for row in rows(file, layout_of(file))][1:]
    assert read == [(text, text) for text in texts]


@given(HOSTILE | st.text(max_size=40))
def test_no_cell_begins_like_a_formula_whatever_separator_a_program_takes(text: str) -> None:
    content = the_file(replace(AMIRA, given_name=text, family_name=text, phone=text)).decode("utf-8-sig")
    whole = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    pieces = re.split(r"[,;|\t\r\n]", content)
    assert not [cell for cell in whole if cell.strip(" '\"\n\v\f") and cell[0] in "=+-@＝＋－＠\t\r"]
    assert not [piece for piece in pieces if re.match(r"[\s\"]*[=+\-@＝＋－＠]", piece)]


@given(st.binary(max_size=300) | HOSTILE.map(str.encode) | HOSTILE.map(lambda text: text.encode("utf-16")))
@settings(max_examples=300)
def test_no_bytes_stop_it(content: bytes) -> None:
    file = io.BytesIO(content)
    assume(not content.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")))  # those are workbooks: `test_workbooks`
    headings = 0
    for number, row in enumerate(rows(file, layout_of(file))):
        headings = headings or len(row.cells)
        matching = guess(row.cells) or {
            column: place for place, column in enumerate(guess(["surname", "dob", "phone"]))
        }
        checked = check_row(row, matching, headings, TODAY)
        assert row.line > number
        assert checked.problems or checked.person.full_name


@pytest.mark.parametrize("language", list(Language))
def test_what_is_written_is_read_as_the_same_person(language: Language) -> None:
    use(language)
    try:
        (back,) = people_in(the_file(AMIRA))
    finally:
        use(Language.ENGLISH)
    assert back.problems == ()
    assert back.person == replace(AMIRA, id="")


def test_a_list_never_holds_who_has_a_safe_address_or_has_left_and_no_number_without_its_note() -> None:
    left = datetime(2026, 1, 1, tzinfo=UTC)
    others = (replace(AMIRA, given_name="Elin", safe_address=True), replace(AMIRA, given_name="Joan", archived_at=left))
    careful = (
        replace(AMIRA, given_name="Tariq", contact_note="Text first, never ring"),
        replace(AMIRA, given_name="Mair", needs=(Need.CONTACT_NOTE, Need.LARGE_PRINT), interpreter_language="Arabic"),
    )
    content = the_file(*others, *careful).decode("utf-8-sig")
    assert [each.person.given_name for each in people_in(content.encode())] == ["Tariq", "Mair"]
    for word in ("Elin", "Joan", "7700", "Text first", "Arabic", "arge print"):
        assert word not in content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_are_found_out(encoding: str, separator: str) -> None:
    lines = ["First name,Surname,D.O.B.,Phone no.", 'Siân,"O’Brien, Jones",02/03/1995,07700 900123', "Zoë,Ellis"]
    text = "\r\n".join(line.replace(",", separator).replace(f"{separator} Jones", ", Jones") for line in lines)
    first, second = people_in(text.encode(encoding))
    assert (first.person.given_name, first.person.family_name) == ("Siân", "O’Brien, Jones")
    assert first.person.date_of_birth == date(1995, 3, 2)
    assert (second.line, second.person.given_name, second.problems) == (3, "Zoë", ())


@pytest.mark.parametrize(
    "typed",
    ["1995-03-02", "1995-03-02 00:00:00", "2/3/1995", "02.03.1995", "2 March 1995", "2 Mawrth 1995", "02/03/95"],
)
def test_a_date_is_read_in_the_usual_layouts(typed: str) -> None:
    (row,) = people_in(f"surname,dob\nHaddad,{typed}".encode())
    assert (row.person.date_of_birth, row.problems) == (date(1995, 3, 2), ())


@pytest.mark.parametrize(
    "typed",
    [
        "12/25/1990",
        "34760",
        "1995",
        "31/02/1990",
        "1/1/2090",
        "soon",
        "2/3/1995 or so",
        "1/1/20",
        "000123",
        "00/03/1995",
        "3/0/1995",
    ],
)
def test_what_is_no_one_day_is_not_guessed(typed: str) -> None:
    (said,) = problems(f"surname,dob\nHaddad,{typed}")
    assert said.startswith("The date of birth cannot be read")


def test_headings_are_understood_in_welsh_and_however_they_are_spelt() -> None:
    found = guess(["Rhif", "Enw cyntaf:", "CYFENW", "Dyddiad_geni", "Ffôn", "Iaith", "Cenedl", "Surname"])
    assert list(found.values()) == [1, 2, 3, 4, 5, 6]


def test_every_reason_is_said_in_plain_words() -> None:
    long = "x" * 201
    said = problems(
        f'given name,surname,language,nation\n,,,\n,,French,\nA,,,Ireland\n{long},,,\nA,B,en,Cymru,5\n"A\nB",,,\n,,!!!,\n'
    )
    assert said == [
        "The language is neither English nor Welsh.",
        "Enter a name.",
        "The nation is neither England nor Scotland nor Wales.",
        "Given name: this is longer than 200 characters.",
        "There are more cells than headings. A comma or semicolon within a cell needs quotation marks around the cell.",
        "Given name: there is a line break in it, or a sign that cannot be read.",
        "The language is neither English nor Welsh.",
        "Enter a name.",
    ]


def test_a_row_that_never_ends_is_a_problem_with_its_line() -> None:
    for broken in ('A\n"' + "b\n" * 100_000, "A\n" + "b" * 100_000):
        (row,) = people_in(f"surname\n{broken}".encode())[1:]
        assert row.line == 3
        assert "Look for a quotation mark too many." in row.problems[0]
