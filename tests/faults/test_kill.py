import os
import random
from pathlib import Path

import pytest

from tests.faults.caseload import fill, kept_whole, opened
from tests.faults.nursery import nursery
from tests.faults.tally import Tally, many


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_at_any_moment_loses_no_answer_that_was_said_to_be_kept(tmp_path: Path, tally: Tally) -> None:
    moments = random.Random(tally.seed)
    vault = tmp_path / "caseload.cdvault"
    database = opened(vault)
    fill(database)
    database.close()
    kept = 0
    with nursery("tests.faults.typing_coach", vault) as coaches:
        for kill in tally.trials("killed while typing (storage)", "0 answers lost", many(short=30, full=1000)):
            said = [int(line) for line in coaches.killed_after("go", moments.uniform(0, 0.03))]
            kept = everything_said_is_there(vault, kept, said, f"kill {kill} of seed {tally.seed}")
            assert kept > kill


def everything_said_is_there(vault: Path, kept: int, said: list[int], which: str) -> int:
    """Check the vault after a kill; how many answers are kept."""
    found = kept_whole(vault, which)
    assert said == list(range(kept, kept + len(said))), which
    # One more may have been kept than it came to say; never one less.
    assert found - (kept + len(said)) in {0, 1}, which
    return found
