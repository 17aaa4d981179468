"""The caseload in and out: a file is chosen, matched, checked and brought in whole; the caseload is saved as a file."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.caseload import Column
from coachdesk.policy import Policy
from tests.ui.administration.conftest import Screen, Show
from tests.ui.checks import held_up
from ui.administration import state as at
from ui.administration.caseload_section import CaseloadSection

GOOD = "Nombre;Surname;DOB\nAmira;Haddad;2/3/1995\nElin;Price;06.05.1990\n"
THREE_BAD = GOOD + "Tariq;Aziz;31/2/1990\n;;1/1/1990\nJoan;Ellis;;more\n"


@pytest.fixture
def screen(show: Show, tmp_path: Path) -> Screen:
    shown = show()
    shown.choose(at.CASELOAD)
    shown.folder = tmp_path
    return shown


def choose(screen: Screen, text: str, tmp_path: Path, qtbot: QtBot) -> CaseloadSection:
    """Choose a file with this text."""
    screen.file = tmp_path / "mine.csv"
    screen.file.write_text(text, "utf-8")
    press(screen, "choose", qtbot)
    return screen.page.caseload


def press(screen: Screen, button: str, qtbot: QtBot) -> str:
    """Press a button of the section and wait; what is said then."""
    getattr(screen.page.caseload, button).click()
    qtbot.waitUntil(screen.idle)
    return screen.said()


def found(section: CaseloadSection) -> list[tuple[str, ...]]:
    return [row.cells for row in section.found.rows_model.rows()]


def test_a_file_is_matched_checked_and_brought_in(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    section = choose(screen, GOOD, tmp_path, qtbot)
    assert section.columns[Column.FAMILY_NAME].value() == "1"
    assert section.columns[Column.GIVEN_NAME].value() == "none"
    section.columns[Column.GIVEN_NAME].buttons[1].click()
    assert section.first.rows_model.rows()[0].cells[:4] == ("Amira", "Haddad", "", "2/3/1995")
    assert "Every row is sound, and nobody in it seems to be here already." in press(screen, "check", qtbot)
    assert section.bring.text() == "Bring in 2 people"
    assert "2 people were brought in." in press(screen, "bring", qtbot)
    assert [row.full_name for row in screen.vault.services.people.find()] == ["Amira Haddad", "Elin Price"]
    assert screen.vault.services.backing_up.last() is not None
    assert section.columns == {}


def test_with_three_bad_rows_each_is_named_and_nobody_comes_in(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    section = choose(screen, THREE_BAD, tmp_path, qtbot)
    said = press(screen, "check", qtbot)
    assert "3 rows cannot be taken, so nobody is brought in." in said
    assert [cells[0] for cells in found(section)] == ["Line 4", "Line 5", "Line 6"]
    assert not section.bring.isVisible()
    screen.presenter.bringing.bring_in()
    assert screen.vault.services.people.count() == 0
    choose(screen, GOOD, tmp_path, qtbot)
    assert "Every row is sound" in press(screen, "check", qtbot)


def test_who_may_be_here_already_is_passed_over_or_not(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    screen.add_person()
    section = choose(screen, GOOD.replace("Nombre", "First name").replace("2/3/1995", ""), tmp_path, qtbot)
    assert "Every row is sound. 1 person may be here already, or is in the file twice." in press(screen, "check", qtbot)
    assert found(section) == [("Line 2", "May be here already: Same name.")]
    assert section.bring.text() == "Bring in 1 person"
    section.alike.buttons[1].click()
    assert section.bring.text() == "Bring in 2 people"


def test_another_matching_is_checked_again(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    section = choose(screen, GOOD, tmp_path, qtbot)
    press(screen, "check", qtbot)
    section.columns[Column.DATE_OF_BIRTH].buttons[0].click()
    assert not section.bring.isVisible()
    assert "Every row is sound" not in screen.said()


def test_cancel_leaves_everything_as_it_was(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "".join(f"Given{number};Family{number};\n" for number in range(300))
    section = choose(screen, GOOD + rows, tmp_path, qtbot)
    press(screen, "check", qtbot)
    with held_up(screen.tasks):
        section.bring.click()
        assert "0 per cent of the file" in [each.text() for each in screen.page.findChildren(QLabel)]
        section.progress.cancel.click()
        assert not section.progress.cancel.isEnabled()
    qtbot.waitUntil(screen.idle)
    assert "Stopped. Nobody was brought in." in screen.said()
    assert screen.vault.services.people.count() == 0
    assert "302 people were brought in." in press(screen, "bring", qtbot)


def test_what_cannot_be_read_is_said_and_no_file_is_no_matter(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    choose(screen, "", tmp_path, qtbot)
    assert "There are no rows in this file." in screen.said()
    screen.file = None
    press(screen, "choose", qtbot)
    assert "There are no rows in this file." in screen.said()


def test_the_caseload_is_saved_as_a_workbook_or_as_text(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    screen.add_person()
    said = press(screen, "save", qtbot)
    (workbook,) = tmp_path.glob("coachdesk-*.xlsx")
    assert f"1 person is in the file {workbook.name}." in said
    screen.page.caseload.kind.buttons[1].click()
    press(screen, "save", qtbot)
    (text,) = tmp_path.glob("coachdesk-*.csv")
    assert '"Amira","Haddad"' in text.read_text("utf-8-sig")
    screen.file = workbook
    press(screen, "choose", qtbot)
    assert screen.page.caseload.first.rows_model.rows()[0].cells[:2] == ("Amira", "Haddad")


def test_a_workbook_is_brought_in_from_the_sheet_that_is_chosen(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    book, screen.file = Workbook(), tmp_path / "mine.xlsx"
    book.create_sheet("Read me", 0).append(["Ask Elin"])
    people = book["Sheet"]
    people.title = "People"
    for cells in (("First name", "Surname", "DOB", "Tel"), ("Amira", "Haddad", date(1995, 3, 2), 7700900123)):
        people.append(cells)
    book["Read me"].append(["about this list"])
    book.save(screen.file)
    press(screen, "choose", qtbot)
    section = screen.page.caseload
    assert section.sheet is not None
    assert [option.words for option in section.sheet.options] == ["Read me", "People"]
    section.sheet.buttons[1].click()
    qtbot.waitUntil(screen.idle)
    assert section.first.rows_model.rows()[0].cells[:4] == ("Amira", "Haddad", "", "1995-03-02")
    said = press(screen, "check", qtbot)
    assert "Look at 1 phone number before: a spreadsheet seems to have changed it." in said
    assert found(section)[0][0] == "Line 2"
    assert "1 person was brought in." in press(screen, "bring", qtbot)
    (amira,) = screen.vault.services.people.find("haddad")
    assert amira.date_of_birth == date(1995, 3, 2)
    assert section.sheet is None


def test_a_workbook_with_a_password_is_refused_with_a_way_on(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    screen.file = tmp_path / "mine.xlsx"
    screen.file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"))
    assert "This workbook is protected with a password." in press(screen, "choose", qtbot)


def test_where_the_organisation_forbids_it_the_button_is_grey_and_says_why(show: Show) -> None:
    screen = show(Policy(export_allowed=False, fixed=frozenset({"export_allowed"})))
    screen.choose(at.CASELOAD)
    assert not screen.page.caseload.save.isEnabled()
    assert "Set by your organisation" in screen.said()
