"""One row of a file as a person, or every reason in plain words why it cannot be."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from coachdesk.caseload.columns import LABELS, Column, Matching
from coachdesk.caseload.rows import Odd, Row
from coachdesk.i18n import Language, _
from coachdesk.people import Nation, Person, check_person, search_key
from coachdesk.people.typed_dates import read_date

LONGEST_CELL = 200
"""Characters. No name and no number is longer."""

_LANGUAGES: Mapping[str, Language] = MappingProxyType(
    dict.fromkeys(("english", "en", "saesneg"), Language.ENGLISH)
    | dict.fromkeys(("welsh", "cy", "cymraeg"), Language.WELSH)
)
_NATIONS: Mapping[str, Nation] = MappingProxyType(
    dict.fromkeys(("england", "lloegr"), Nation.ENGLAND)
    | dict.fromkeys(("scotland", "yr alban"), Nation.SCOTLAND)
    | dict.fromkeys(("wales", "cymru"), Nation.WALES)
)
_NO_WORDS = frozenset({Odd.FORMULA, Odd.ERROR})
_SHORTENED = re.compile(r"[1-9]\d{8,9}|44\d{9,10}")
_ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?(\.0+)?$")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a row comes to, in sentences.

    Attributes:
        person: not stored, and without an id.
        problems: why it cannot be taken.
        doubts: what a spreadsheet may have done to it on the way; it can be taken all the same.
    """

    line: int
    person: Person
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def check_row(row: Row, matching: Matching, headings: int, today: date) -> Checked:
    """Check one row of a file that has so many `headings`."""
    if row.problem:
        return Checked(row.line, _person({}, today), (row.problem,))
    odd = dict(row.odd)
    cells = {column: "" if odd.get(place) in _NO_WORDS else _cell(row, place) for column, place in matching.items()}
    person = _person(cells, today)
    found = [*_of_the_row(row, headings), *_of_odd(odd, matching), *_of_the_cells(cells, person, today)]
    number = odd.get(matching.get(Column.PHONE, -1)) is Odd.NUMBER
    doubts = [] if found else _doubts(person.phone, number=number)
    return Checked(row.line, person, tuple(dict.fromkeys(found)), tuple(doubts))


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _person(cells: Mapping[Column, str], today: date) -> Person:
    """As far as it can be read; `_of_the_cells` says what cannot."""
    return Person(
        id="",
        given_name=cells.get(Column.GIVEN_NAME, ""),
        family_name=cells.get(Column.FAMILY_NAME, ""),
        preferred_name=cells.get(Column.PREFERRED_NAME, ""),
        date_of_birth=_born(cells.get(Column.DATE_OF_BIRTH, ""), today),
        phone=cells.get(Column.PHONE, ""),
        language=_LANGUAGES.get(search_key(cells.get(Column.LANGUAGE, "")), Language.ENGLISH),
        nation=_NATIONS.get(search_key(cells.get(Column.NATION, "")), Nation.ENGLAND),
    )


def _born(text: str, today: date) -> date | None:
    """The one day that a text can mean, the day before the month; None where there is none or more than one."""
    dates, rest, _digits = read_date(_MIDNIGHT.sub("", text), today)
    days = [
        date(each.year, each.month, each.day)
        for each in dates
        if not each.turned and each.year is not None and each.month is not None and each.day is not None
    ]
    return days[0] if len(days) == 1 and not rest.strip() else None


def _of_the_row(row: Row, headings: int) -> Iterator[str]:
    if any(cell.strip() for cell in row.cells[headings:]):
        yield (
            _("There is something to the right of the last heading.")
            if row.in_sheet
            else _(
                "There are more cells than headings. A comma or semicolon within a cell needs quotation marks around "
                "the cell."
            )
        )


def _of_odd(odd: Mapping[int, Odd], matching: Matching) -> Iterator[str]:
    """What stands in a column that is taken, and is neither text nor a date."""
    for column, place in matching.items():
        if odd.get(place) is Odd.FORMULA:
            words = _("{column}: this is a formula. Put there what it comes to, as plain text.")
            yield words.format(column=_(LABELS[column]))
        elif odd.get(place) is Odd.ERROR:
            yield _("{column}: the spreadsheet shows an error here.").format(column=_(LABELS[column]))


def _doubts(phone: str, *, number: bool) -> Iterator[str]:
    """A spreadsheet that takes a phone number for a number drops the 0 or the + before it."""
    if phone and (number or _SHORTENED.fullmatch(re.sub(r"[\s().-]", "", phone))):
        yield _("Phone: a 0 or a + seems to be missing at its beginning; spreadsheets drop them.")


def _of_the_cells(cells: Mapping[Column, str], person: Person, today: date) -> Iterator[str]:
    for column, text in cells.items():
        name = _(LABELS[column])
        if len(text) > LONGEST_CELL:
            words = _("{column}: this is longer than {most} characters.")
            yield words.format(column=name, most=LONGEST_CELL)
        if any(sign == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
            yield _("{column}: there is a line break in it, or a sign that cannot be read.").format(column=name)
    if cells.get(Column.DATE_OF_BIRTH) and person.date_of_birth is None:
        yield _(
            "The date of birth cannot be read, or is still to come. Write the day, the month and the year in four digits."
        )
    if _ROUNDED.fullmatch(cells.get(Column.PHONE, "")):
        yield _("Phone: a spreadsheet has rounded this number, and its last digits are lost.")
    if (said := cells.get(Column.LANGUAGE)) and search_key(said) not in _LANGUAGES:
        yield _("The language is neither English nor Welsh.")
    if (said := cells.get(Column.NATION)) and search_key(said) not in _NATIONS:
        yield _("The nation is neither England nor Scotland nor Wales.")
    yield from (each.text for each in check_person(person, today))
