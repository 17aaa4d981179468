"""What the program is started with: the vault that somebody names, else the usual one of this coach on this machine."""

from pathlib import Path

import pytest

from coachdesk import paths
from coachdesk.machine_setup import MachineWish, set_up
from coachdesk.paths import data_folder
from coachdesk.policy_file import places
from ui.starting import read


def test_without_a_word_it_is_the_coachs_own_vault() -> None:
    assert read([]).vault == data_folder() / "coachdesk.cdvault"
    assert read(["--vault", "/elsewhere/practice.cdvault"]).vault == Path("/elsewhere/practice.cdvault").absolute()


def test_where_the_organisation_names_a_place_it_is_the_coachs_folder_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "MACHINE", tmp_path / "machine")
    monkeypatch.setattr("getpass.getuser", lambda: "sam")
    set_up(MachineWish(vaults=str(tmp_path / "vaults")), places())
    assert read([]).vault == tmp_path / "vaults" / "sam" / "coachdesk.cdvault"
