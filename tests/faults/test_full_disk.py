import random
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.storage import Database, backup_to, find, verify
from tests.faults.caseload import KEY, fill, next_answer, opened
from tests.faults.small_disk import MEBIBYTE, PAGE, SmallDisk
from tests.faults.tally import Tally, many

SWEPT = 4 * MEBIBYTE // PAGE
"""Steps of a page each, from no space at all up to four mebibytes."""


def type_until_refused(
    database: Database, interview: Interview, kept: list[str], most: int = 200, *, times: Sequence[int] = (60,)
) -> str | None:
    """Save answer after answer, of lengths in turn; the code of the refusal, or None where none came."""
    for number in range(most):
        question = f"q{len(kept)}"
        answer = next_answer(interview, question, times=times[number % len(times)])
        try:
            with database.write() as writer:
                writer.put(answer, "answer.written", visit=question)
        except AppError as refused:
            return refused.code
        kept.append(question)
    return None


def kept_in(database: Database) -> set[str]:
    with database.read() as connection:
        return {answer.question_id for answer in find(connection, StoredAnswer)} - {"typed"}


@pytest.mark.timeout(3600)
def test_a_full_disk_is_said_loses_nothing_and_saving_goes_on_when_space_returns(
    roomy_disk: SmallDisk, tmp_path: Path, tally: Tally
) -> None:
    chance, whole = random.Random(tally.seed), tmp_path / "whole.cdvault"
    with closing(opened(whole)) as database:
        interview = fill(database)
    swept = sorted(chance.sample(range(SWEPT), many(short=8, full=SWEPT)))
    for step in tally.trials("disk full, swept in pages up to 4 MiB", "0 lost, said, goes on", len(swept)):
        vault = roomy_disk.folder / f"caseload{step}.cdvault"
        shutil.copyfile(whole, vault)
        fills_up(roomy_disk, vault, interview, swept[step], chance)
        vault.unlink()


def fills_up(disk: SmallDisk, vault: Path, interview: Interview, pages: int, chance: random.Random) -> None:
    """Save answers until so many pages are used up, give space back, and save some more."""
    kept, lengths = list[str](), [chance.randint(1, 600) for _each in range(20)]
    with closing(opened(vault)) as database:
        disk.leave(pages * PAGE)
        for _twice in range(2):
            assert type_until_refused(database, interview, kept, 10_000, times=lengths) == "storage.disk-full", pages
        assert kept_in(database) == set(kept), pages
        disk.give_back()
        assert type_until_refused(database, interview, kept, most=3) is None, pages
        assert kept_in(database) == set(kept), pages
    assert verify(vault, KEY).sound, pages
    with closing(opened(vault)) as again:
        assert kept_in(again) == set(kept), pages


def test_a_vault_that_is_full_to_the_brim_still_opens_and_shows_everything(disk: SmallDisk) -> None:
    with closing(opened(disk.folder / "caseload.cdvault")) as database:
        interview, kept = fill(database), list[str]()
        assert type_until_refused(database, interview, kept) == "storage.disk-full"
    with closing(opened(database.path)) as again:
        assert kept_in(again) == set(kept)


def test_a_backup_that_does_not_fit_says_so_and_leaves_nothing_behind(disk: SmallDisk, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "caseload.cdvault")) as database:
        interview, kept = fill(database), list[str]()
        type_until_refused(database, interview, kept, most=20)
        disk.leave(20 * PAGE)
        with pytest.raises(AppError, match=r"storage\.disk-full"):
            backup_to(database, disk.folder / "caseload.cdbackup")
        assert [file.name for file in disk.folder.iterdir()] == ["ballast"]
        assert kept_in(database) == set(kept)


def test_a_new_vault_that_does_not_fit_says_so(disk: SmallDisk) -> None:
    disk.leave(10 * PAGE)
    with pytest.raises(AppError, match=r"storage\.disk-full"):
        opened(disk.folder / "caseload.cdvault")
    disk.give_back()
    with closing(opened(disk.folder / "caseload.cdvault")) as database:
        fill(database)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a program's files")
def test_a_write_that_the_system_cuts_off_loses_nothing_and_saving_goes_on_afterwards(tmp_path: Path) -> None:
    import resource

    database = opened(tmp_path / "caseload.cdvault")
    interview, kept = fill(database), list[str]()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEBIBYTE, hard))
    try:
        refusal = type_until_refused(database, interview, kept)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refusal in {"storage.disk-full", "storage.disk-failed"}
    assert kept_in(database) == set(kept)
    assert type_until_refused(database, interview, kept, most=3) is None
    database.close()
    assert verify(database.path, KEY).sound
