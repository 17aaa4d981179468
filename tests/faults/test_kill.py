import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.caseload import fill, kept_whole, opened
from tests.faults.tally import Tally, many

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def coaches(vault: Path) -> Iterator[Callable[[float], list[int]]]:
    """Lets a coach type, kills the program so long after its first answer, gives the numbers it said were kept."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typing_coach", str(vault)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        asked, said = nursery.stdin, nursery.stdout
        assert asked is not None
        assert said is not None

        def killed_after(seconds: float) -> list[int]:
            asked.write("go\n")
            asked.flush()
            coach = int(said.readline())
            first = said.readline()
            time.sleep(seconds)
            os.kill(coach, signal.SIGKILL)
            return [int(line) for line in (first, *iter(said.readline, "gone\n"))]

        yield killed_after
        asked.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_at_any_moment_loses_no_answer_that_was_said_to_be_kept(tmp_path: Path, tally: Tally) -> None:
    moments = random.Random(tally.seed)
    vault = tmp_path / "caseload.cdvault"
    database = opened(vault)
    fill(database)
    database.close()
    kept = 0
    with coaches(vault) as killed_after:
        for kill in tally.trials("killed while typing (storage)", "0 answers lost", many(short=30, full=1000)):
            said = killed_after(moments.uniform(0, 0.03))
            kept = everything_said_is_there(vault, kept, said, f"kill {kill} of seed {tally.seed}")
            assert kept > kill


def everything_said_is_there(vault: Path, kept: int, said: list[int], which: str) -> int:
    """Check the vault after a kill; how many answers are kept."""
    found = kept_whole(vault, which)
    assert said == list(range(kept, kept + len(said))), which
    # One more may have been kept than it came to say; never one less.
    assert found - (kept + len(said)) in {0, 1}, which
    return found
