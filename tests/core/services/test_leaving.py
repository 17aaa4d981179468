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
from coachdesk.people import Giving, Handover, How, Safe
from coachdesk.services.leaving import saved
from coachdesk.services.removal import Because
from coachdesk.storage import Writer, audit_lines, find
from coachdesk.support import save
from tests.core.services.issuing import issue
from tests.core.services.talking import ready_to_issue


def commitment(opened: Opened, issued: Commitment, folder: Path) -> object:
    return opened.services.commitments.write(issued.id, Format.PDF, folder)


def slip(opened: Opened, issued: Commitment, folder: Path) -> object:
    about = opened.services.people.open(issued.person_id).appointments[0]
    return opened.services.slips.write(opened.services.slips.reminder(about.id), Format.PDF, folder)


def review_copy(opened: Opened, issued: Commitment, folder: Path) -> object:
    return opened.services.access.write(issued.person_id, folder, private="asked")


def week(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.calendars.give_out(date(2026, 12, 1), date(2026, 12, 7), folder)


def caseload(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.caseload.give_out(folder)


def contact(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.handover.write_contact(folder)


def checkpoint(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return opened.services.checkpoints.save(folder)


def support_file(opened: Opened, _issued: Commitment, folder: Path) -> object:
    return save("== Log ==\n", folder, date(2026, 12, 1), opened.services)


WAYS: dict[Callable[[Opened, Commitment, Path], object], tuple[list[str], str]] = {
    commitment: (["commitment.shown"], "commitment.saved"),
    slip: (["person.opened", "slip.shown"], "slip.saved"),
    review_copy: (["sealed.opened.copy-asked", "person.copied"], "person.copy-saved"),
    week: ([], "calendar.given-out"),
    caseload: (["caseload.read"], "caseload.given-out"),
    contact: ([], "contact.given-out"),
    checkpoint: ([], "checkpoint.given-out"),
    support_file: ([], "support.given-out"),
}
"""What is audited as it is read, and once it has left."""


def told(opened: Opened) -> tuple[list[str], int]:
    """What the vault says, oldest first, and how much was handed over."""
    with opened.database.read() as connection:
        codes = [line.code for line in audit_lines(connection)]
        return codes[::-1], len(find(connection, Handover))


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_cannot_be_written_is_nowhere_called_saved_and_was_looked_at(
    timed: Opened, tmp_path: Path, way: Callable[[Opened, Commitment, Path], object]
) -> None:
    issued = issue(ready_to_issue(timed))
    looked, left = WAYS[way]
    before, handed = told(timed)
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        way(timed, issued, tmp_path / "gone")
    assert told(timed) == ([*before, *looked], handed)
    here = tmp_path / "here"
    here.mkdir()
    way(timed, issued, here)
    assert told(timed)[0] == [*before, *looked, *looked, left]
    assert list(here.iterdir())


@pytest.mark.parametrize("how", [How.PRINTED, How.COPIED])
def test_what_is_taken_out_was_looked_at_and_is_handed_over_once_it_has_left(timed: Opened, how: How) -> None:
    issued = issue(ready_to_issue(timed))
    before, _none = told(timed)
    going = timed.services.commitments.outgoing(issued.id, Format.TEXT, how)
    assert told(timed) == ([*before, "commitment.shown"], 0)
    timed.services.handing.left(going)
    assert told(timed) == ([*before, "commitment.shown", f"commitment.{how}"], 1)


def test_a_page_of_the_day_is_called_printed_once_it_was(timed: Opened) -> None:
    before, _none = told(timed)
    going = timed.services.day.outgoing(timed.services.day.today())
    assert told(timed) == (before, 0)
    timed.services.handing.left(going)
    assert told(timed) == ([*before, "day.printed"], 0)


def test_what_was_made_stays_where_the_document_was_taken_back_meanwhile(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    going = timed.services.commitments.outgoing(issued.id, Format.PDF, How.PRINTED)
    timed.services.editions.withdraw(issued.id, reason="It said too much")
    with pytest.raises(AppError, match=r"commitment\.withdrawn"):
        timed.services.handing.may_leave(going)


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


def test_a_review_copy_of_somebody_who_is_removed_while_it_is_written_goes_with_them(
    timed: Opened, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = ready_to_issue(timed)
    issued, removal, to_disk = issue(talk), timed.services.removal, os.fsync
    timed.services.interviews.finish(talk.interview)

    def slowly(handle: int) -> None:
        if timed.services.people.count():  # the bytes are on their way
            removal.remove(talk.person.id, Because.ASKED)
        to_disk(handle)

    monkeypatch.setattr(os, "fsync", slowly)
    with pytest.raises(AppError, match=r"storage\.not-found"):
        review_copy(timed, issued, here)
    assert names(here) == []
    assert "person.copy-saved" not in told(timed)[0]


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
