"""A caseload brought in whole or not at all, and given out without what may not leave."""

import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.caseload import Column
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.services.caseload import MOST_ROWS, Told
from coachdesk.services.caseload_found import CheckedFile
from tests.vaults import made, setting

GOOD = "Given name,Family name,Date of birth,Phone\nAmira,Haddad,2/3/1995,07700 900123\nElin,Price,1990-05-06,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "mine.csv", GOOD)


def write(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def go_on(_hundredths: int) -> bool:
    return True


def stop(_hundredths: int) -> bool:
    return False


def checked(vault: Opened, file: Path, told: Told = go_on) -> CheckedFile:
    caseload = vault.services.caseload
    return caseload.check(file, caseload.look(file).guessed, told)


def bring_in(vault: Opened, file: Path, told: Told = go_on, *, all_of_them: bool = False) -> int:
    caseload, found = vault.services.caseload, checked(vault, file)
    return caseload.bring_in(file, caseload.look(file).guessed, found, told, all_of_them=all_of_them)


def test_a_file_is_looked_at_checked_and_brought_in_after_a_backup(timed: Opened, file: Path) -> None:
    look = timed.services.caseload.look(file)
    assert look.headings == ("Given name", "Family name", "Date of birth", "Phone")
    assert look.first[0] == ("Amira", "Haddad", "2/3/1995", "07700 900123")
    assert look.guessed[Column.DATE_OF_BIRTH] == 2
    assert [each.full_name for each in checked(timed, file).people] == ["Amira Haddad", "Elin Price"]
    assert timed.services.people.count() == 0
    assert bring_in(timed, file) == 2
    (amira,) = timed.services.people.find("haddad")
    assert amira.date_of_birth == date(1995, 3, 2)
    said = [row.text for row in timed.services.administration.audit(limit=2)]
    assert said == ["People were brought in from a file.", "A backup was made and checked."]
    assert timed.services.administration.audit_broken_at() is None


def test_one_bad_row_keeps_everybody_out_and_every_bad_row_is_named(timed: Opened, file: Path) -> None:
    write(file, GOOD + "Tariq,Aziz,31/02/1990,\n,,1/1/1990,\nJoan,Ellis,1/1/1990,0113,more\n")
    found = checked(timed, file)
    assert [(each.line, each.text.split(".")[0]) for each in found.problems] == [
        (4, "The date of birth cannot be read, or is still to come"),
        (5, "Enter a name"),
        (6, "There are more cells than headings"),
    ]
    assert (found.many, found.bad) == (2, 3)
    with pytest.raises(AppError, match=r"caseload\.changed"):
        bring_in(timed, file)
    assert timed.services.people.count() == 0


def test_who_is_there_twice_is_named_by_line_and_passed_over_unless_the_coach_says_so(
    timed: Opened, file: Path
) -> None:
    people = timed.services.people
    people.save(replace(people.draft(), given_name="Ameera", family_name="Haddad", date_of_birth=date(1995, 3, 2)))
    people.save(replace(people.draft(), given_name="Joan", family_name="Ellis", safe_address=True))
    people.save(replace(people.draft(), given_name="Tariq", family_name="Aziz", phone="07700900999"))
    write(file, GOOD + "price,ELIN,06.05.1990,\nT.,A.,,+44 7700 900999\nJoanne,Ellis,,\n")
    assert [(each.line, each.text) for each in checked(timed, file).alike] == [
        (2, "May be here already: Name much like it, same date of birth."),
        (4, "Same name and date of birth as line 3."),
        (5, "May be here already: Same phone number."),
    ]
    assert bring_in(timed, file) == 2
    assert bring_in(timed, file, all_of_them=True) == 5


def test_a_file_that_changes_after_the_check_is_not_brought_in(timed: Opened, file: Path) -> None:
    caseload, found = timed.services.caseload, checked(timed, file)
    write(file, GOOD.replace("Elin", "Ella"))
    with pytest.raises(AppError, match=r"caseload\.changed"):
        caseload.bring_in(file, caseload.look(file).guessed, found, go_on, all_of_them=True)
    assert timed.services.people.count() == 0


def test_another_matching_than_was_checked_still_brings_in_nothing_that_is_wrong(timed: Opened, file: Path) -> None:
    caseload, found = timed.services.caseload, checked(timed, file)
    with pytest.raises(AppError, match=r"caseload\.changed"):
        caseload.bring_in(file, {Column.DATE_OF_BIRTH: 0}, found, go_on, all_of_them=True)
    assert timed.services.people.count() == 0


def test_stopped_in_the_middle_nobody_is_there(timed: Opened, file: Path) -> None:
    write(file, GOOD + "".join(f"Given{number},Family{number},,\n" for number in range(250)))
    heard = list[int]()

    def after_two_hundred(hundredths: int) -> bool:
        heard.append(hundredths)
        return len(heard) < 3

    with pytest.raises(AppError, match=r"caseload\.stopped"):
        bring_in(timed, file, after_two_hundred)
    assert len(heard) == 3
    assert timed.services.people.count() == 0
    with pytest.raises(AppError, match=r"caseload\.stopped"):
        checked(timed, file, stop)
    assert bring_in(timed, file) == 252


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "caseload.empty"),
        ("\n \n,,\n", "caseload.empty"),
        ("Surname\n", "caseload.empty"),
        (",".join("abcdefghijklmnopqrstu") + "\n1\n", "caseload.too-many-columns"),
    ],
)
def test_what_is_no_list_of_people_is_refused(timed: Opened, file: Path, text: str, code: str) -> None:
    write(file, text)
    with pytest.raises(AppError, match=code):
        timed.services.caseload.look(file)
    with pytest.raises(AppError, match=code):
        timed.services.caseload.check(file, {}, go_on)


def test_more_rows_than_it_takes_and_a_file_that_is_not_there_are_said(timed: Opened, file: Path) -> None:
    write(file, "surname\n" + "a\n" * (MOST_ROWS + 1))
    with pytest.raises(AppError, match=r"caseload\.too-many-rows"):
        timed.services.caseload.check(file, {Column.PHONE: 0}, go_on)
    with pytest.raises(AppError, match=r"caseload\.cannot-read"):
        timed.services.caseload.look(file.with_name("other.csv"))


def test_what_is_given_out_comes_back_and_says_how_many_are_left_out(timed: Opened, file: Path, tmp_path: Path) -> None:
    people = timed.services.people
    bring_in(timed, file)
    people.save(replace(people.draft(), given_name="=1+1", family_name="+44", phone="-1"))
    people.save(replace(people.draft(), given_name="Joan", family_name="Ellis", safe_address=True))
    people.archive(people.save(replace(people.draft(), given_name="Tariq", family_name="Aziz")).id)
    given = timed.services.caseload.give_out(tmp_path)
    assert (given.people, given.left_out, given.path.name) == (3, 1, "coachdesk-2026-12-01.csv")
    assert stat.S_IMODE(given.path.stat().st_mode) & 0o077 == 0
    assert [row.text for row in timed.services.administration.audit(limit=1)] == [
        "The caseload was saved as a file for a spreadsheet."
    ]
    again = checked(timed, given.path)
    assert [each.full_name for each in again.people] == ["Amira Haddad", "Elin Price", "=1+1 +44"]
    assert len(again.alike) == 3


def test_where_the_organisation_forbids_it_nothing_is_given_out(tmp_path: Path) -> None:
    vault = made(setting(tmp_path, policy=Policy(export_allowed=False)))
    try:
        assert not vault.services.caseload.export_allowed()
        with pytest.raises(AppError, match=r"caseload\.export-not-allowed"):
            vault.services.caseload.give_out(tmp_path)
    finally:
        vault.close()
    assert not list(tmp_path.glob("*.csv"))
