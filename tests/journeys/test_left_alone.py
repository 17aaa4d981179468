"""The coach goes away and locks the screen: the program saves, closes the vault and leaves a clean process behind, which goes
straight back to the same word of the same question."""

import subprocess
from pathlib import Path

import pytest

from coachdesk.demo import PASSPHRASE
from tests.journeys.conftest import Start
from tests.journeys.desktop import Environment
from tests.journeys.memory import in_memory
from tests.journeys.steps import SECRET, carry_on, go_to, open_person, the_program, unlock

pytestmark = pytest.mark.display

QUESTION = "Which places or kinds of work should we leave out, and why?"
HALF = "No kennels, because of the ostr"
SOON = 5
"""Seconds that a locked screen may stand before the vault is closed."""


@pytest.mark.timeout(300)
def test_a_locked_screen_locks_the_vault_leaves_nothing_in_memory_and_one_passphrase_leads_back(
    start: Start, practice: Path, screen: Environment
) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    open_person(desk, "Dumitru")
    carry_on(desk)
    go_to(desk, "What fits")
    desk.focus(QUESTION, "text")
    desk.type(HALF)
    assert desk.titles() == {"CoachDesk"}
    assert in_memory(desk.pid, HALF, "Dumitru") in ({HALF, "Dumitru"}, None)
    lock_screen(screen)
    assert desk.wait(SOON) == 0
    locked = desk.successor()
    locked.find("Passphrase", "password text")
    assert locked.titles() == {"CoachDesk"}
    assert in_memory(locked.pid, HALF, "Dumitru") in (set(), None)
    locked.set_text("Passphrase", PASSPHRASE, SECRET)
    locked.press("Unlock", "push button")
    locked.find(QUESTION, "text", text=HALF)
    locked.key("Shift_L")  # no window manager here gives it the keyboard
    locked.find(QUESTION, "text", state="focused")
    locked.type("iches")
    locked.find(QUESTION, "text", text=f"{HALF}iches")
    assert locked.titles() == {"CoachDesk"}


def lock_screen(screen: Environment) -> None:
    """What a desktop tells when its screen is locked."""
    signal = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")
    subprocess.run(["dbus-send", "--session", *signal], env=dict(screen), check=True, timeout=10)
