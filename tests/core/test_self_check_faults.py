"""The self-check on a program that is broken: each of its checks finds what it looks for, and says so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, create_vault
from coachdesk.cases import Case, load_case
from coachdesk.commitments import Format
from coachdesk.content import read_content
from coachdesk.paths import resources
from coachdesk.rehearsal import MovingClock
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import new_vault
from coachdesk.self_check import Report, Step
from coachdesk.self_check import main_job as job
from coachdesk.self_check import safe_keeping as keeping
from coachdesk.self_check.report import KeychainFinding, StepFailedError, Steps
from coachdesk.services import OpenInterview
from coachdesk.vault import dropbox
from tests.core.services.issuing import issue
from tests.core.services.talking import Talk, begin, ready_to_issue
from tests.vaults import setting

LET_IN = "not this one at all"
"""The passphrase that the self-check takes for a wrong one."""


@pytest.fixture
def place(tmp_path: Path) -> job.Place:
    path = resources("cases", "amira.toml")
    case = load_case(path.read_text("utf-8"), name=path.name, definitions=read_content().definitions)
    assert isinstance(case, Case)
    clock = MovingClock(begins_at(case))
    return job.Place(setting(tmp_path, clock=clock), clock, case)


@pytest.fixture
def vault(place: job.Place) -> Iterator[Opened]:
    opened = new_vault(place.setting)
    yield opened
    opened.close()


def told(check: Callable[[Steps], object]) -> str:
    """What the step says that failed; nothing where it did not."""
    steps = Steps()
    try:
        check(steps)
    except StepFailedError:
        assert not steps.done[-1].ok
        return steps.done[-1].detail
    assert all(step.ok for step in steps.done)
    return ""


def in_private(vault: Opened) -> Talk:
    talk = begin(vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["custody"])
    return talk


def test_an_answer_that_lies_open_is_no_sealed_one(vault: Opened) -> None:
    talk = in_private(vault)
    assert told(lambda steps: keeping.open_sealed_answer(steps, vault, talk.interview, "card_private")) == ""
    assert told(lambda steps: keeping.open_sealed_answer(steps, vault, talk.interview, "who_is_here")) == (
        "The answer is not sealed."
    )


def test_a_drop_box_that_opens_to_any_key_is_found(vault: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = in_private(vault)
    monkeypatch.setattr(dropbox, "open_sealed", lambda *_given, **_bound_to: b"")
    assert told(lambda steps: keeping.open_sealed_answer(steps, vault, talk.interview, "card_private")) == (
        "Another key opened the sealed answer."
    )


def test_a_vault_that_is_not_sound_is_found(vault: Opened) -> None:
    assert told(lambda steps: keeping.back_up(steps, vault)) == ""
    with vault.database.write() as writer:
        writer.connection.exec_driver_sql("UPDATE audit SET code = 'person.opened' WHERE number = 1")
    assert told(lambda steps: keeping.back_up(steps, vault)) == "The vault is not sound."


@pytest.mark.parametrize("is_the_same", [True, False])
def test_another_document_in_the_backup_is_found(place: job.Place, *, is_the_same: bool) -> None:
    vault = new_vault(place.setting)
    made = issue(ready_to_issue(vault))
    content = vault.services.commitments.content(made.id, Format.PDF) if is_the_same else b"another document"
    backup = vault.services.backing_up.make().path
    vault.close()
    issued = job.Issued(made, {"it.pdf": content})
    said = told(lambda steps: keeping.restore_elsewhere(steps, place, backup, vault.keys, issued))
    assert said == ("" if is_the_same else "The document in the backup is another one.")


def test_a_vault_that_anybody_can_read_and_one_that_opens_to_another_passphrase_are_found(place: job.Place) -> None:
    def locked(where: Setting, passphrase: str, content: bytes = b"") -> str:
        where.folder.mkdir()
        create_vault(where, coach_name="Sam", site="Wakefield", passphrase=passphrase)[0].close()
        if content:
            where.files.vault.write_bytes(content)
        return told(lambda steps: keeping.lock_and_open(steps, replace(place, setting=where)))

    folder, case = place.setting.folder, place.case
    open_to_any = locked(replace(place.setting, folder=folder / "any"), LET_IN)
    assert open_to_any == "A wrong passphrase opened the vault."
    for number, word in enumerate((case.person.family_name, case.goals[0].text)):
        plain = locked(replace(place.setting, folder=folder / f"{number}"), LET_IN, f"SQLite {word}".encode())
        assert plain == "The vault's file can be read without its key."


def test_words_that_are_lost_and_a_place_that_is_lost_are_found(place: job.Place, vault: Opened) -> None:
    left = job.pause_half_way(Steps(), place, vault)
    assert told(lambda steps: job.carry_on(steps, vault, left)) == ""
    more = replace(left, answers={**left.answers, "goal": left.answers["who_is_here"]})
    assert told(lambda steps: job.carry_on(steps, vault, more)) == "The interview lost words on the way."
    elsewhere = begin(vault, person=None, given_name="Bryn")
    back = vault.services.interviews.open(elsewhere.interview.id)
    assert told(lambda steps: job.carry_on(steps, vault, back)) == (
        "The interview did not come back to the same question."
    )


def test_a_word_on_paper_that_must_stay_off_it_is_found(place: job.Place, vault: Opened) -> None:
    def papers_of(meeting: OpenInterview, case: Case) -> str:
        return told(lambda steps: job.issue_a_document(steps, replace(place, case=case), vault, meeting))

    left = job.pause_half_way(Steps(), place, vault)
    meeting = job.hold_a_meeting(Steps(), place, vault, left)
    words = replace(place.case, not_on_paper=(place.case.person.family_name,))
    assert papers_of(meeting, words) == "Words stand on paper that must stay off it."


def test_one_step_that_failed_is_a_program_that_does_not_work_here() -> None:
    keychain = KeychainFinding(ok=True, required=False, detail="")
    fine, failed = Step("database", True, 0.1, ""), Step("lock", False, 0.1, "Broken.")
    report = Report("1", (fine, failed), keychain, {})
    assert not report.ok
    assert report.sentence() == "The self-check failed at “lock”: Broken."
    assert not any("works on this machine" in line for line in report.lines())
    assert Report("1", (fine,), keychain, {}).ok
