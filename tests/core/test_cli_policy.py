"""What holds on a machine, what is wrong with a file, and a template: from the command line, for administrators."""

import json
import re
from pathlib import Path

import pytest

from coachdesk import cli, paths
from coachdesk.policy import Policy, load_policy, settings


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr(paths, "MACHINE", folder)
    return folder


def run(*arguments: str | Path) -> int:
    try:
        return cli.main(["policy", *map(str, arguments)])
    except SystemExit as left:
        return int(left.code or 0)


def test_a_machine_without_a_file_shows_every_setting_as_the_program_has_it(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"There is no policy file; it would lie at {machine / 'policy.toml'}."
    assert [line.partition(" = ")[0] for line in said[1:]] == [each.name for each in settings()]
    assert all(line.endswith("  # program") for line in said[1:])


@pytest.mark.usefixtures("machine")
def test_it_says_where_each_value_comes_from(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (machine / "policy.toml").write_text('keychain = "required"\n[defaults]\nslot_minutes = 15\n', "utf-8")
    (machine / "site-profile.toml").write_text('name = "W"\n[settings]\nsite_name = "Wakefield"\n', "utf-8")
    assert run("show") == 0
    said = capsys.readouterr().out
    for line in (
        f"The policy file is {machine / 'policy.toml'}.",
        'keychain = "required"  # enforced',
        "slot_minutes = 15  # default",
        'site_name = "Wakefield"  # profile',
        'formats = ["pdf", "pdf-large", "pdf-easy", "html", "text"]  # program',
    ):
        assert line in said.splitlines()
    assert run("show", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["file"] == str(machine / "policy.toml")
    assert {"name": "slot_minutes", "value": 15, "origin": "default"} in shown["settings"]


def test_a_mistake_fails_closed_and_every_one_is_named(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (machine / "policy.toml").write_text("idle_lock_minutes = 0\nsite_nam = 3\n", "utf-8")
    for asked in (["policy", "show"], ["backup", str(machine / "no.cdvault"), "--passphrase-stdin"]):
        assert cli.main(asked) == 3
        told = capsys.readouterr()
        assert told.out == ""
        assert "nothing is opened" in told.err
        assert "line 1, idle_lock_minutes: A number from 1 to 60 is needed." in told.err
        assert "line 2, site_nam: No such setting. Is site_name meant?" in told.err


def test_a_file_is_checked_wherever_it_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.toml"
    file.write_text("slot_minutes = 1\n", "utf-8")
    assert run("check", file) == 1
    assert capsys.readouterr().out.splitlines() == [
        "draft.toml: line 1, slot_minutes: A number from 5 to 60 is needed.",
        "1 mistakes were found.",
    ]
    assert run("check", file, "--json") == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "policy.range"
    file.write_text("slot_minutes = 15\n", "utf-8")
    assert run("check", file) == 0
    profile = tmp_path / "site-profile.toml"
    profile.write_text('name = "W"\n[settings]\nkeychain = "required"\n', "utf-8")
    assert run("check", profile) == 1
    assert run("check", tmp_path / "none.toml") == 3


def test_the_template_is_a_policy_that_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("template") == 0
    text = capsys.readouterr().out
    assert load_policy(text) == Policy()
    without = re.sub(r"^#(?=\w+ = )", "", text.partition("#[defaults]")[0], flags=re.MULTILINE)
    assert load_policy(without) == Policy(fixed=frozenset(each.name for each in settings()))


def test_wrong_use_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("check",), ("show", "file.toml"), ("delete",)):
        assert run(*arguments) == 2
    assert "usage" in capsys.readouterr().err
