"""A workbook (XLSX) of one sheet in which every cell is text or a day, and nothing is a formula, a link or a macro.

Made in memory, by ourselves: openpyxl writes each sheet to a temporary file first, where people's names would lie in the
clear if the program ended just then.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
"""Everything but the names. Style 1 is text whatever is typed into it later, 2 a day as 1995-03-02."""

_DAY_0, _FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
"""Spreadsheets count days from the one; before the other they count a 29 February that there never was."""
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def workbook_of(name: str, headings: Sequence[str], rows: Iterable[Iterable[str | date]]) -> bytes:
    """The bytes of a workbook; the rows are taken one at a time. `name`: of the sheet, at most 31 characters."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        book = (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name={quoteattr(name)} sheetId="1" r:id="r1"/></sheets></workbook>'
        )
        for part, words in ({**_PARTS, "xl/workbook.xml": book}).items():
            archive.writestr(_entry(part), _HEAD + words)
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w") as sheet:
            for piece in _sheet(chain([headings], rows)):
                sheet.write(piece.encode())
    return content.getvalue()


def _entry(part: str) -> ZipInfo:
    """Without the time of day, so that the same people give the same bytes."""
    entry = ZipInfo(part)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _sheet(rows: Iterable[Iterable[str | date]]) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="20" width="18"/></cols><sheetData>'
    for row in rows:
        yield f"<row>{''.join(map(_cell, row))}</row>"
    yield "</sheetData></worksheet>"


def _cell(value: str | date) -> str:
    if isinstance(value, date) and value >= _FIRST_DAY:
        return f'<c s="2"><v>{(value - _DAY_0).days}</v></c>'
    text = escape(_NO_CHARACTER.sub("\ufffd", str(value)), {"\r": "&#13;"})
    return f'<c s="1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
