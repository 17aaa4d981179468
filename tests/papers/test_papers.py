"""What is handed over can be read aloud, and says only what the person chose to have on paper."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.outside import outloud
from tests.papers.conftest import CASES, Rehearsed, rehearse


def judged_well(pdfs: list[Path]) -> None:
    """No error by the open checker of PDF/UA nor by the strict one."""
    pdfua = str(Path(sys.executable).with_name("pdfua"))
    names = [str(path) for path in pdfs]
    for command in (
        [pdfua, "check", "--min-severity", "warning", *names],
        [outloud(), "--layer", "conformance", "--no-info", *names],
    ):
        done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def words_of(pdf: Path) -> str:
    """The text as another program reads it, on one line, in small letters."""
    command = ["pdftotext", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, encoding="utf-8").stdout
    return " ".join(text.split()).casefold()


def test_the_document_of_the_self_check_can_be_read_aloud(kept: Path) -> None:
    pdfs = sorted(kept.glob("**/*.pdf"))
    assert pdfs
    judged_well(pdfs)


def test_a_written_case_leaves_the_documents_that_it_should_and_no_other(rehearsed: Rehearsed) -> None:
    assert bool(rehearsed.pdfs) is rehearsed.case.get("document", True)


@pytest.mark.timeout(600)  # whoever comes first plays them all
def test_the_documents_of_every_written_case_can_be_read_aloud(rehearsals: Path) -> None:
    judged_well([pdf for case in CASES for pdf in rehearse(case, rehearsals / case.stem).pdfs])


def test_no_document_holds_the_words_that_it_must_not(rehearsed: Rehearsed) -> None:
    words = [word.casefold() for word in rehearsed.case.get("not_on_paper", ())]
    for pdf in rehearsed.pdfs:
        said = words_of(pdf)
        assert [word for word in words if word in said] == []
        assert said
