"""`explain` from outside: files, standard input, lists, exit codes, and nothing on standard output when it refuses."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coachdesk import cli
from tests.core.requirements.test_finding_json import FIRST

WRONG = FIRST | {"claimant": {"date_of_birth": "1996-04-06", "capability": "ill", "cares_for": [{"hours": "many"}]}}


def run(*arguments: str | Path) -> int:
    try:
        return cli.main(["explain", *(str(each) for each in arguments)])
    except SystemExit as left:
        return int(left.code or 0)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


def write(place: Path, value: object) -> Path:
    place.write_text(json.dumps(value), "utf-8")
    return place


def test_plain_words_come_from_a_terminal_without_a_screen(written: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coachdesk", "explain", write(written, FIRST)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("On what is recorded today, for 6 October 2026.\n")
    assert done.stdout.endswith("\nYou decide, and say why.\n")


def test_json_is_one_document_and_nothing_else(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(written, FIRST), "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["thresholds"]["cet"] == 1927
    assert told.err == ""


def test_a_warning_to_read_is_no_failure(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child = FIRST | {"children": [{"date_of_birth": "2022-05-10"}]}
    assert run(write(written, child), "--json") == 0
    assert json.loads(capsys.readouterr().out)["warnings"]


def test_facts_may_come_in_by_themselves(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(FIRST).encode())))
    assert run("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["group"] == "all"


def test_a_list_of_facts_gives_a_list_of_findings(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(written, [FIRST, FIRST | {"on": "2025-05-06"}]), "--json") == 0
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [(each["on"], each["thresholds"]["aet_single"]) for each in told] == [
        ("2026-10-06", 991),
        ("2025-05-06", 952),
    ]
    assert run(write(written, []), "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(write(written, [FIRST, FIRST])) == 0
    assert capsys.readouterr().out.count("\nYou decide, and say why.\n") == 2


def test_wrong_facts_are_refused_with_every_place_and_nothing_else(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(written, WRONG), "--json") == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(": ")[:2] for line in told.err.splitlines()] == [
        ["claimant.capability", "facts.unknown-word"],
        ["claimant.cares_for[0].hours", "facts.wrong-type"],
    ]


def test_one_wrong_set_of_facts_refuses_the_whole_list(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(written, [FIRST, FIRST, WRONG])) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("[2].claimant.capability: ")


def test_what_is_no_set_of_facts_is_refused(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(written, 3)) == 3
    assert capsys.readouterr().err.startswith("facts: facts.wrong-type: ")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "The facts are not JSON. Look at line 1.\n"),
        (b"\xff", "The facts are not UTF-8 text. Save the file as UTF-8.\n"),
        (None, "The file facts.json is not there or cannot be read. Check its name and its folder.\n"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    written: Path, content: bytes | None, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        written.write_bytes(content)
    assert run(written) == 3
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", sentence)


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 3
    assert capsys.readouterr().err.endswith(" is a folder. Name a file of facts in it.\n")


@pytest.mark.parametrize("arguments", [[], ["--json"], ["facts.json", "--codes"], ["facts.json", "--moon"]])
def test_wrong_use_is_said_as_such(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "usage: coachdesk" in capsys.readouterr().err


def test_the_names_that_stay_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--codes") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("easement fit_note_longer: ") for line in lines)
    assert any(line.startswith("warning hours_to_decide: ") for line in lines)
    assert any(line.startswith("rule aet-2024-05: ") for line in lines)
    assert run("--codes", "--json") == 0
    assert set(json.loads(capsys.readouterr().out)) == {"easements", "warnings", "rules"}


def test_the_example_of_the_documentation_is_what_comes_out(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "command-line.md").read_text("utf-8")
    section = page.split("\n## explain\n")[1].split("\n## ")[0]
    blocks = [block.split("\n```")[0] for block in re.split(r"\n```(?=json\n|text\n)", section)[1:]]
    written.write_text(blocks[0].removeprefix("json\n"), "utf-8")
    assert run(written) == 0
    assert capsys.readouterr().out.strip() == blocks[1].removeprefix("text\n").strip()
