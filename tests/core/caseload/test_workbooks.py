"""Workbooks in and out: days are days, formulas are nobody's, and no workbook stops or fills the machine."""

import io
import re
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coachdesk.caseload import (
    Checked,
    Column,
    FileKind,
    SheetLayout,
    check_row,
    guess,
    layout_of,
    packed,
    rows,
    written,
)
from coachdesk.errors import AppError
from coachdesk.i18n import Language, use
from coachdesk.people import Need, Person
from tests.core.caseload.test_files import AMIRA, HOSTILE, TODAY
from tests.core.caseload.workbooks import SHEET, book, part_of, with_part

BLANKS = " '\"\n\v\f"
HEAD = ("First name", "Surname", "DOB", "Phone", "Age")


def people_in(content: bytes, sheet: str = "") -> list[Checked]:
    file = io.BytesIO(content)
    head, *found = rows(file, layout_of(file, sheet))
    return [check_row(row, guess(head.cells), len(head.cells), TODAY) for row in found]


def the_workbook(*people: Person) -> bytes:
    return b"".join(written(people, FileKind.XLSX))


def problems(content: bytes) -> list[tuple[int, str]]:
    return [(each.line, problem) for each in people_in(content) for problem in each.problems]


def refused(content: bytes) -> str:
    with pytest.raises(AppError) as raised:
        people_in(content)
    return raised.value.code


@pytest.mark.parametrize("language", list(Language))
def test_what_is_written_as_a_workbook_is_read_as_the_same_person(language: Language) -> None:
    use(language)
    try:
        (back,) = people_in(the_workbook(AMIRA))
    finally:
        use(Language.ENGLISH)
    assert (back.problems, back.doubts) == ((), ())
    assert back.person == replace(AMIRA, id="")


@given(st.lists(HOSTILE.filter(str.strip), min_size=1, max_size=4))
@settings(max_examples=50)
def test_any_text_comes_back_through_a_workbook_in_which_nothing_is_a_formula(texts: list[str]) -> None:
    content = the_workbook(*(replace(AMIRA, given_name=text, family_name=text, phone=text) for text in texts))
    file = io.BytesIO(content)
    assert [row.cells[:2] for row in rows(file, layout_of(file))][1:] == [(text, text) for text in texts]
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "d"}
    assert not [words for cell in cells if (words := str(cell.value))[:1] in set("=+-@＝\t\r") and words.strip(BLANKS)]


def test_a_day_leaves_as_a_day_and_signs_that_no_workbook_can_hold_do_not_spoil_it() -> None:
    content = the_workbook(
        replace(AMIRA, given_name="A\x00\ud800\ufffeB"), replace(AMIRA, date_of_birth=date(1899, 5, 6))
    )
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    assert (sheet["D2"].value, sheet["D2"].number_format) == (datetime.fromisoformat("1995-03-02"), "yyyy\\-mm\\-dd")
    assert sheet["A2"].value == "A\ufffd\ufffd\ufffdB"
    assert sheet["D3"].value == "1899-05-06"
    assert the_workbook(AMIRA) == the_workbook(AMIRA)


@pytest.mark.parametrize("kind", list(FileKind))
def test_nothing_but_the_columns_can_leave_whatever_is_known_of_a_person(kind: FileKind) -> None:
    """Also what a person will have one day: every field that holds words or days is planted, and looked for."""
    texts = {each.name: f"Planted {each.name}" for each in fields(Person) if each.type in {str, "str"}}
    person = replace(AMIRA, needs=tuple(Need))
    open_ = replace(AMIRA, needs=(Need.LARGE_PRINT, Need.WELSH))
    for name, text in texts.items():
        object.__setattr__(person, name, text)
        object.__setattr__(open_, name, text if name != "contact_note" else "")
    seen = b"".join(written((person, open_), kind))
    if kind is FileKind.XLSX:
        seen = part_of(seen, SHEET)
    allowed = {column.value for column in Column}
    assert {name for name in texts if f"Planted {name}".encode() in seen} == allowed & set(texts)
    assert allowed == {"given_name", "family_name", "preferred_name", "date_of_birth", "phone", "language", "nation"}
    assert not [need for need in Need if need.value.encode() in seen.replace(b"language", b"")]


def test_days_and_numbers_are_read_as_somebody_would_type_them() -> None:
    amira, elin, joan = people_in(
        book(
            HEAD,
            ("Amira", "Haddad", date(1995, 3, 2), "07700 900123", 31),
            ("Elin", "Price", datetime.fromisoformat("1990-05-06"), 7700900124, None),
            (),
            ("Joan", "Ellis", datetime.fromisoformat("1990-05-06 10:30"), 7700900125.0, True),
        )
    )
    assert (amira.person.date_of_birth, amira.doubts, amira.line) == (date(1995, 3, 2), (), 2)
    assert elin.person.phone == "7700900124"
    assert elin.doubts == ("Phone: a 0 or a + seems to be missing at its beginning; spreadsheets drop them.",)
    assert joan.line == 5
    assert joan.problems[0].startswith("The date of birth cannot be read")


@pytest.mark.parametrize(("phone", "doubted"), [("7700900123", True), ("447700900123", True), ("07700 900123", False)])
def test_a_number_that_lost_its_beginning_is_noticed_in_text_too(phone: str, *, doubted: bool) -> None:
    file = io.BytesIO(f"surname,phone\nHaddad,{phone}\n".encode())
    head, row = rows(file, layout_of(file))
    checked = check_row(row, guess(head.cells), 2, TODAY)
    assert (bool(checked.doubts), checked.problems) == (doubted, ())


def test_a_number_that_was_rounded_is_a_bad_row() -> None:
    file = io.BytesIO(b"surname,phone\nHaddad,4.477E+11\n")
    head, row = rows(file, layout_of(file))
    (said,) = check_row(row, guess(head.cells), 2, TODAY).problems
    assert said == "Phone: a spreadsheet has rounded this number, and its last digits are lost."


def test_a_formula_is_a_bad_row_with_its_line_and_one_in_a_column_that_is_not_taken_is_no_matter() -> None:
    def errors(_book: Workbook, sheet: Worksheet) -> None:
        sheet["B4"].value, sheet["B4"].data_type = "#N/A", "e"

    content = book(
        HEAD,
        ("Amira", "Haddad", None, None, "=2026-1995"),
        ("Elin", "='[1]Others'!A1", "=TODAY()", None, None),
        ("Joan", "", None, None, None),
        ('=WEBSERVICE("http://example.invalid")', "Aziz", None, None, None),
        more=errors,
    )
    assert problems(content) == [
        (3, "Family name: this is a formula. Put there what it comes to, as plain text."),
        (3, "Date of birth: this is a formula. Put there what it comes to, as plain text."),
        (4, "Family name: the spreadsheet shows an error here."),
        (5, "Given name: this is a formula. Put there what it comes to, as plain text."),
    ]


def test_what_stands_beside_the_headings_is_said_and_far_away_too() -> None:
    def far(_book: Workbook, sheet: Worksheet) -> None:
        sheet["XFD2"] = "note"
        sheet["A1048576"] = "last"

    assert problems(book(("Surname",), ("Haddad",), more=far)) == [
        (2, "There is something to the right of the last heading."),
    ]
    assert people_in(book(("Surname",), ("Haddad",), more=far))[-1].line == 1_048_576


def test_a_text_in_its_cell_is_read_without_its_looks() -> None:
    cell = b'<c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t>Had</t></r><r><t>dad</t></r><rPh><t>x</t></rPh></is></c>'
    good = book(("Surname",), ("Ellis",), ("Price",))
    part = re.sub(rb'<c r="A2".*?</c>', cell, part_of(good, SHEET))
    assert [each.person.family_name for each in people_in(with_part(good, SHEET, part))] == ["Haddad", "Price"]


def test_every_sheet_that_somebody_sees_can_be_chosen() -> None:
    def sheets(made: Workbook, sheet: Worksheet) -> None:
        sheet.title = "Notes"
        other, hidden = made.create_sheet("People"), made.create_sheet("Old")
        other.append(["Surname"])
        other.append(["Haddad"])
        hidden.sheet_state = "hidden"
        made.create_chartsheet("Chart")

    content = book(("Read me",), more=sheets)
    layout = layout_of(io.BytesIO(content))
    assert layout == SheetLayout("Notes", ("Notes", "People"))
    assert [each.person.family_name for each in people_in(content, "People")] == ["Haddad"]
    assert layout_of(io.BytesIO(content), "Old") == layout


def test_what_is_no_workbook_that_it_reads_is_refused_with_its_reason() -> None:
    old = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000)
    good = book(("Surname",), ("Haddad",))
    hidden = part_of(good, "xl/workbook.xml").replace(b'state="visible"', b'state="hidden"')
    assert refused(old + "Workbook".encode("utf-16-le")) == "caseload.old-workbook"
    assert refused(old + bytes(65_000) + "EncryptedPackage".encode("utf-16-le")) == "caseload.locked"
    assert refused(good[: len(good) // 2]) == "caseload.damaged"
    assert refused(with_part(good, "[Content_Types].xml", b"<Types/>")) == "caseload.damaged"
    assert refused(with_part(good, "xl/workbook.xml", hidden)) == "caseload.no-sheet"
    assert refused(with_part(good, SHEET, b"<worksheet")) == "caseload.damaged"


def test_what_breaks_off_in_the_middle_is_a_problem_with_its_line() -> None:
    good = book(("Surname",), ("Haddad",), ("Price",))
    cut = part_of(good, SHEET).replace(b'<row r="3"', b'<row r="3" &')
    (_first, last) = people_in(with_part(good, SHEET, cut))
    assert (last.line, last.problems) == (3, ("From here on nothing can be read: the workbook is damaged.",))


BEGIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.mark.parametrize(
    ("name", "part", "code"),
    [
        (SHEET, BEGIN + b" " * 3_000_000, "caseload.too-large"),
        (SHEET, BEGIN + b'<row r="1"><c/>' + b"<c/>" * 300_000, "caseload.too-large"),
        (SHEET, BEGIN + b'<row r="9999999999"><c t="b"><v>1</v></c></row>', "caseload.too-large"),
        (SHEET, b'<!DOCTYPE a [<!ENTITY b "c">]>' + BEGIN, "caseload.damaged"),
        (SHEET, BEGIN.decode().encode("utf-16"), "caseload.damaged"),
        ("xl/styles.xml", b"<a>" + b" " * 5_000_000, "caseload.too-large"),
        ("xl/styles.xml", b"<!DOCTYPE a><a/>", "caseload.damaged"),
        ("xl/sharedStrings.xml", b"<sst>" + b"<si/>" * 1_000_001, "caseload.too-large"),
    ],
    ids=["blanks", "cells", "rows", "entities", "encoding", "styles", "type", "texts"],
)
def test_what_unpacks_to_far_more_than_a_list_is_refused(name: str, part: bytes, code: str) -> None:
    good = with_part(book(("Surname",), ("Haddad",)), "xl/sharedStrings.xml", b"<sst/>")
    assert refused(with_part(good, name, part)) == code


def test_a_sheet_that_says_that_it_is_huge_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    good = book(("Surname",), ("Haddad",))
    monkeypatch.setattr(packed, "MOST_SHEET", len(part_of(good, SHEET)) - 1)
    assert refused(good) == "caseload.too-large"


def test_a_table_of_contents_that_is_no_end_of_it_is_refused() -> None:
    good = book(("Surname",), ("Haddad",))
    end = good.rindex(b"PK\5\6")
    assert refused(good[: end + 12] + (1_000_000).to_bytes(4, "little") + good[end + 16 :]) == "caseload.too-large"
    assert refused(good[:end] + b"PK\6\7" + bytes(16) + good[end:]) == "caseload.too-large"


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_stops_it(data: st.DataObject) -> None:
    content = bytearray(DAMAGED)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(AppError):
        people_in(bytes(content))


DAMAGED = book(HEAD, ("Amira", "Haddad", date(1995, 3, 2), 7700, time(10)), ("Elin", "Price", None, "=1", True))
