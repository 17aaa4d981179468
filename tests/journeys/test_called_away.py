"""Called away in the middle of a word: Pause, and then whatever becomes of the program. The half word is there again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from coachdesk.interviews import InterviewState
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import carry_on, go_to, last_interview, open_person, opened, person, the_program, unlock

pytestmark = pytest.mark.display

QUESTION = "Which places or kinds of work should we leave out, and why?"
HALF, THEN, LAST = "No nights, because my mo", "ther is al", "one"
TALK, AWAY = 2, 4
"""Seconds of talking, of which the clock counts whole ones, and of a call, in which it must not run."""


@dataclass
class Watch:
    """How long the interview was on the screen, by our own clock."""

    seconds: float = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        begun = time.monotonic()
        yield
        self.seconds += time.monotonic() - begun


@pytest.mark.timeout(600)  # four starts, on a machine that others may be using
def test_half_a_word_waits_while_the_program_is_locked_closed_or_killed(start: Start, practice: Path) -> None:
    watch, before = Watch(), elapsed(practice)
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    with watch.running():
        open_person(desk, "Dumitru")
        carry_on(desk)
        go_to(desk, "What fits")
        desk.focus(QUESTION, "text")
        time.sleep(TALK)
        called_away(desk, HALF)
    time.sleep(AWAY)
    desk.key("ctrl+l")
    assert desk.wait(30) == 0
    locked = desk.successor()
    back_at(locked, HALF, watch)
    with watch.running():
        called_away(locked, THEN)
    time.sleep(AWAY)
    locked.close()
    closed = start(*the_program(practice), patience=40)
    back_at(closed, HALF + THEN, watch)
    with watch.running():
        called_away(closed, LAST, beside=True)
    closed.kill()
    killed = start(*the_program(practice), patience=40)
    back_at(killed, HALF + THEN + LAST, watch)
    killed.kill()
    assert 0 < elapsed(practice) - before <= watch.seconds + 1


def called_away(desk: Program, words: str, *, beside: bool = False) -> None:
    """Type on, and pause with the next key; or from the plan, that was opened in mid-word."""
    desk.type(words)
    if beside:
        desk.key("alt+3")
        desk.find("What Ioana wants", "label")
    desk.key("F8")
    desk.find("Appointments of the day", "list")


def back_at(desk: Program, words: str, watch: Watch) -> None:
    """Open the vault and carry on: the same field, the same words, and the keyboard behind the last of them."""
    unlock(desk)
    with watch.running():
        open_person(desk, "Dumitru")
        carry_on(desk)
        desk.find(QUESTION, "text", state="focused", text=words)


def elapsed(practice: Path) -> int:
    """What the clock of the interview says in the vault."""
    with opened(practice) as vault:
        interview = last_interview(vault, person(vault, "Dumitru"))
        assert interview.state in {InterviewState.OPEN, InterviewState.PAUSED}
        return interview.elapsed_seconds
