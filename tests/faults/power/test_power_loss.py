import random
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from tests.faults.caseload import fill, kept_whole, opened
from tests.faults.power.recording import Step, compiled, needs_a_compiler, noted, recorded
from tests.faults.power.replay import Disk, cut_short, put_back
from tests.faults.power.typing_on import SAID
from tests.faults.tally import Tally, many

ANSWERS = 400
"""Enough for the write-ahead log to be moved into the vault several times."""


@pytest.fixture(scope="module")
def typing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Disk, tuple[Step, ...]]:
    """A vault, the disk as it was before, and everything that was handed to it while a coach typed."""
    folder = tmp_path_factory.mktemp("before")
    vault = folder / "caseload.cdvault"
    database = opened(vault)
    fill(database)
    database.close()
    (folder / SAID).touch()
    disk = Disk.holding(folder)
    recorder = compiled(tmp_path_factory.mktemp("recorder"))
    steps = recorded(recorder, folder, "tests.faults.power.typing_on", [str(vault), str(ANSWERS)])
    return vault, disk, steps


@needs_a_compiler
def test_power_lost_at_any_moment_loses_no_answer_that_was_said_to_be_kept(
    typing: tuple[Path, Disk, tuple[Step, ...]], tmp_path: Path, tally: Tally
) -> None:
    vault, disk, steps = typing
    chance, times = random.Random(tally.seed), many(short=40, full=500)
    opens = {step.file: step.data.decode() for step in steps if step.kind == "o"}
    handed = Counter(Path(opens[step.file]).name for step in steps if step.kind == "w")
    assert handed[f"{vault.name}-wal"] > ANSWERS
    assert handed[vault.name] > ANSWERS / 10, "the log was never moved into the vault"
    trials = tally.trials("power lost while typing", "0 answers lost, 0 unsound", times)
    for trial, (at, left) in zip(trials, cut_short(disk, steps, chance, times), strict=True):
        said = len(noted(steps[:at], SAID))
        which = f"cut {at} of {len(steps)}, seed {tally.seed}"
        put_back(left, chance, vault.parent, tmp_path / str(trial))
        kept = kept_whole(tmp_path / str(trial) / vault.name, which)
        # One more may have been kept than it came to say; never one less.
        assert kept - said in {0, 1}, which


@needs_a_compiler
def test_a_program_that_forced_nothing_onto_the_disk_would_be_found_out(
    typing: tuple[Path, Disk, tuple[Step, ...]], tmp_path: Path
) -> None:
    vault, disk, steps = typing
    careless = deepcopy(disk)
    for step in steps:
        if step.kind != "s":
            careless.follow(step)
    found_out = 0
    for seed in range(10):
        try:
            put_back(careless, random.Random(seed), vault.parent, tmp_path / str(seed))
            found_out += kept_whole(tmp_path / str(seed) / vault.name, "") < ANSWERS
        except (AppError, AssertionError):
            found_out += 1
    assert found_out > 5


def test_what_was_not_forced_onto_the_disk_may_be_lost_in_part(tmp_path: Path) -> None:
    """The replay itself: with nothing forced, a cut loses some of what was written; forced, it loses nothing."""
    path = str(tmp_path / "file")
    written = Step("w", 1, 0, b"x" * 512 * 64)
    disk = Disk()
    for step in (Step("o", 1, 0, path.encode()), written):
        disk.follow(step)
    after = {bytes(disk.after_a_cut(random.Random(seed)).get(path, b"-")) for seed in range(40)}
    assert b"-" in after
    assert len(after) > 10
    disk.follow(Step("s", 1, 0, b""))
    assert {bytes(disk.after_a_cut(random.Random(seed))[path]) for seed in range(40)} == {written.data}
