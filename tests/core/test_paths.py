"""Where things lie: what is one coach's is theirs alone, and nothing is written anywhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk import paths
from coachdesk.paths import data_folder, machine_folder, program_folder
from coachdesk.vault import places
from tests.conftest import ROOT, home_variables

MAIN_JOB = """
import sys
from coachdesk import cli
from coachdesk.paths import data_folder
from coachdesk.policy_file import read_policy

read_policy()
assert cli.main(["self-check"]) == 0
vault = data_folder() / "coachdesk.cdvault"
assert cli.main(["demo", "--vault", str(vault)]) == 0
from coachdesk.application import Setting, open_vault
from coachdesk.demo import PASSPHRASE
from coachdesk.policy import Policy
opened = open_vault(Setting(folder=vault.parent, keychain=None, policy=Policy(), name=vault.stem), PASSPHRASE)
opened.services.backing_up.make()
opened.close()
"""


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir()}


def test_a_whole_main_job_writes_into_the_coachs_own_folder_and_nowhere_else(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    temporary.mkdir()
    variables = {**home_variables(home), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    before, program = files(home), files(ROOT / "resources")
    done = subprocess.run(
        [sys.executable, "-c", MAIN_JOB],
        cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    written = files(home) - before
    own = Path("local" if sys.platform == "win32" else "data", "CoachDesk")
    assert {path for path in written if own not in path.parents} == set()
    assert {path.relative_to(own).parts[0] for path in written} <= {
        *("coachdesk.cdvault", "coachdesk.cdheader", "coachdesk.cdlock", "coachdesk.cdtries"),
        *("backups", "logs", "reports", "locks"),
    }
    assert files(temporary) == set()
    assert files(ROOT / "resources") == program


def test_each_coach_of_a_computer_has_a_folder_that_nobody_else_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = []
    for coach in ("sam", "ali"):
        for name, value in home_variables(tmp_path / coach).items():
            monkeypatch.setenv(name, value)
        folders.append(data_folder())
    assert folders[0] != folders[1]
    if sys.platform != "win32":
        assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
        folders[0].chmod(0o755)
        for name, value in home_variables(tmp_path / "sam").items():
            monkeypatch.setenv(name, value)
        assert data_folder().stat().st_mode & 0o777 == 0o700


def test_vaults_never_lie_in_a_roaming_profile(own_home: Path) -> None:
    roaming = own_home / "roaming"
    assert roaming not in data_folder().parents
    assert places.synchronised(roaming / "CoachDesk", {"APPDATA": str(roaming)}) == "roaming profile"
    assert places.synchronised(data_folder(), {"APPDATA": str(roaming)}) == ""


def test_a_test_moves_the_machines_folder_in_its_own_process_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "MACHINE", tmp_path)
    assert machine_folder() == tmp_path
    asked = "from coachdesk.paths import machine_folder; print(machine_folder())"
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT
    )
    assert str(tmp_path) not in said.stdout


def test_the_program_folder_is_that_of_its_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program_folder() == ROOT
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program_folder() == Path(sys.executable).resolve().parent
