"""Files that somebody brings in, whatever they hold: each row is taken or named, nothing stops the program or fills it."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from coachdesk.application import Opened
from coachdesk.caseload import Column
from coachdesk.errors import AppError
from coachdesk.services.caseload_found import SHOWN
from tests.faults.odd_files import bomb, endless, hurt, noise, text_file, workbook
from tests.faults.tally import Tally, many
from tests.vaults import made, setting

LONGEST_SILENCE, MOST_MEGABYTES = 5.0, 200.0


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    vault = made(setting(tmp_path))
    yield vault
    vault.close()


def quick(chance: Random) -> bytes:
    content = chance.choice((text_file, text_file, text_file, noise))(chance)
    return hurt(content, chance) if chance.random() < 0.5 else content


def heavy(chance: Random) -> bytes:
    content = chance.choice((workbook, workbook, workbook, endless, bomb))(chance)
    return hurt(content, chance) if chance.random() < 0.6 else content


def most_memory(*, anew: bool = False) -> float:
    """The most megabytes that this process ever had, or has had since they were counted anew."""
    if anew:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak) / 1000


class Progress:
    """Hears how far it is, as the window does, and how long it heard nothing: then it would look as if it hung."""

    def __init__(self) -> None:
        self.silence, self._heard = 0.0, time.process_time()

    def __call__(self, _hundredths: int = 0) -> bool:
        now = time.process_time()
        self.silence, self._heard = max(self.silence, now - self._heard), now
        return True


def bring(opened: Opened, file: Path, on: Progress, *, whole_way: bool) -> str:
    """What a coach does with a file: look at it, have it checked, bring the people in. How it ended."""
    caseload, before = opened.services.caseload, opened.services.people.count()
    try:
        matching = caseload.look(file).guessed or {Column.FAMILY_NAME: 0}
        checked = caseload.check(file, matching, on)
    except AppError as refused:
        return refused.code
    assert checked.many + checked.bad > 0
    assert len({found.line for found in checked.problems}) == checked.bad or len(checked.problems) == SHOWN
    if whole_way and checked.bad:
        with pytest.raises(AppError):
            caseload.bring_in(file, matching, checked, on, all_of_them=True)
        assert opened.services.people.count() == before
    elif whole_way:
        assert caseload.bring_in(file, matching, checked, on, all_of_them=True) == checked.many
        assert opened.services.people.count() == before + checked.many
    return "caseload.checked"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux says how much memory a process has.")
@pytest.mark.parametrize(
    ("what", "made_by", "times"),
    [
        ("lists of any bytes brought in", quick, many(short=200, full=95_000)),
        ("workbooks, bombs, endless rows brought in", heavy, many(short=10, full=5_000)),
    ],
    ids=["lists", "workbooks"],
)
def test_no_file_stops_the_program_or_fills_it_and_every_bad_row_is_named(
    opened: Opened, tmp_path: Path, tally: Tally, what: str, made_by: Callable[[Random], bytes], times: int
) -> None:
    file = tmp_path / "list"
    file.write_text("First name,Surname\nAmira,Haddad\n", encoding="utf-8")
    assert bring(opened, file, Progress(), whole_way=True) == "caseload.checked"
    for number in tally.trials(what, "0 crash, 5 s silent, 200 MB", times):
        file.write_bytes(made_by(Random(f"{tally.seed}-{what}-{number}")))
        at_first, on = most_memory(anew=True), Progress()
        said = bring(opened, file, on, whole_way=number % 100 == 0)
        on()
        assert said.startswith("caseload."), said
        assert on.silence < LONGEST_SILENCE
        assert most_memory() - at_first < MOST_MEGABYTES
