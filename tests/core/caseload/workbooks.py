"""Workbooks as other programs write them, and as nobody should."""

import io
from collections.abc import Callable, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def book(*rows: Sequence[object], more: Callable[[Workbook, Worksheet], None] | None = None) -> bytes:
    """A workbook of one sheet with these rows; `more` is done to it before it is saved."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    if more is not None:
        more(made, sheet)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with another part in the place of one, or beside the others."""
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(changed, "w", ZIP_DEFLATED) as after:
        for each in before.namelist():
            if each != name:
                after.writestr(each, before.read(each))
        after.writestr(name, part)
    return changed.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """The bytes of one part."""
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)
