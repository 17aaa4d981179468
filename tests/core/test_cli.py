"""The command line from outside: what is printed, what is left behind, and the exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk import __version__, cli
from coachdesk.paths import resources

CASES = resources("cases")
BROKEN = """
title = "Nobody"
interview = "first-commitments"
channel = "pigeon"
on = 2026-12-01T10:30:00

[person]
given_name = "Nobody"
family_name = ""
shoe_size = 43

[answers]
moon = "full"
"""


def run(*arguments: str | Path) -> int:
    try:
        return cli.main([str(each) for each in arguments])
    except SystemExit as left:
        return int(left.code or 0)


@pytest.mark.parametrize(
    "verb", [[], ["explain"], ["backup"], ["rehearse"], ["rehearse", "x.toml"], ["demo"], ["--moon"]]
)
def test_wrong_use_leaves_with_two_and_says_how_it_is_meant(
    verb: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*verb) == 2
    assert "usage: coachdesk-cli" in capsys.readouterr().err


def test_it_says_which_version_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"CoachDesk {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says by itself where a user's data lie.")
@pytest.mark.parametrize(
    "words", [["policy", "show"], ["support"], ["explain", "--codes"], ["check-content"]], ids=" ".join
)
def test_a_service_without_a_home_reads_what_holds_all_the_same(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no folder"))
    assert run(*words) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("verb", ["audit", "backup", "export-person", "purge", "restore", "salvage"])
def test_a_vault_that_is_not_there_is_said_before_anybody_types_a_passphrase_and_leaves_no_trace(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more: list[str | Path] = ["Amira", "--out", tmp_path / "out"] if verb == "export-person" else []
    assert run(verb, tmp_path / "mistyped", *more) == 3
    assert "There is no vault in this place." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_whole_case_is_played_from_a_terminal_without_a_screen(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coachdesk", "rehearse", CASES / "darren.toml", "--out", tmp_path / "out", "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["ok"] is True
    assert sorted(told["files"]) == sorted(path.name for path in (tmp_path / "out").iterdir())


def test_every_format_that_a_case_asks_for_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rehearse", CASES / "amira.toml", "--out", tmp_path / "out") == 0
    said = capsys.readouterr().out
    endings = {path.name.rpartition("-1")[2] for path in (tmp_path / "out").glob("plan-*")}
    assert endings == {".pdf", "-large.pdf", "-easy.pdf", ".txt"}
    assert said.count("Written: ") == len(endings) + 1


def test_where_nothing_may_be_given_no_file_is_left_and_the_reason_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rehearse", CASES / "kezia.toml", "--out", tmp_path / "out") == 0
    assert "nothing may be given" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_case_with_mistakes_is_refused_whole_and_every_mistake_has_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "broken.toml"
    case.write_text(BROKEN, "utf-8")
    assert run("rehearse", case, "--out", tmp_path / "out") == 3
    said = capsys.readouterr()
    assert "broken.toml: channel: case.unknown-value" in said.out
    assert "broken.toml: person / shoe_size: case.unknown-field" in said.out
    assert said.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
    assert run("rehearse", case, "--out", tmp_path / "out", "--json") == 3
    told = json.loads(capsys.readouterr().out)
    assert {each["place"] for each in told["problems"]} == {"channel", "person / shoe_size"}


def test_a_case_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rehearse", tmp_path / "nobody.toml", "--out", tmp_path / "out") == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "The case nobody.toml is not there or cannot be read. Check its name and its folder.\n"


def test_words_that_must_stay_off_paper_are_a_failure_that_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (CASES / "nowak-lena.toml").read_text("utf-8").replace('"Piotr"]', '"Piotr", "SENIOR   carer"]')
    (tmp_path / "lena.toml").write_text(text, "utf-8")
    assert run("rehearse", tmp_path / "lena.toml", "--out", tmp_path / "out") == 3
    assert "SENIOR   carer" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_content_that_ships_has_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check-content") == 0
    assert capsys.readouterr().out.endswith("No mistakes were found.\n")


def test_check_content_names_file_place_and_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "broken.toml").write_text(BROKEN, "utf-8")
    assert run("check-content", tmp_path) == 1
    said = capsys.readouterr().out
    assert "broken.toml: channel: case.unknown-value: " in said
    assert said.endswith("2 mistakes were found.\n")


def test_verify_tells_an_accessible_pdf_from_another_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("rehearse", CASES / "nowak-lena.toml", "--out", tmp_path)
    (pdf,) = tmp_path.glob("*.pdf")
    capsys.readouterr()
    assert run("verify", pdf, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["findings"], told["issued"]) == (True, [], None)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7\nnot really")
    assert run("verify", other) == 1
    assert "cannot be read as a PDF" in capsys.readouterr().out
    assert run("verify", tmp_path / "none.pdf") == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_bug_is_said_by_its_place_and_never_by_its_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("Amira Khalil")

    monkeypatch.setattr("coachdesk.paper_check.check_file", broken)
    assert run("verify", "any.pdf") == 3
    said = capsys.readouterr().err
    assert "This is a mistake in the program (TypeError in test_cli.py:" in said
    assert "Amira" not in said
    assert "Traceback" not in said
