"""Two who write at once, past the lock that keeps them apart: no edit of either is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coachdesk.ids import new_id
from coachdesk.people import Person
from coachdesk.storage import get, integrity
from tests.conftest import ROOT
from tests.faults.caseload import opened
from tests.faults.second_writer import edit
from tests.faults.tally import Tally, many

ROUND = 50
"""Edits that each of the two makes in a round."""


@pytest.mark.timeout(1800)
def test_of_edits_by_two_processes_at_once_none_is_lost(tmp_path: Path, tally: Tally) -> None:
    vault, person = tmp_path / "caseload.cdvault", Person(id=new_id(), given_name="Amira", family_name="0")
    database, overtaken = opened(vault), 0
    with database.write() as writer:
        writer.put(person, "person.added")
    with colleague(vault, person.id) as asked_to_edit:
        for number in tally.trials(f"{2 * ROUND} edits by two at once", "0 updates lost", many(short=3, full=100)):
            overtaken += asked_to_edit(lambda: edit(database, person.id, ROUND))
            with database.read() as connection:
                found = get(connection, Person, person.id)
            assert int(found.family_name) == found.version - 1 == 2 * ROUND * (number + 1), f"round {number}"
    assert overtaken, "They never met, so nothing was tried."
    with database.read() as connection:
        assert integrity(connection).sound
    database.close()


@contextmanager
def colleague(vault: Path, person_id: str) -> Iterator[Callable[[Callable[[], int]], int]]:
    """Lets another process edit while we do; gives how often one was faster than the other."""
    command = [sys.executable, "-m", "tests.faults.second_writer", str(vault), person_id]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        asked, said = other.stdin, other.stdout
        assert asked is not None
        assert said is not None

        def both(ours: Callable[[], int]) -> int:
            asked.write(f"{ROUND}\n")
            asked.flush()
            return ours() + int(said.readline())

        yield both
        asked.close()
