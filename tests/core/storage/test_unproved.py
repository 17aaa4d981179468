"""SQLCipher gives the last page of a long value as zeros where it does not authenticate, and says so too late."""

from pathlib import Path

import pytest

from coachdesk.clock import now
from coachdesk.errors import AppError
from coachdesk.storage import Database
from coachdesk.storage.connection import reading_file
from coachdesk.storage.copying import copy_vault

KEY = bytes(range(32))
PAGE = 4096
LONG = "a" * 20_000


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """One vault with a long value for each of its last pages, that page of it damaged."""
    sound = tmp_path / "sound.cdvault"
    database = Database.open(sound, KEY, author="coach-1", clock=now)
    with database.write() as writer:
        writer.connection.exec_driver_sql("INSERT INTO erased VALUES (?, 'salt')", (LONG,))
    database.close()
    whole, found = sound.read_bytes(), []
    for page in range(1, len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE + 60] ^= 1
        found.append(tmp_path / f"page-{page}.cdvault")
        found[-1].write_bytes(damaged)
    return found


def shown(file: Path) -> str:
    """The long value as it is read, or nothing where reading is refused."""
    try:
        with reading_file(file, KEY) as connection:
            return str(connection.exec_driver_sql("SELECT hash FROM erased").scalar())
    except AppError as error:
        return "" if error.code == "storage.damaged" else error.code


def test_a_value_whose_last_page_is_damaged_is_refused_and_never_shown_with_zeros(pages: list[Path]) -> None:
    found = [shown(file) for file in pages]
    assert set(found) == {"", LONG}
    assert found.count("") >= 5, "each page of the value was damaged once"


def test_what_was_worked_out_from_zeros_is_not_committed(pages: list[Path]) -> None:
    for file in pages:
        if shown(file) == LONG:
            continue
        with pytest.raises(AppError, match=r"storage\.damaged"):
            write_after_reading(file)


def write_after_reading(file: Path) -> None:
    database = Database.open(file, KEY, author="coach-1", clock=now)
    try:
        with database.write() as writer:
            value = str(writer.connection.exec_driver_sql("SELECT hash FROM erased").scalar())
            writer.connection.exec_driver_sql("INSERT INTO erased VALUES (?, 'salt')", (f"{len(value)}",))
    finally:
        database.close()


def test_no_copy_is_made_of_a_file_whose_last_page_is_damaged(pages: list[Path], tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"storage\.damaged"):
        copy_vault(pages[-1], KEY, tmp_path / "copy.cdvault")
