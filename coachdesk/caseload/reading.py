"""Rows from bytes, one at a time: whatever a text holds, there come rows or problems, never an exception."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from coachdesk.caseload.cells import plain
from coachdesk.caseload.packed import Kind, kind_of
from coachdesk.caseload.rows import LONGEST_LINE, Row
from coachdesk.caseload.workbook import SheetLayout, sheet_rows, sheets_of
from coachdesk.i18n import _

_SEPARATORS = ",;\t"
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is written: a codec's name, and what stands between two cells."""

    encoding: str
    separator: str


def layout_of(file: BinaryIO, sheet: str = "") -> Layout | SheetLayout:
    """How a file is written, found out from its bytes.

    Of text the encoding and the separator: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252. Of a
    workbook the sheet: the one that is asked for, else the first.

    Raises:
        AppError: for what only looks like a workbook, as `sheets_of` and `kind_of` say.
    """
    if kind_of(file) is Kind.WORKBOOK:
        sheets = sheets_of(file)
        return SheetLayout(sheet if sheet in sheets else sheets[0], sheets)
    encoding = _encoding(file)
    text = _text(file, encoding)
    first = next((line for line in _lines(text, quiet=True) if line.strip()), "")
    text.detach()
    bare = "".join(first.split('"')[::2])  # what stands outside quotation marks
    return Layout(encoding, max(_SEPARATORS, key=bare.count))


def rows(file: BinaryIO, layout: Layout | SheetLayout) -> Iterator[Row]:
    """The rows that hold anything, with the headings first; after one with a `problem` there comes no other.

    Raises:
        AppError: as `layout_of`, before the first row of a workbook.
    """
    if isinstance(layout, SheetLayout):
        return sheet_rows(file, layout.sheet)
    return _text_rows(file, layout)


def _text_rows(file: BinaryIO, layout: Layout) -> Iterator[Row]:
    text = _text(file, layout.encoding)
    reader, line = csv.reader(_lines(text), delimiter=layout.separator), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(map(plain, cells)))
            line = reader.line_num + 1
    except csv.Error:
        words = _("From here on nothing can be read: a row is far too long. Look for a quotation mark too many.")
        yield Row(line, (), words)
    finally:
        if not file.closed:  # left early, by a caller who is done with the file
            text.detach()


def _text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """What cannot be decoded becomes U+FFFD, which the check of a row names."""
    file.seek(0)
    return io.TextIOWrapper(file, encoding, errors="replace", newline="")


def _lines(text: io.TextIOWrapper, *, quiet: bool = False) -> Iterator[str]:
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not quiet:
            raise csv.Error
        yield line


def _encoding(file: BinaryIO) -> str:
    file.seek(0)
    start = file.read(3)
    if start == codecs.BOM_UTF8:
        return "utf-8-sig"
    if start[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return "utf-16"
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
