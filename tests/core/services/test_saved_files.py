"""What is called saved is on the disk, and what is not on the disk is called nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format
from coachdesk.errors import AppError
from coachdesk.people import Handover
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


def test_of_two_files_that_belong_together_none_is_left_where_the_second_fails(timed: Opened, tmp_path: Path) -> None:
    def record(writer: Writer) -> dict[Path, bytes]:
        writer.audit("caseload.given-out")
        return {tmp_path / "one": b"1", tmp_path / "gone" / "two": b"2"}

    before = told(timed)
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        saved(timed.database, record)
    assert not (tmp_path / "one").exists()
    assert told(timed) == before
