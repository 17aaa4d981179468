"""The coach goes away and locks the screen: the program saves, closes the vault and leaves a clean process behind, which goes
straight back to the same word of the same question."""

import subprocess
from pathlib import Path

import pytest

from coachdesk.demo import PASSPHRASE
from tests.journeys.conftest import Start
from tests.journeys.desktop import Environment
from tests.journeys.program import Program
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
    assert {HALF, "Dumitru"} == in_memory(desk, HALF, "Dumitru")
    lock_screen(screen)
    assert desk.wait(SOON) == 0
    locked = desk.successor()
    locked.find("Passphrase", "password text")
    assert locked.titles() == {"CoachDesk"}
    assert in_memory(locked, HALF, "Dumitru") == set()
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


def in_memory(program: Program, *words: str) -> set[str]:
    """Which of the words lie in the memory of a running program, as any layer of it may write them."""
    found = set()
    with Path(f"/proc/{program.pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{program.pid}/maps").read_text().splitlines():
            (begin, end), rights = line.split()[0].split("-"), line.split()[1]
            if "r" not in rights or "w" not in rights:
                continue
            memory.seek(int(begin, 16))
            try:
                piece = memory.read(int(end, 16) - int(begin, 16))
            except OSError:  # a page of the driver's
                continue
            found |= {each for each in words if each.encode() in piece or each.encode("utf-16-le") in piece}
    return found
