"""The caseload as a file that every spreadsheet opens and none calculates: UTF-8 with its mark, commas, all in quotes."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from coachdesk.caseload.cells import guarded
from coachdesk.caseload.columns import LABELS, Column
from coachdesk.i18n import Language, _
from coachdesk.people import NATIONS, Need, Person


def may_leave(person: Person) -> bool:
    """Whether somebody may stand in the file. Of whoever has a safe address no list is made that others may open."""
    return not person.safe_address and person.archived_at is None


def written(people: Iterable[Person]) -> Iterator[bytes]:
    """The file piece by piece: the headings, then a row a person of those who `may_leave`."""
    yield codecs.BOM_UTF8 + _row([_(LABELS[column]) for column in Column])
    for person in people:
        if may_leave(person):
            cells = _cells(person)
            yield _row([cells[column] for column in Column])


def _row(cells: Iterable[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(map(guarded, cells))
    return line.getvalue().encode("utf-8", errors="replace")


def _cells(person: Person) -> dict[Column, str]:
    return {
        Column.GIVEN_NAME: person.given_name,
        Column.FAMILY_NAME: person.family_name,
        Column.PREFERRED_NAME: person.preferred_name,
        Column.DATE_OF_BIRTH: person.date_of_birth.isoformat() if person.date_of_birth else "",
        Column.PHONE: "" if _has_a_note(person) else person.phone,
        Column.LANGUAGE: _("Welsh") if person.language is Language.WELSH else _("English"),
        Column.NATION: _(NATIONS[person.nation]),
    }


def _has_a_note(person: Person) -> bool:
    """Without its note a number would be rung by somebody who does not know how to do that safely."""
    return bool(person.contact_note.strip()) or Need.CONTACT_NOTE in person.needs
