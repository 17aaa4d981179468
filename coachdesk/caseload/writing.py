"""The caseload as a file that every spreadsheet opens and none calculates: as text, or as a workbook.

The text is UTF-8 with its mark, commas, all in quotes.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from coachdesk.caseload.cells import guarded
from coachdesk.caseload.columns import LABELS, Column
from coachdesk.caseload.workbook_writing import workbook_of
from coachdesk.i18n import Language, _
from coachdesk.people import NATIONS, Need, Person


class FileKind(StrEnum):
    """How the caseload is saved; the value is how such a file's name ends."""

    CSV = "csv"
    XLSX = "xlsx"


def may_leave(person: Person) -> bool:
    """Whether somebody may stand in the file. Of whoever has a safe address no list is made that others may open."""
    return not person.safe_address and person.archived_at is None


def written(people: Iterable[Person], kind: FileKind = FileKind.CSV) -> Iterator[bytes]:
    """The file piece by piece: the headings, then a row a person of those who `may_leave`. A workbook is one piece."""
    headings = [_(LABELS[column]) for column in Column]
    rows = (_cells(person) for person in people if may_leave(person))
    if kind is FileKind.XLSX:
        yield workbook_of(_("Caseload"), headings, (map(_harmless, row) for row in rows))
    else:
        yield codecs.BOM_UTF8 + _row(headings)
        yield from map(_row, rows)


def _harmless(cell: str | date) -> str | date:
    """A cell of a workbook. A workbook says by itself what is text; the guard holds where it is saved as text later."""
    return guarded(cell) if isinstance(cell, str) else cell


def _row(cells: Iterable[str | date]) -> bytes:
    line = io.StringIO(newline="")
    texts = (guarded(cell) if isinstance(cell, str) else cell.isoformat() for cell in cells)
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(texts)
    return line.getvalue().encode("utf-8", errors="replace")


def _cells(person: Person) -> list[str | date]:
    """All that may leave of a person; what is no `Column` has no way into it."""
    cells: dict[Column, str | date] = {
        Column.GIVEN_NAME: person.given_name,
        Column.FAMILY_NAME: person.family_name,
        Column.PREFERRED_NAME: person.preferred_name,
        Column.DATE_OF_BIRTH: person.date_of_birth or "",
        Column.PHONE: "" if _has_a_note(person) else person.phone,
        Column.LANGUAGE: _("Welsh") if person.language is Language.WELSH else _("English"),
        Column.NATION: _(NATIONS[person.nation]),
    }
    return [cells[column] for column in Column]


def _has_a_note(person: Person) -> bool:
    """Without its note a number would be rung by somebody who does not know how to do that safely."""
    return bool(person.contact_note.strip()) or Need.CONTACT_NOTE in person.needs
