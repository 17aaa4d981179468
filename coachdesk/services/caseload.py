import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path

from coachdesk.caseload import (
    MOST_COLUMNS,
    Checked,
    FileKind,
    Matching,
    Row,
    SheetLayout,
    check_row,
    guess,
    layout_of,
    may_leave,
    rows,
    written,
)
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.services.administration import Administration
from coachdesk.services.caseload_alike import alike, each_person, known_of, twice
from coachdesk.services.caseload_found import PREVIEW, CheckedFile, FileLook, Tally
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved

MOST_ROWS = 100_000

Told = Callable[[int], bool]
"""Hears how many hundredths of the file are done, and says whether to go on."""


@dataclass(frozen=True, slots=True)
class CaseloadFile:
    """Where the caseload was saved, how many people are in it, and how many were left out; neither who nor why is said."""

    path: Path
    people: int
    left_out: int


class Caseload:
    """The caseload in and out, as a file for a spreadsheet. Files are read where they lie and are never copied."""

    def __init__(self, context: Context, administration: Administration) -> None:
        self._context, self._administration = context, administration

    def look(self, file: Path, sheet: str = "") -> FileLook:
        """Read the headings and the first rows; of a workbook those of a `sheet`, or of the first.

        Raises:
            AppError: "caseload.cannot-read", "caseload.empty", "caseload.too-many-columns" with `most`; of a workbook also
                "caseload.locked", "caseload.old-workbook", "caseload.damaged", "caseload.too-large", "caseload.no-sheet".
        """
        with _opened(file) as opened:
            layout = layout_of(opened, sheet)
            found = rows(opened, layout)
            head, *first = [row for _number, row in zip(range(1 + PREVIEW), found, strict=False)] or [Row(1, ())]
        if not head.cells or not first:
            raise AppError("caseload.empty")
        if len(head.cells) > MOST_COLUMNS:
            raise AppError("caseload.too-many-columns", most=MOST_COLUMNS)
        headings = tuple(each.strip() for each in head.cells)
        seen = tuple(each.cells for each in first)
        if isinstance(layout, SheetLayout):
            return FileLook(headings, seen, guess(headings), layout.sheet, layout.sheets)
        return FileLook(headings, seen, guess(headings))

    def check(self, file: Path, matching: Matching, told: Told, sheet: str = "") -> CheckedFile:
        """Check every row, and look for who is here already. It reads the whole file and everybody's names: slow.

        Raises:
            AppError: as `look`; "caseload.too-many-rows" with `most`; "caseload.stopped".
        """
        _go_on(told, 0)
        tally, lines = Tally(), dict[int, int]()
        with _opened(file) as opened, self._context.database.read() as connection:
            known = known_of(each_person(connection))
            for row in self._checked(opened, matching, told, sheet):
                like = ""
                if not row.problems:
                    like = twice(lines, row.person, row.line) or alike(connection, known, row.person)
                tally.add(row, like)
            digest = _digest(opened)
        if not tally.many and not tally.bad:
            raise AppError("caseload.empty")
        return tally.file(sheet, digest)

    def bring_in(self, file: Path, matching: Matching, checked: CheckedFile, told: Told, *, all_of_them: bool) -> int:
        """Add the people of a file that was checked, after a backup: all of them or, stopped or refused, nobody.

        Without `all_of_them`, the lines that are like somebody are passed over. How many were added.

        Raises:
            AppError: as `check`; "caseload.changed" where the file is another one by now, or has a row that cannot be
                taken; those of a backup and of a write.
        """
        passed_over = frozenset[int]() if all_of_them else checked.alike_lines
        many = 0
        _go_on(told, 0)  # the vault may have been closed while this waited for its turn
        self._administration.back_up()
        with _opened(file) as opened:
            if checked.bad or _digest(opened) != checked.digest:
                raise AppError("caseload.changed")
            with self._context.database.write() as writer:
                for row in self._checked(opened, matching, told, checked.sheet):
                    if row.problems:
                        raise AppError("caseload.changed")
                    if row.line not in passed_over:
                        writer.put(replace(row.person, id=self._context.new_id()), "person.added")
                        many += 1
                writer.audit("caseload.brought-in")
        return many

    def export_allowed(self) -> bool:
        """Whether the organisation lets the caseload be saved as a file."""
        return self._context.policy.export_allowed

    def give_out(self, folder: Path, kind: FileKind = FileKind.CSV) -> CaseloadFile:
        """Save the caseload as a file of some kind; audited, before it is read and once it is saved. Slow.

        Raises:
            AppError: "caseload.export-not-allowed", "documents.cannot-write".
        """
        if not self.export_allowed():
            raise AppError("caseload.export-not-allowed")
        with self._context.database.write() as writer:
            writer.audit("caseload.read")
        with self._context.database.read() as connection:
            may = Counter[bool]()
            content = b"".join(written(_counted(each_person(connection), may), kind))
        path = folder / f"coachdesk-{self._context.today().isoformat()}.{kind}"
        saved(self._context.database, {path: content}, lambda writer: writer.audit("caseload.given-out"))
        return CaseloadFile(path, may[True], may[False])

    def _checked(self, opened: BufferedReader, matching: Matching, told: Told, sheet: str) -> Iterator[Checked]:
        """Every row below the headings, one at a time."""
        layout = layout_of(opened, sheet)
        size, today = max(1, opened.seek(0, 2)), self._context.today()
        found = rows(opened, layout)
        head = next(found, Row(1, ()))
        if head.problem or len(head.cells) > MOST_COLUMNS:
            raise AppError("caseload.too-many-columns", most=MOST_COLUMNS)
        for number, row in enumerate(found, 1):
            if number > MOST_ROWS:
                raise AppError("caseload.too-many-rows", most=MOST_ROWS)
            if number % 100 == 1:
                _go_on(told, min(99, 100 * opened.tell() // size))
            yield check_row(row, matching, len(head.cells), today)


def _go_on(told: Told, hundredths: int) -> None:
    if not told(hundredths):
        raise AppError("caseload.stopped")


def _counted(people: Iterator[Person], may: Counter[bool]) -> Iterator[Person]:
    """The people on the caseload, counted by whether they may stand in the file as they go by."""
    for person in people:
        if person.archived_at is None:
            may[may_leave(person)] += 1
            yield person


def _digest(opened: BufferedReader) -> bytes:
    opened.seek(0)
    return hashlib.file_digest(opened, "sha256").digest()


@contextmanager
def _opened(file: Path) -> Iterator[BufferedReader]:
    """AppError("caseload.cannot-read") for whatever the system says; no more of it is told."""
    try:
        with file.open("rb") as opened:
            yield opened
    except OSError as error:
        raise AppError("caseload.cannot-read") from error
