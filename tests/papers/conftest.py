"""The documents of the self-check and of every written case, made once by the program itself."""

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CASES = tuple(sorted((ROOT / "resources" / "cases").glob("*.toml")))
FINE = {0, 1}


@dataclass(frozen=True)
class Rehearsed:
    """What playing a case left: its folder, what the program reported, and what the case asks for."""

    folder: Path
    code: int
    report: dict[str, Any]
    case: dict[str, Any]

    @property
    def pdfs(self) -> list[Path]:
        return sorted(self.folder.glob("**/*.pdf"))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of `self-check --keep`."""
    folder = tmp_path_factory.mktemp("self-check")
    done = coachdesk("self-check", "--json", "--keep", str(folder))
    assert done.returncode in FINE, done.stdout + done.stderr
    return folder


@cache
def rehearse(case: Path, folder: Path) -> Rehearsed:
    """Play a case into a folder, once."""
    done = coachdesk("rehearse", str(case), "--out", str(folder), "--json")
    assert done.returncode in FINE, done.stdout + done.stderr
    return Rehearsed(folder, done.returncode, json.loads(done.stdout), tomllib.loads(case.read_text("utf-8")))


@pytest.fixture(scope="session")
def rehearsals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the cases leave their documents, a folder for each."""
    return tmp_path_factory.mktemp("rehearsed")


@pytest.fixture(params=CASES, ids=[path.stem for path in CASES])
def rehearsed(request: pytest.FixtureRequest, rehearsals: Path) -> Rehearsed:
    """Each written case in turn, played once for all tests."""
    case: Path = request.param
    return rehearse(case, rehearsals / case.stem)


def coachdesk(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command line, as an administrator runs it."""
    command = [sys.executable, "-m", "coachdesk", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
