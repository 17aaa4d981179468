"""A coach's work at the real window, with a marker in every field that takes words."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from coachdesk.clock import today
from tests.faults.hunt.planting import Words
from tests.journeys.desktop import Environment
from tests.journeys.program import Program
from tests.journeys.steps import (
    FIRST,
    SECRET,
    add_person,
    choose,
    give_date,
    go_to,
    start_interview,
    write_line,
)

STEPS = (
    "Hello", "Things that can change what is asked", "Home", "Health and getting about", "What you bring", "Where to",
    "What fits", "Money and getting online", "Where you live", "Licence and papers", "Learning",
)  # fmt: skip
CARD = "And is any of this part of your life just now?"
CLIPBOARD = (
    "from PySide6.QtGui import QGuiApplication; import sys; app = QGuiApplication([]);"
    "sys.stdout.write(app.clipboard().text())"
)


def fill(desk: Program, words: Words) -> int:
    """Write a marker into every field of words that shows and is empty; how many there were."""
    done = 0
    for name in dict.fromkeys(desk.names("text")):
        seen = desk.find(name, "text") if name else None
        if seen is not None and seen.states >= {"editable", "enabled", "showing"} and not seen.text:
            desk.set_text(name, next(words))
            done += 1
    return done


def unlock_with(desk: Program, passphrase: str) -> None:
    """Type the passphrase of a vault and wait for the day."""
    desk.set_text("Passphrase", passphrase, SECRET)
    desk.press("Unlock", "push button")
    desk.find("Administration", "check box")


def slip(desk: Program, words: Words) -> None:
    """A wrong passphrase."""
    desk.set_text("Passphrase", f"{next(words)} {next(words)}", SECRET)
    desk.press("Unlock", "push button")  # Qt lets it act a moment later: what is typed before its answer would count
    desk.find("That passphrase does not open this vault.")
    desk.find("Unlock", "push button", state="enabled")


def work(desk: Program, words: Words, given: Path) -> None:
    """Somebody new, their details, a meeting from end to end, the document, copies, searches."""
    for _ in range(4):
        desk.press("People")
        add_person(desk, next(words), next(words))
        desk.press("Details", "check box")
        fill(desk, words)
        desk.key("Tab")
        desk.set_text("Find people and provision", next(words))
        desk.set_text("Find people and provision", "")
    talk(desk, words)
    plan(desk, words)
    agree(desk, words)
    folder = given / next(words)
    folder.mkdir()
    give_out(desk, folder)


def talk(desk: Program, words: Words) -> None:
    """Every question of the way that takes words; one by the keyboard, one note, one sealed answer."""
    start_interview(desk, FIRST)
    choose(desk, "Who is with us today?", "Nobody else, and we can talk freely")
    fill(desk, words)
    choose(desk, "Is the way we meet and write to you still right?", "Yes")
    for title in STEPS:
        go_to(desk, title)
        fill(desk, words)
    go_to(desk, "Things that can change what is asked")
    choose(desk, "Is any of this part of your life just now?", "Looking after someone who needs help")
    choose(desk, CARD, "A recovery course")
    desk.key("ctrl+shift+n")
    fill(desk, words)
    go_to(desk, "What you bring")
    desk.focus("What are you proud of?", "text")
    desk.type(f" {next(words)}")


def plan(desk: Program, words: Words) -> None:
    """Lines of ours and of theirs; nothing may be asked in a pause."""
    go_to(desk, "What each of us does")
    for whose in ("What we will do", "What is chosen freely", "What is chosen freely", "What is chosen freely"):
        write_line(desk, whose, next(words), "Every week")


def agree(desk: Program, words: Words) -> None:
    """Read it back, say how it sits, agree the next meeting, issue."""
    go_to(desk, "Read it back")
    go_to(desk, "Next")
    choose(desk, "How does the plan sit with you today?", "I say yes to this")
    give_date(desk, "Which day", today() + timedelta(weeks=2))
    desk.set_text("Time", "10:30")
    choose(desk, "How", "By phone")
    desk.set_text("Why then", next(words))
    desk.key("alt+4")
    desk.find("Not issued yet")
    desk.press("Issue")
    desk.press("Issue it now")
    desk.find("Copy for the journal")


def give_out(desk: Program, folder: Path) -> None:
    """It is safe, they say; a copy in a folder that the coach named after somebody, and words on the clipboard."""
    desk.press("They say paper is safe", "push button")
    desk.press("They say post and email are safe", "push button")
    desk.press("Save a copy", "push button")
    desk.set_text("Directory:", str(folder))
    desk.press("Choose", "push button")
    desk.wait_gone("Directory:", "text")
    desk.press("Copy for the journal", "push button")


def clipboard(screen: Environment) -> str:
    """What any other program of the desktop finds on the clipboard."""
    done = subprocess.run(
        [sys.executable, "-c", CLIPBOARD], env={**os.environ, **screen}, capture_output=True, text=True, timeout=60, check=True
    )  # fmt: skip
    return done.stdout


def stumble(desk: Program) -> None:
    """Let the program meet an error of its own, which it tells, and go on."""
    os.kill(desk.pid, signal.SIGUSR1)
    desk.key("F6")
    desk.find("Something went wrong in CoachDesk", "label")
    desk.press("Show the report", "push button")
    desk.press("Close this message", "push button")
    desk.wait_gone("Something went wrong in CoachDesk", "label")


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes true in time."""
    ends = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > ends:
            return False
        time.sleep(0.2)
    return True
