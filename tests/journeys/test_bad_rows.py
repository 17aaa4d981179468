"""A list of people with three bad rows: each is named with its line, nobody is taken in; put right, everybody is."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.core.caseload.workbooks import book
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import choose_caseload_file, open_person, the_program, unlock

pytestmark = pytest.mark.display

HEADINGS = ("Given name", "Family name", "Date of birth", "Language")
SOUND = (
    ("Ottoline", "Quayle", "14/03/1988", "English"),
    ("Bartek", "Snook", "29/02/1992", "Welsh"),
    ("Philippa", "Trezise", "05/11/1979", "English"),
    ("Cledwyn", "Vaughan-Jones", "23/06/2001", "Welsh"),
    ("Ximena", "Zubiri", "30/09/1966", "English"),
)
BAD = {
    3: (("Bartek", "Snook", "31/02/1992", "Welsh"), "The date of birth cannot be read"),
    4: (("Philippa", "Trezise", "05/11/1979", "English", "after six"), "heading"),
    6: (("Ximena", "Zubiri", "30/09/1966", "Esperanto"), "language"),
}
"""By the line in the file: the row, and what is said of it."""

Rows = Sequence[Sequence[str]]


def as_text(rows: Rows) -> bytes:
    """The rows as a CSV file."""
    return "".join(",".join(row) + "\r\n" for row in rows).encode()


def as_workbook(rows: Rows) -> bytes:
    """The rows as an Excel workbook."""
    return book(*rows)


WRITTEN: dict[str, Callable[[Rows], bytes]] = {"csv": as_text, "xlsx": as_workbook}


@pytest.mark.parametrize("kind", WRITTEN)
def test_three_bad_rows_are_named_and_take_nobody_in_and_put_right_everybody_comes(
    start: Start, practice: Path, tmp_path: Path, kind: str
) -> None:
    write, file = WRITTEN[kind], tmp_path / f"people.{kind}"
    bad = [BAD[line][0] if line in BAD else row for line, row in enumerate(SOUND, 2)]
    file.write_bytes(write((HEADINGS, *bad)))
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    choose_caseload_file(desk, file)
    desk.press("Check the file", "push button")
    assert_each_is_named(desk)
    assert_nobody_came(desk)
    file.write_bytes(write((HEADINGS, *SOUND)))
    come_back(desk)
    desk.press("Check the file", "push button")
    desk.press("Bring in 5 people", "push button")
    desk.find("5 people were brought in. Delete the file if it is not needed any more.", "label")
    open_person(desk, "Vaughn Jones, Cledwin")
    desk.find("Cledwyn", "label")
    desk.press("People", "check box")
    desk.find("29 on your caseload", "label")


def assert_each_is_named(desk: Program) -> None:
    """Every bad row with its line and its reason, and no way to bring the others in."""
    desk.find(
        "3 rows cannot be taken, so nobody is brought in. Put them right in the file, then check it again.", "label"
    )
    found = [each for each in desk.names("list item") if each.startswith("Line ")]
    assert [int(each.split(",")[0].removeprefix("Line ")) for each in found] == list(BAD)
    for said, (_row, why) in zip(found, BAD.values(), strict=True):
        assert why in said
    assert not [each for each in desk.names("push button") if each.startswith("Bring in")]


def assert_nobody_came(desk: Program) -> None:
    """Not even those whose rows are sound."""
    desk.press("People", "check box")
    desk.find("24 on your caseload", "label")
    desk.set_text("Find by name", "Quayle")
    desk.find("Nobody fits", "label")


def come_back(desk: Program) -> None:
    """What was chosen is still chosen."""
    desk.press("Administration", "check box")
    desk.find("The first people in the file", "list")
