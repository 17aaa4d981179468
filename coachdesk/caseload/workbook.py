"""Rows from a workbook (XLSX), one at a time: nothing in it is calculated, followed or run, and hidden sheets stay hidden.

Of openpyxl we take what it knows of the format. Its own way to open a workbook reads also what we do not need, and keeps
every row; here a row is let go of before the next is read.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import Element, SubElement
from zipfile import BadZipFile

from coachdesk.caseload.cells import plain
from coachdesk.caseload.packed import Watched, unpacked
from coachdesk.caseload.rows import LONGEST_LINE, MOST_COLUMNS, Odd, Row
from coachdesk.errors import AppError
from coachdesk.i18n import _

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._reader import WorkSheetParser

MOST_LINES = 1_048_576
"""Rows of a sheet, the empty ones with them: so many a spreadsheet has."""

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, BadZipFile, struct.error, zlib.error),
)
"""What openpyxl and what lies below it raise for a file that is not as it should be."""
_KINDS = {"f": Odd.FORMULA, "e": Odd.ERROR, "n": Odd.NUMBER}


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Which sheet of a workbook is read, and which there are. All are worksheets that whoever opens the file sees."""

    sheet: str
    sheets: tuple[str, ...]


def sheets_of(file: BinaryIO) -> tuple[str, ...]:
    """The names of the sheets that can be read, in order; at least one.

    Raises:
        AppError: "caseload.damaged", "caseload.too-large", "caseload.locked", "caseload.no-sheet".
    """
    try:
        names = tuple(_parts(_opened(file, with_strings=False)))
    except _BROKEN as error:
        raise AppError("caseload.damaged") from error
    if not names:
        raise AppError("caseload.no-sheet")
    return names


def sheet_rows(file: BinaryIO, sheet: str) -> Iterator[Row]:
    """The rows of a sheet that hold anything, with the headings first; after one with a `problem` there comes no other.

    Raises:
        AppError: as `sheets_of`.
    """
    line = 1
    try:
        reader = _opened(file, with_strings=True)
        part = _parts(reader)[sheet]
        for line, cells in _lines(reader, part):
            row = _row(line, cells)
            if row is not None:
                yield row
    except _BROKEN as error:
        if line == 1:
            raise AppError("caseload.damaged") from error
        yield Row(line + 1, (), _("From here on nothing can be read: the workbook is damaged."), in_sheet=True)


def _opened(file: BinaryIO, *, with_strings: bool) -> "ExcelReader":
    """What the workbook says of itself. Links to other files, macros, pictures and properties are not read."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    unpacked(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl passes over in a workbook is no matter here
        reader = ExcelReader(file, read_only=True, keep_links=False)
        reader.read_manifest()
        if with_strings:
            reader.read_strings()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
    return reader


def _parts(reader: "ExcelReader") -> dict[str, str]:
    """The part of the file in which each sheet lies, by the sheet's name."""
    return {
        str(sheet.name): str(rel.target)
        for sheet, rel in reader.parser.find_sheets()
        if sheet.state == "visible" and "worksheet" in str(rel.Type) and rel.target in reader.valid_files
    }


def _lines(reader: "ExcelReader", part: str) -> Iterator[tuple[int, list[dict[str, object]]]]:
    """Every row with its number and its cells, as openpyxl reads them."""
    from openpyxl.xml.functions import iterparse

    parser = _parser(reader)
    with reader.archive.open(part) as source:
        found = iterparse(Watched(source), ("start", "end"))
        _event, sheet = next(found)
        for event, element in found:
            if event == "start" and element.tag == f"{_SPACE}sheetData":
                sheet = element
            elif event == "end" and element.tag == f"{_SPACE}sheetData":
                return
            elif event == "end" and element.tag == f"{_SPACE}row":
                _simplify(element)
                line, cells = parser.parse_row(element)
                parser.row_dimensions.clear()
                sheet.clear()
                if line > MOST_LINES:
                    raise AppError("caseload.too-large")
                yield line, cells


def _parser(reader: "ExcelReader") -> "WorkSheetParser":
    from openpyxl.worksheet._reader import WorkSheetParser

    known = vars(reader.wb)  # which formats are dates is known to the workbook, but to nobody who asks it
    return WorkSheetParser(
        BytesIO(),  # rows are handed to it
        reader.shared_strings,
        data_only=False,
        epoch=reader.wb.epoch,
        date_formats=known["_date_formats"],
        timedelta_formats=known["_timedelta_formats"],
    )


def _simplify(row: Element) -> None:
    """Of a formula all there is to know is that it is one; a text that stands in its cell is taken without its looks."""
    for cell in row:
        if (formula := cell.find(f"{_SPACE}f")) is not None:
            formula.text = ""
            formula.attrib.clear()
        if cell.get("t") == "inlineStr" and (text := cell.find(f"{_SPACE}is")) is not None:
            cell.set("t", "str")
            runs = (text, *text.findall(f"{_SPACE}r"))
            SubElement(cell, f"{_SPACE}v").text = "".join(each.findtext(f"{_SPACE}t") or "" for each in runs)


def _row(line: int, found: list[dict[str, object]]) -> Row | None:
    """Its cells as texts; None where it holds nothing. What stands beyond the last place that counts is put there."""
    cells, odd = [""] * (MOST_COLUMNS + 1), dict[int, Odd]()
    for each in found:
        column = each["column"]
        assert isinstance(column, int)
        place = min(column - 1, MOST_COLUMNS)
        kind = _KINDS.get(str(each["data_type"]))
        words = _words(each["value"])
        if words.strip():
            cells[place] = words
        if kind is not None and words.strip():
            odd[place] = kind
    last = max((place for place, words in enumerate(cells) if words.strip()), default=-1)
    if last < 0:
        return None
    return Row(line, tuple(map(plain, cells[: last + 1])), odd=tuple(odd.items()), in_sheet=True)


def _words(value: object) -> str:
    """What a cell holds as somebody would type it: a day as 1995-03-02, a whole number without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)[:LONGEST_LINE]
