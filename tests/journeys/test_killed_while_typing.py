"""The power goes while a coach is typing: nothing that the screen called saved is lost, and the place is found again."""

import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import carry_on, go_to, open_person, saved_since, the_program, unlock

pytestmark = pytest.mark.display

QUESTION = "Which places or kinds of work should we leave out, and why?"
SAVED, LOST = "Nothing with night shifts, ", "because my mother cannot be alone and"


def test_killed_in_the_middle_of_a_word_it_carries_on_at_the_same_question(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    at_the_question(desk)
    desk.type(SAVED)
    second = next_second()
    desk.type(LOST[:8])
    saved_since(desk, second)
    desk.type(LOST[8:])
    desk.kill()
    again = start(*the_program(practice), patience=40)
    unlock(again)
    open_person(again, "Dumitru")
    carry_on(again)
    again.find(QUESTION, "text", state="focused")
    kept = again.find(QUESTION, "text").text
    assert kept.startswith(SAVED)
    assert (SAVED + LOST).startswith(kept)
    again.type("x")
    again.find(QUESTION, "text", text=f"{kept}x")


def at_the_question(desk: Program) -> None:
    """In the middle of an interview, with the keyboard in a field of words."""
    unlock(desk)
    open_person(desk, "Dumitru")
    carry_on(desk)
    go_to(desk, "What fits")
    desk.focus(QUESTION, "text")
    desk.find(QUESTION, "text", state="focused", text="")


def next_second() -> float:
    """Wait for the next full second: the stamp tells no less. Whatever was typed is in the field by then."""
    now = time.time()
    time.sleep(1 - now % 1)
    return now // 1 + 1
