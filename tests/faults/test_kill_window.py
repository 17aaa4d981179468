import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from coachdesk.vault import set_passphrase, unlock
from coachdesk.vault.cost import measured
from tests.faults.nursery import ROOT, Nursery, nursery
from tests.faults.tally import Tally, many, spread
from tests.faults.window import FROM_NOTHING, LONGEST_LIFE, MODULE, Life, Talk, begun, held_to
from tests.vaults import CHEAP, PASSPHRASE

SIDE_BY_SIDE = many(short=1, full=2)
"""Vaults with a coach each: one is checked while the other is typed in."""

USABLE = 2.0
"""Seconds after which, at the latest, a program that was started again takes keys where it was left."""

UNLOCKED = 1.0
"""Seconds from Enter after the passphrase, stretched as for a real vault, until the field takes keys where it was left."""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")


def kill(talk: Talk, coaches: Nursery, seconds: float, which: str) -> tuple[Life, int]:
    """Let a coach type for so long and check the vault; what the coach said, and how many answers came new into it."""
    life = Life.told(coaches.killed_after(str(random.Random(which).randrange(10**6)), seconds))
    return life, held_to(talk, life, which)


def lifetime(number: int, moments: random.Random) -> float:
    """Seconds until a kill: of every four, one in each quarter of the longest life, so that few kills try all of it."""
    return LONGEST_LIFE * (number % 4 + moments.random()) / 4


@needs_fork
@pytest.mark.timeout(7200)
def test_a_kill_of_the_window_at_any_moment_loses_nothing_that_it_called_saved(tmp_path: Path, tally: Tally) -> None:
    moments, kills = random.Random(tally.seed), many(short=4, full=1000)
    lives, changed = list[Life](), 0
    with ExitStack() as held:
        rooms = []
        for number in range(SIDE_BY_SIDE):
            folder = tmp_path / str(number)
            folder.mkdir()
            talk = begun(folder)
            coaches = held.enter_context(nursery(MODULE, talk.vault, *talk.arguments))
            hand = ThreadPoolExecutor(1)
            held.callback(partial(hand.shutdown, cancel_futures=True))
            rooms.append((talk, coaches, hand))
        ahead = []
        for number in range(kills):
            talk, coaches, hand = rooms[number % SIDE_BY_SIDE]
            which = f"kill {number} of seed {tally.seed}"
            ahead.append(hand.submit(kill, talk, coaches, lifetime(number, moments), which))
        for number in tally.trials("killed while typing in the window", "0 lost, 0 gaps, same question", kills):
            life, new = ahead[number].result()
            lives.append(life)
            changed += new
    assert changed > kills / 4, "hardly anything was saved"
    assert sum(["saved"] in life.said for life in lives) > kills / 4
    tally.measured.append(f"window loaded, started again: processor {spread([life.processor for life in lives])}")
    tally.measured.append(f"window loaded, started again: clock {spread([life.seconds for life in lives])}")


@needs_fork
@pytest.mark.skipif(
    not many(short=0, full=1), reason="in a full run: starting anew loads and compiles the whole program"
)
@pytest.mark.timeout(3600)
def test_after_a_kill_the_program_is_back_at_the_same_question_within_two_seconds(tmp_path: Path, tally: Tally) -> None:
    talk = begun(tmp_path)
    keys = unlock(tmp_path, PASSPHRASE, None, name=talk.vault.stem, floor=CHEAP)
    set_passphrase(tmp_path, keys, PASSPHRASE, None, name=talk.vault.stem, kdf=measured())
    lives = [from_nothing(talk, tmp_path / "compiled", "the first start, which compiles")]
    for number in tally.trials("started again after a kill", f"usable within {USABLE:.0f} s", 20):
        life = from_nothing(talk, tmp_path / "compiled", f"start {number} of seed {tally.seed}")
        lives.append(life)
        assert life.waited() <= USABLE
    tally.measured.append(f"started from nothing: processor {spread([life.processor for life in lives[1:]])}")
    tally.measured.append(f"started from nothing: clock {spread([life.seconds for life in lives[1:]])}")
    unlocking = [life.unlocking for life in lives[1:]]
    tally.measured.append(f"from Enter to the same field: clock {spread(unlocking)}")
    assert min(unlocking) <= UNLOCKED, "the fastest, as other programs run beside it"


def from_nothing(talk: Talk, compiled: Path, which: str) -> Life:
    """Start the program as a new process, kill it after a moment of typing, check the vault."""
    command = [sys.executable, "-m", FROM_NOTHING, str(talk.vault), *talk.arguments, "1", str(time.monotonic())]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(LONGEST_LIFE)
        program.kill()
        life = Life.told(program.stdout.readlines())
    held_to(talk, life, which)
    return life
