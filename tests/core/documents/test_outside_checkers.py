"""Checkers that other people wrote read every paper. `outloud` lives in its own environment and runs as a program."""

import json
import subprocess
from pathlib import Path

import pdfua
import pytest

from coachdesk.documents.commitment_pdf import render_pdf
from tests.core.documents.papers import MADE_AT, every_paper
from tests.outside import outloud


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, ...]:
    paths = []
    for name, document in every_paper().items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(render_pdf(document, made_at=MADE_AT))
    return tuple(paths)


def test_pdfua_finds_nothing(papers: tuple[Path, ...]) -> None:
    found = {path.name: [finding.message for finding in pdfua.validate(str(path)).findings] for path in papers}
    assert found == {path.name: [] for path in papers}


def test_outloud_finds_no_error(papers: tuple[Path, ...], tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [outloud(), "--layer", "conformance", "--json", str(report), *map(str, papers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    results = json.loads(report.read_text(encoding="utf-8"))["results"]
    assert len(results) == len(papers)
    errors = [(Path(each["path"]).name, each["findings"]) for each in results if each["counts"]["error"]]
    assert errors == []
    assert done.returncode == 0, done.stdout
