"""A caseload that leaves calculates nothing in a spreadsheet (trust.md 1.10, test 18); every run of the tests has it in tests/papers."""

import shutil
from pathlib import Path

import pytest

from coachdesk.caseload import FileKind
from tests.faults.tally import WHOLE, Tally
from tests.papers.test_caseload_in_a_spreadsheet import give_out_hostile_cells


@pytest.mark.skipif(not WHOLE, reason="tests/papers has it in each run")
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here.")
@pytest.mark.parametrize("kind", list(FileKind))
def test_no_cell_that_leaves_is_calculated_in_a_spreadsheet(kind: FileKind, tmp_path: Path, tally: Tally) -> None:
    for _ in tally.trials(f"5,000 hostile cells in LibreOffice, {kind}", "0 calculated, texts whole", 1):
        give_out_hostile_cells(kind, tmp_path, seed=tally.seed)
