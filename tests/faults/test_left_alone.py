"""The coach leaves the computer in the middle of a word: all is saved, the vault is closed and the process gone within seconds."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests.faults.nursery import Nursery, nursery
from tests.faults.tally import Tally, many, spread
from tests.faults.window import MODULE, Life, Talk, begun, read_again
from tests.ui.computer import Computer, bus, computer_on
from ui.session.linux import LOGIND_PATH, MANAGER, SESSION, UPOWER, UPOWER_PATH

CLOSED = 5.0
"""Seconds after which, at the latest, the process that held the keys is gone."""

HERE = "/org/freedesktop/login1/session/_32"
SAVER = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", True


def screen_is_locked(computer: Computer) -> None:
    computer.tells(*SAVER)


def another_user_comes(computer: Computer) -> None:
    computer.has("Active", value=False)
    computer.changes(HERE, SESSION)


def it_falls_asleep(computer: Computer) -> None:
    computer.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", "b", True)


def lid_is_closed(computer: Computer) -> None:
    computer.has("LidIsClosed", value=True)
    computer.changes(UPOWER_PATH, UPOWER)


def back_again(computer: Computer) -> None:
    """The coach sits down again."""
    computer.has("Active", value=True)
    computer.has("LidIsClosed", value=False)


WAYS: tuple[Callable[[Computer], None], ...] = (screen_is_locked, another_user_comes, it_falls_asleep, lid_is_closed)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="there is no dbus-daemon")
@pytest.mark.timeout(3600)
def test_whoever_leaves_in_the_middle_of_a_word_finds_it_again_and_nobody_finds_the_vault_open(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, moments, took = begun(tmp_path), random.Random(tally.seed), list[float]()
    with bus() as address, computer_on(address) as computer:
        for kind in ("SESSION", "SYSTEM"):
            monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", address)
        with nursery(MODULE, talk.vault, *talk.arguments) as coaches:
            for number in tally.trials(
                "left alone: screen, user, sleep, lid", f"closed within {CLOSED:.0f} s, 0 lost", many(short=2, full=80)
            ):
                way, which = WAYS[number % len(WAYS)], f"departure {number} of seed {tally.seed}"
                life, seconds = left(coaches, number, moments.uniform(0.05, 0.8), partial(way, computer))
                took.append(seconds)
                end_successor(talk.vault)
                back_again(computer)
                assert seconds <= CLOSED, f"{which}: {way.__name__}"
                all_is_there(talk, life, which)
    tally.measured.append(f"left alone, until the vault is closed: {spread(took)}")


def left(coaches: Nursery, seed: int, after: float, leave: Callable[[], None]) -> tuple[Life, float]:
    """Let a coach type for so many seconds and leave; what the coach said, and the seconds until the process was gone.

    Those in which other programs had the processor are not counted: this machine may be doing other things.
    """
    coaches.asked.write(f"{seed}\n")
    coaches.asked.flush()
    process = int(coaches.said.readline())
    time.sleep(after)
    before = queued = in_queue(process)
    leave()
    begun_at = time.monotonic()
    with ThreadPoolExecutor(1) as listener:
        said = listener.submit(lambda: list(iter(coaches.said.readline, "gone\n")))
        while not said.done():
            queued = max(queued, in_queue(process))
            time.sleep(0.02)
    return Life.told(said.result()), time.monotonic() - begun_at - (queued - before)


def in_queue(process: int) -> float:
    """Seconds for which a process was ready and had to wait for a processor; 0 when it is gone."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    return 0


def all_is_there(talk: Talk, life: Life, which: str) -> None:
    """Every key that was pressed is in the vault, and the form opened where it was left."""
    assert not life.crashed(), which
    assert life.question == talk.question, f"{which}: the form opened elsewhere"
    typed = dict(talk.answers)
    for what, *rest in life.said:
        if what == "typed":
            typed[rest[0]] = rest[1]
    read_again(talk, which)
    assert {question: text for question, text in typed.items() if text} == talk.answers, which


def end_successor(vault: Path) -> None:
    """The process at the unlock window that a lock leaves behind: it has to be there, and is ended."""
    wanted, ends = b"\0".join((b"-m", b"ui", b"--vault", str(vault).encode())), time.monotonic() + 20
    while time.monotonic() < ends:
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):  # a process that ended just now
                if wanted in line.read_bytes():
                    os.kill(int(line.parent.name), signal.SIGKILL)
                    return
        time.sleep(0.02)
    raise AssertionError("The lock left no process behind.")
