from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from coachdesk import __version__
from coachdesk.cases import Case, load_case
from coachdesk.content import read_content
from coachdesk.interviews import Answer
from coachdesk.paths import resources
from coachdesk.rehearsal import MovingClock
from coachdesk.rehearsal.leaving import leave
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import temporary_setting
from coachdesk.self_check.machine import about_platform, check_keychain, check_machine
from coachdesk.self_check.main_job import (
    Place,
    carry_on,
    hold_a_meeting,
    issue_a_document,
    make_keys,
    open_again,
    pause_half_way,
)
from coachdesk.self_check.report import CheckError, Report, StepFailedError, Steps
from coachdesk.self_check.safe_keeping import back_up, lock_and_open, open_sealed_answer, restore_elsewhere

SEALED = "card_private"
"""The question whose answer is sealed, opened with the key, and not opened with another."""


def self_check(*, keep: Path | None = None, require_keychain: bool = False) -> Report:
    """Try the whole main job and what it needs. Nothing but the documents to keep is left behind.

    Args:
        keep: a folder for the documents, made where it is missing.
        require_keychain: the absence of a keychain is a failure.
    """
    steps = Steps()
    check_machine(steps)
    with suppress(StepFailedError):
        _main_job(steps, keep)
    return Report(
        version=__version__,
        steps=tuple(steps.done),
        keychain=check_keychain(required=require_keychain),
        platform=about_platform(),
    )


def _main_job(steps: Steps, keep: Path | None) -> None:
    """One meeting from the keys to the lock; every step needs those before it."""
    with steps.step("case") as detail:
        case = _case()
        detail.text = case.title
    clock = MovingClock(begins_at(case))
    with temporary_setting(clock) as setting:
        place = Place(setting, clock, case)
        opened = make_keys(steps, place)
        try:
            left = pause_half_way(steps, place, opened)
        finally:
            opened.close()
        opened = open_again(steps, place)
        try:
            meeting = hold_a_meeting(steps, place, opened, carry_on(steps, opened, left))
            open_sealed_answer(steps, opened, meeting.interview, SEALED)
            issued = issue_a_document(steps, place, opened, meeting)
            backup = back_up(steps, opened)
        finally:
            opened.close()
        restore_elsewhere(steps, place, backup, opened.keys, issued)
        lock_and_open(steps, place)
        if keep is not None:
            with steps.step("keep") as detail:
                leave(keep, issued.files)
                detail.text = ", ".join(issued.files)


def _case() -> Case:
    """A meeting that ships with the program, with one more answer: something that is sealed and asks for no pause."""
    path = resources("cases", "amira.toml")
    case = load_case(path.read_text("utf-8"), name=path.name, definitions=read_content().definitions)
    if not isinstance(case, Case):
        raise CheckError(str(case))
    return replace(case, answers={**case.answers, SEALED: Answer(["custody"])})
