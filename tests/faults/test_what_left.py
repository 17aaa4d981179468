"""A full disk or a kill while something leaves: nothing is called saved that is not there, and what was read is known."""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.storage import audit_lines
from tests.core.services.issuing import issue
from tests.core.services.talking import ready_to_issue
from tests.core.services.test_leaving import WAYS, told
from tests.faults.caseload import fill, opened
from tests.faults.leaving_coach import CONTENT
from tests.faults.small_disk import SmallDisk
from tests.faults.tally import Tally
from tests.vaults import made, setting

ROOT = Path(__file__).parents[2]


def test_a_full_stick_takes_nothing_and_nothing_is_called_saved(
    roomy_disk: SmallDisk, tmp_path: Path, tally: Tally
) -> None:
    folder, ways, place = roomy_disk.folder, list(WAYS), tmp_path / "vault"
    place.mkdir()
    with closing(made(setting(place))) as vault:
        issued = issue(ready_to_issue(vault))
        for trial in tally.trials("disk of a file that leaves full", "said, no file, no line", len(ways)):
            way, (looked, left) = ways[trial], WAYS[ways[trial]]
            before, handed = told(vault)
            roomy_disk.leave(0)
            with pytest.raises(AppError, match=r"documents\.cannot-write"):
                way(vault, issued, folder)
            made_for_it = [code for code in told(vault)[0][len(before) :] if code != "commitment.made"]
            assert (made_for_it, told(vault)[1]) == (looked, handed)
            assert [each.name for each in folder.iterdir()] == ["ballast"]
            roomy_disk.give_back()
            way(vault, issued, folder)
            assert told(vault)[0][-1] == left
            for each in folder.iterdir():
                each.unlink()


def test_a_kill_leaves_a_file_without_a_line_and_never_a_line_without_its_file(tmp_path: Path, tally: Tally) -> None:
    for trial in tally.trials("killed while a file leaves", "no line without its file", 3):
        vault, place = tmp_path / f"caseload{trial}.cdvault", tmp_path / f"given{trial}.csv"
        with closing(opened(vault)) as database:
            fill(database)
        coach = [sys.executable, "-m", "tests.faults.leaving_coach", str(vault), str(place), str(trial + 1)]
        ended = subprocess.run(coach, cwd=ROOT, check=False, timeout=120).returncode
        with closing(opened(vault)) as database, database.read() as connection:
            said = [line.code for line in audit_lines(connection)]
        assert ended == (0 if trial == 2 else -signal.SIGKILL)
        assert (place.exists(), "caseload.given-out" in said) == ((False, False), (True, False), (True, True))[trial]
        assert not place.exists() or place.read_bytes() == CONTENT
