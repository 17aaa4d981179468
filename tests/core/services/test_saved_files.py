"""What is called saved is on the disk, and what is not on the disk is called nothing."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format
from coachdesk.errors import AppError
from coachdesk.people import Giving, Handover, Safe
from coachdesk.services.saved_files import saved
from coachdesk.storage import Writer, audit_lines, find
from tests.core.services.issuing import issue
from tests.core.services.talking import ready_to_issue


def commitment(opened: Opened, issued: Commitment, folder: Path) -> object:
    return opened.services.commitments.write(issued.id, Format.PDF, folder)


def review_copy(opened: Opened, issued: Commitment, folder: Path) -> object:
    return opened.services.access.write(issued.person_id, folder)


def week(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.calendars.give_out(date(2026, 12, 1), date(2026, 12, 7), folder)


def caseload(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.caseload.give_out(folder)


def told(opened: Opened) -> tuple[list[str], int]:
    """What the vault says of files, but the making of a form."""
    with opened.database.read() as connection:
        codes = [line.code for line in audit_lines(connection) if line.code != "commitment.made"]
        return codes, len(find(connection, Handover))


@pytest.mark.parametrize("way", [commitment, review_copy, week, caseload])
def test_a_file_that_cannot_be_written_is_nowhere_called_saved(
    timed: Opened, tmp_path: Path, way: Callable[[Opened, Commitment, Path], object]
) -> None:
    issued = issue(ready_to_issue(timed))
    before = told(timed)
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        way(timed, issued, tmp_path / "gone")
    assert told(timed) == before
    here = tmp_path / "here"
    here.mkdir()
    way(timed, issued, here)
    assert told(timed) != before
    assert list(here.iterdir())


def given_out(writer: Writer) -> None:
    writer.audit("caseload.given-out")


def never_committed(writer: Writer) -> None:
    """Records something, and breaks a rule of the tables that is looked at when it is committed."""
    given_out(writer)
    writer.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    writer.connection.exec_driver_sql("UPDATE interviews SET person_id = 'nobody'")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("second", ["gone/two", "taken"])
def test_of_two_files_that_belong_together_none_is_left_where_the_second_fails(
    timed: Opened, here: Path, second: str
) -> None:
    (here / "taken").mkdir()
    before = told(timed)
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        saved(timed.database, {here / "one": b"1", here / second: b"2"}, given_out)
    assert names(here) == ["taken"]
    assert told(timed) == before


def test_a_file_that_was_saved_earlier_stays_where_the_next_cannot_be_recorded(timed: Opened, here: Path) -> None:
    issue(ready_to_issue(timed))
    saved(timed.database, {here / "plan.pdf": b"earlier"}, given_out)
    before = told(timed)
    with pytest.raises(IntegrityError):
        saved(timed.database, {here / "plan.pdf": b"later", here / "new.pdf": b"new"}, never_committed)
    assert (here / "plan.pdf").read_bytes() == b"earlier"
    assert names(here) == ["plan.pdf"]
    assert told(timed) == before


def test_a_talk_is_stored_while_a_slow_disk_takes_the_bytes_of_a_file(
    timed: Opened, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = issue(ready_to_issue(timed))
    stored, to_disk = list[str](), os.fsync

    def slowly(handle: int) -> None:
        if not stored:  # the bytes are on their way
            stored.append(timed.services.people.save(replace(timed.services.people.draft(), given_name="Cal")).id)
        to_disk(handle)

    monkeypatch.setattr(os, "fsync", slowly)
    commitment(timed, issued, here)
    assert stored
    assert names(here)


def test_nothing_of_what_may_not_be_handed_over_reaches_the_folder(
    timed: Opened, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = issue(ready_to_issue(timed))
    for giving in (Giving.PAPER, Giving.POST):
        timed.services.handing.told(issued.person_id, giving, Safe.NO)
    written = list[int]()
    monkeypatch.setattr(os, "fsync", written.append)
    with pytest.raises(AppError, match=r"giving\.not-safe"):
        commitment(timed, issued, here)
    assert written == []
    assert names(here) == []
