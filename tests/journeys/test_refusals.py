"""What the program refuses, and how it says so; and what it hides, at once and for good."""

import re
import time
from datetime import timedelta
from pathlib import Path

import pytest

from coachdesk.clock import today
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import (
    REVIEW,
    SECRET,
    choose,
    give_date,
    go_to,
    open_person,
    start_interview,
    the_program,
    unlock,
)
from tests.journeys.test_driver import SAMPLE

pytestmark = pytest.mark.display

FREE_TRIES = 4
WRONG = "That passphrase does not open this vault."
MISSING_PLAN = "Your site's plan is missing. Call your manager. In danger: 999."
ASKING = ("text", "password text", "check box", "radio button", "combo box", "spin button", "slider")


def test_a_wrong_passphrase_is_refused_and_after_some_tries_one_has_to_wait(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    assert [try_to_unlock(desk) for _try in range(FREE_TRIES)] == [WRONG] * FREE_TRIES
    later = (try_to_unlock(desk) for _try in range(8))  # a wait that is over before the next try is not seen
    wait = next(heard for heard in later if heard != WRONG)
    assert re.fullmatch(r"You can try again in \d+ seconds?", wait)
    unlock(desk)


def test_a_second_start_brings_the_first_to_the_front_and_ends(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    desk.find("Unlock", "push button")
    other = start(SAMPLE, str(practice.with_name("kept")))
    other.find("Greet")
    other.point_at()
    other.wait_on_top()
    second = start(*the_program(practice))
    assert second.wait(30) == 0
    desk.wait_on_top()


def test_what_cannot_be_is_refused_at_its_field(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    desk.press("People")
    desk.press("Add a person")
    desk.set_text("Given name", "Noor")
    give_date(desk, "Date of birth", today() + timedelta(days=2))
    desk.press("Add to your caseload")
    desk.find("Please check: A date of birth cannot be in the future.", "label")
    assert "cannot be in the future" in desk.find("Date of birth", "panel").description
    give_date(desk, "Date of birth", today() - timedelta(days=30 * 365))
    desk.press("Add to your caseload")
    start_interview(desk, REVIEW)
    go_to(desk, "Next step")
    desk.set_text("What, in the words of whoever does it", "Ring the nursery")
    desk.find("Kept as a draft. Say by when, or how often.", "label")
    choose(desk, "By when, or how often", "Every week")
    desk.wait_gone("Kept as a draft. Say by when, or how often.")


def test_the_safety_panel_opens_anywhere_and_asks_nothing(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    desk.find("Unlock", "push button")
    desk.key("F12")
    assert_it_asks_nothing(desk)
    desk.key("F12")
    unlock(desk)
    open_person(desk, "Whitaker")
    start_interview(desk, REVIEW)
    choose(desk, "Who is with us today?", "Nobody else, and we can talk freely")
    desk.key("F12")
    assert_it_asks_nothing(desk, "End kindly", "Keep something of this talk")
    desk.press("Go back")
    desk.find("Nobody else, and we can talk freely", "radio button", state="focused")


def test_hidden_and_locked_it_shows_nothing_of_anybody(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    open_person(desk, "Whitaker")
    start_interview(desk, REVIEW)
    assert desk.titles() == {"CoachDesk"}
    desk.key("Escape")
    desk.find("Who is with us today?", "panel")
    desk.key("ctrl+shift+h")
    desk.wait_gone("Who is with us today?")
    assert desk.names("label") == []
    desk.key("Escape")
    time.sleep(0.5)
    assert desk.names("label") == []
    assert desk.names("push button") == ["Go back"]
    desk.key("Return")
    desk.find("Who is with us today?", "panel")
    desk.key("ctrl+l")
    assert desk.wait(30) == 0
    fresh = desk.successor()
    fresh.find("Unlock", "push button")
    assert fresh.find("Passphrase", SECRET).text == ""
    assert fresh.titles() == {"CoachDesk"}


def try_to_unlock(desk: Program) -> str:
    """Try a wrong passphrase; what is said to it, or how long one has to wait."""
    desk.find("Unlock", "push button", state="enabled")
    desk.set_text("Passphrase", "not these words", SECRET)
    desk.press("Unlock", "push button")
    time.sleep(0.5)  # the button is pressed a moment later, as by hand
    ends = time.monotonic() + 40
    while (ways := desk.names("push button"))[-2] == "Unlocking":
        assert time.monotonic() < ends, "It goes on unlocking."
    return desk.find(WRONG, "label").text if ways[-2] == "Unlock" else ways[-2]


def assert_it_asks_nothing(desk: Program, *offered: str) -> None:
    """Whom to call, a way back and what is offered; no field, no choice, no question."""
    desk.find(MISSING_PLAN, "label")
    assert desk.names("push button") == ["Go back", *offered]
    assert not any(desk.names(role) for role in ASKING)
