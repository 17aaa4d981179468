import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coachdesk import cli, logs, support
from coachdesk.errors import AppError
from coachdesk.logs import Event, Log, Record
from coachdesk.paths import data_folder, log_folder, report_folder
from coachdesk.policy import KeychainRule, Policy
from coachdesk.self_check import Step
from coachdesk.support import Bundle, Subject, checked_part, collect, rough, save
from coachdesk.support.collecting import told
from tests.vaults import made, setting

SECRET = "Amira lives at 4 Mill Lane"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
REPORT = """CoachDesk 1.2.3
Python 3.11.7, PySide6 6.11.3, Qt 6.11.3
Linux 6.1 x86_64
At 2026-12-01 12:00:00 UTC, thread coachdesk-task_0

AppError (storage.busy)
  ui/app.py, line 12, in main
Died: Segmentation fault
"""


def text(subject: Subject | None = None) -> str:
    return collect(subject or Subject(), clock=lambda: NOON).text()


def test_it_says_what_whoever_helps_needs_to_know_without_a_vault() -> None:
    said = text()
    for words in ("== Program and computer ==", "CoachDesk 0.1.0", "SQLite 3.", "idle_lock_minutes: 5 (program)"):
        assert words in said
    assert "vault: not there" in said
    assert str(Path.home()) not in said


def test_of_a_vault_it_tells_sizes_and_counts_roughly_and_never_where_it_lies(tmp_path: Path) -> None:
    folder = tmp_path / "Maya Thornbury"
    folder.mkdir()
    where = setting(folder)
    opened = made(where)
    opened.services.backing_up.make()
    opened.close()
    said = text(Subject(where.files.vault, people=37))
    for words in ("in the usual place: no", "header: 1 KiB to 1 MiB", "backups: 1 to 9", "people: 10 to 99"):
        assert words in said
    assert "Maya" not in said


def test_reports_and_log_are_taken_line_by_line_and_only_in_the_shape_of_ours() -> None:
    report_folder().mkdir(parents=True)
    (report_folder() / "report-1.txt").write_text(f"{REPORT}{SECRET}\n", "utf-8")
    log = Log(log_folder(), version="1.2.3")
    log.write(Record(Event.OPENED))
    twice = '{"event": "opened", "at": "2026-12-01T12:00:00.000Z", "kind": "Amira lives", "kind": "storage.busy"}'
    with (log_folder() / "coachdesk.log").open("a", encoding="utf-8") as file:
        file.write(f"{SECRET}\n{twice}\n")
    said = text()
    assert REPORT in said
    assert "a line that the program did not write was left out" in said
    assert '"opened"' in said
    assert "Amira" not in said


@pytest.mark.parametrize(
    ("name", "policy", "expected"),
    [
        ("duty_manager_phone", Policy(duty_manager_phone="01924 555 0100"), "set"),
        ("content_key", Policy(content_key="A" * 43 + "="), "set"),
        ("site_name", Policy(), "not set"),
        ("idle_lock_minutes", Policy(idle_lock_minutes=7), "7"),
        ("export_allowed", Policy(export_allowed=False), "false"),
        ("keychain", Policy(keychain=KeychainRule.REQUIRED), "required"),
    ],
)
def test_of_the_policy_it_tells_numbers_and_choices_and_of_texts_only_whether_they_are_set(
    name: str, policy: Policy, expected: str
) -> None:
    assert told(policy, name) == expected


def test_the_self_check_is_told_by_code_never_by_sentence() -> None:
    steps = (
        Step("keys", ok=True, seconds=0.4, detail="A new vault."),
        Step("backup", ok=False, seconds=0.1, detail=SECRET, code="storage.disk-full"),
    )
    assert checked_part(steps).lines == ("keys: fine, 0.40 s", "backup: FAILED storage.disk-full, 0.10 s")


def test_it_is_saved_as_it_is_shown_under_a_name_that_tells_nothing(tmp_path: Path) -> None:
    bundle = Bundle((support.Part("One", ("a line",)),))
    path = save(bundle.text(), tmp_path, date(2026, 12, 1))
    assert path.name == "coachdesk-support-2026-12-01.txt"
    assert path.read_text("utf-8") == "== One ==\na line\n"
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        save(bundle.text(), tmp_path / "gone", date(2026, 12, 1))


def test_rough_numbers_tell_no_exact_one() -> None:
    assert [rough.many(each) for each in (0, 1, 9, 10, 99, 5000)] == [
        "none", "1 to 9", "1 to 9", "10 to 99", "10 to 99", "1000 or more",
    ]  # fmt: skip
    assert [rough.size(each) for each in (0, 2000, 2**40)] == ["under 1 KiB", "1 KiB to 1 MiB", "over 10 GiB"]
    assert rough.age(date(2026, 11, 1), date(2026, 12, 1)) == "within a month"


def test_the_command_line_shows_it_and_saves_it_and_opens_no_vault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["support"]) == 0
    assert "== Settings in force ==" in capsys.readouterr().out
    assert cli.main(["support", "--save", str(tmp_path)]) == 0
    assert "Read it before you pass it on." in capsys.readouterr().out
    (saved,) = tmp_path.iterdir()
    assert "== Log ==" in saved.read_text("utf-8")
    assert not list(data_folder().glob("*.cd*"))


def test_what_the_command_line_did_is_in_its_log(tmp_path: Path) -> None:
    cli.main(["verify", str(tmp_path / "Maya Thornbury.pdf")])
    lines = [json.loads(line) for line in Log(log_folder(), version="").lines()]
    assert [each["event"] for each in lines] == ["verb", "error-shown", "ended"]
    assert lines[-1]["exit"] == 3
    assert "Maya" not in str(lines)
    logs.note(Event.ENDED)  # it has ended: nothing is noted any more
    assert len(list(Log(log_folder(), version="").lines())) == 3
