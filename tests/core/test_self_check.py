"""The self-check on a machine without a display and without a keychain."""

import json
import tempfile
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.commitments import Format
from coachdesk.documents.checker import check
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.self_check import self_check
from coachdesk.self_check.report import CheckError, StepFailedError, Steps

EXPECTED = [
    *("database", "content", "fonts", "translations", "case", "keys", "pause", "reopen", "resume", "meeting"),
    *("sealed answer", "document", "backup", "restore", "lock"),
]


def test_the_whole_main_job_works_and_is_one_json_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    assert cli.main(["self-check", "--json", "--keep", str(tmp_path / "kept")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert [step["name"] for step in told["steps"]] == [*EXPECTED, "keep"]
    assert all(step["ok"] and step["seconds"] >= 0 for step in told["steps"])
    assert set(told["keychain"]) == {"ok", "required", "detail"}
    assert set(told["platform"]) == {"system", "release", "machine", "python"}
    assert list(scratch.iterdir()) == []
    (pdf,) = (path for path in (tmp_path / "kept").glob("*.pdf") if path.stem.endswith("-1"))
    assert check(pdf.read_bytes()) == ()
    assert len(list((tmp_path / "kept").iterdir())) == len(Format) * len(Language)


def test_a_keychain_that_is_missing_is_a_failure_only_where_it_is_required(capsys: pytest.CaptureFixture[str]) -> None:
    report = self_check(require_keychain=True)
    assert all(step.ok for step in report.steps)
    assert not report.keychain.ok
    assert not report.ok
    assert "keychain is required" in report.sentence()


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (CheckError("It is not."), "It is not."),
        (AppError("vault.disk-full"), "The disk is full. Free some space, then try again. Nothing was changed."),
    ],
)
def test_a_step_that_fails_is_noted_and_stops_what_needs_it(error: Exception, detail: str) -> None:
    steps = Steps()
    with pytest.raises(StepFailedError), steps.step("keys"):
        raise error
    assert [(step.name, step.ok, step.detail) for step in steps.done] == [("keys", False, detail)]


def test_a_bug_in_a_step_is_noted_by_its_place_only() -> None:
    steps = Steps()
    with pytest.raises(StepFailedError), steps.step("keys"):
        raise KeyError("Amira Khalil")
    assert steps.done[0].detail.startswith("KeyError in test_self_check.py:")
    assert "Amira" not in steps.done[0].detail
