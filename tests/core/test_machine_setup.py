"""An administrator, or the installer, lays down what rules a machine; a mistake is named before anything is written."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from coachdesk import cli, paths
from coachdesk.errors import AppError
from coachdesk.machine_setup import MachineWish, root_of, set_up
from coachdesk.paths import data_folder
from coachdesk.policy_file import ANCHOR, PolicyPlaces, read_policy
from coachdesk.signing import make_key, open_key, sign_file
from coachdesk.usual_vault import usual_vault, vault_folder

ADMINISTRATOR = 0 if sys.platform == "win32" else os.getuid()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "machine"
    monkeypatch.setattr(paths, "MACHINE", folder)
    return folder


def setup(*arguments: str | Path) -> int:
    try:
        return cli.main(["machine-setup", *map(str, arguments)])
    except SystemExit as left:
        return int(left.code or 0)


def places(machine: Path) -> PolicyPlaces:
    return PolicyPlaces(machine, machine.parent / "program", owners=frozenset({0, ADMINISTRATOR}))


def what_holds(machine: Path) -> dict[str, object]:
    policy = read_policy(places(machine))
    return {name: getattr(policy, name) for name in ("idle_lock_minutes", "site_name", "vault_folder")}


def test_one_line_lays_down_policy_site_and_place_and_may_be_said_again(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, vaults = tmp_path / "draft.toml", tmp_path / "vaults"
    draft.write_text("idle_lock_minutes = 3\n", "utf-8")
    line: list[str | Path] = ["--policy", draft, "--site", 'Jobcentre "Wakefield"', "--vault-folder", vaults]
    for _ in range(2):  # the next upgrade says the same
        assert setup(*line) == 0
        assert what_holds(machine) == {
            "idle_lock_minutes": 3,
            "site_name": 'Jobcentre "Wakefield"',
            "vault_folder": str(vaults),
        }
    assert f"{machine / 'policy.toml'} is in force" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists of rights.")
def test_coaches_read_what_was_laid_and_make_folders_of_their_own_for_vaults(machine: Path, tmp_path: Path) -> None:
    set_up(MachineWish(site="Wakefield", vaults=str(tmp_path / "vaults")), places(machine))
    modes = {each: stat.S_IMODE(each.stat().st_mode) for each in (machine, *machine.iterdir(), tmp_path / "vaults")}
    assert modes == {
        machine: 0o755,
        machine / "policy.toml": 0o644,
        machine / "site-profile.toml": 0o644,
        tmp_path / "vaults": 0o1777,
    }


def test_every_mistake_is_named_and_nothing_is_written(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.toml"
    draft.write_text("idle_lock_minutes = 0\nsite_nam = 3\n", "utf-8")
    assert setup("--policy", draft, "--site", "Wakefield") == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "Nothing was laid down on this machine.",
        "line 1, idle_lock_minutes: A number from 1 to 60 is needed.",
        "line 2, site_nam: No such setting. Is site_name meant?",
    ]
    assert not machine.exists()


@pytest.mark.parametrize("folder", ["vaults", r"\\server\vaults", "//server/vaults"])
def test_a_place_that_is_no_folder_of_this_machine_is_refused(machine: Path, folder: str) -> None:
    assert setup("--vault-folder", folder) == 3
    assert not machine.exists()


def test_a_place_that_is_copied_elsewhere_is_refused(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup("--vault-folder", tmp_path / "OneDrive" / "vaults") == 3
    assert "This folder is copied to OneDrive." in capsys.readouterr().err
    assert not machine.exists()


def test_what_is_there_and_says_something_else_is_not_overwritten_by_a_name(machine: Path, tmp_path: Path) -> None:
    assert setup("--site", "Wakefield", "--vault-folder", tmp_path / "one") == 0
    before = {each.name: each.read_bytes() for each in machine.iterdir()}
    assert setup("--site", "Castleford") == 3
    assert setup("--vault-folder", tmp_path / "two") == 3
    assert {each.name: each.read_bytes() for each in machine.iterdir()} == before


def test_a_signature_goes_with_its_policy_and_is_not_broken(machine: Path, tmp_path: Path) -> None:
    draft = tmp_path / "policy.toml"
    draft.write_bytes(b"idle_lock_minutes = 3\r\n")
    (tmp_path / "policy.toml.sig").write_text("signature", "utf-8")
    assert setup("--policy", draft) == 0
    assert (machine / "policy.toml").read_bytes() == draft.read_bytes()
    assert (machine / "policy.toml.sig").read_text("utf-8") == "signature"
    assert setup("--policy", draft, "--vault-folder", tmp_path / "vaults") == 3
    assert setup("--vault-folder", tmp_path / "vaults") == 3
    (tmp_path / "policy.toml.sig").unlink()
    assert setup("--policy", draft) == 0
    assert not (machine / "policy.toml.sig").exists(), "it was of another policy"


def test_the_installer_says_it_with_a_space_behind_and_a_folder_may_end_as_folders_do(
    machine: Path, tmp_path: Path
) -> None:
    draft, vaults = tmp_path / "draft.toml", f"{tmp_path / 'vaults'}{os.sep}"
    draft.write_text("idle_lock_minutes = 3\n", "utf-8")
    assert setup(f"--policy={draft} ", "--site=Jobcentre Wakefield ", f"--vault-folder={vaults} ") == 0
    assert what_holds(machine) == {
        "idle_lock_minutes": 3,
        "site_name": "Jobcentre Wakefield",
        "vault_folder": vaults,
    }


def test_nothing_to_lay_down_is_wrong_use(machine: Path) -> None:
    assert setup() == 2
    assert setup("--policy", " ", "--site", " ", "--vault-folder", "") == 2
    assert not machine.exists()


def test_each_coach_has_a_folder_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAM", "north")
    assert vault_folder("/vaults", "sam") == Path("/vaults/sam")
    assert vault_folder("/vaults", "../sam") == Path("/vaults/sam")
    assert vault_folder("/vaults/%TEAM%", "sam") == Path("/vaults/north")
    assert root_of("/vaults") == Path("/vaults")
    assert root_of("/vaults/%TEAM%/x") == root_of("/vaults/of-%TEAM%") == Path("/vaults")
    assert root_of("%TEAM%/vaults") is None
    assert root_of("/%TEAM%") is None


def test_a_new_vault_lies_where_the_organisation_says_and_an_old_one_stays(
    machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = data_folder() / "coachdesk.cdvault"
    assert usual_vault("coachdesk") == own
    set_up(MachineWish(vaults=str(tmp_path / "vaults")), places(machine))
    monkeypatch.setattr("getpass.getuser", lambda: "sam")
    there = usual_vault("coachdesk")
    assert there == tmp_path / "vaults" / "sam" / "coachdesk.cdvault"
    if sys.platform != "win32":
        assert stat.S_IMODE(there.parent.stat().st_mode) == 0o700
    own.touch()
    assert usual_vault("coachdesk") == own
    own.unlink()
    (machine / "policy.toml").write_text("vault_folder = 3\n", "utf-8")
    assert usual_vault("coachdesk") == own, "the first window then says what is wrong with the policy"


@pytest.mark.parametrize("said", ["policy", "folder"])
def test_a_place_for_vaults_that_cannot_be_made_is_named_and_nothing_is_laid_down(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    (tmp_path / "no folder").touch()
    vaults, draft = str(tmp_path / "no folder" / "vaults"), tmp_path / "draft.toml"
    draft.write_text(f"vault_folder = {json.dumps(vaults)}\n", "utf-8")
    assert setup(*(("--policy", draft) if said == "policy" else ("--vault-folder", vaults)), "--site", "Leeds") == 3
    assert f"The folder {vaults} cannot be made here." in capsys.readouterr().err
    assert not machine.exists()


def test_a_place_for_vaults_that_the_policy_names_is_made_too(machine: Path, tmp_path: Path) -> None:
    vaults, draft = tmp_path / "vaults", tmp_path / "draft.toml"
    draft.write_text(f"vault_folder = {json.dumps(str(vaults))}\n", "utf-8")
    assert setup("--policy", draft) == 0
    assert vaults.is_dir()


def test_a_policy_that_would_close_the_program_at_its_next_start_is_not_laid_down(
    machine: Path, tmp_path: Path
) -> None:
    where, draft = places(machine), tmp_path / "policy.toml"
    where.program.mkdir()
    key = make_key(tmp_path / "site.key", "four words of a site")
    (where.program / ANCHOR).write_text(key, "utf-8")
    draft.write_text("idle_lock_minutes = 3\n", "utf-8")
    for wish in (MachineWish(draft), MachineWish(vaults=str(tmp_path / "vaults"))):
        with pytest.raises(AppError, match=r"machine\.mistakes"):
            set_up(wish, where)
    assert not machine.exists()
    sign_file(draft, draft.read_bytes(), open_key(tmp_path / "site.key", "four words of a site"))
    set_up(MachineWish(draft), where)
    assert what_holds(machine)["idle_lock_minutes"] == 3
    draft.rename(where.program / "policy.toml")
    with pytest.raises(AppError, match=r"machine\.mistakes"):
        set_up(MachineWish(machine / "policy.toml"), where)


@pytest.mark.parametrize("content", [b"\xff\xfei\x00", b"#" * 300_000], ids=["saved as Unicode", "too large"])
def test_a_file_that_is_no_text_is_refused_before_it_is_sent_out(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "policy.toml").write_bytes(content)
    for words in (
        ["policy", "check", tmp_path / "policy.toml"],
        ["machine-setup", "--policy", tmp_path / "policy.toml"],
    ):
        assert cli.main([*map(str, words)]) == 3
        assert "is not there, is too large or is no text in UTF-8." in capsys.readouterr().err
    assert not machine.exists()
