"""A coach whose computer runs out of memory in the middle of a save: run as a program, one coach for each line.

A line is a seed. The coach opens the vault and saves an answer, a name or something that was agreed, while memory fails at a
random moment and for a moment, in Python or in SQLite. Every other coach then saves all three with memory back. It says, a line
each, as JSON; "gone" follows its end:

    ["tries", record, words]    what it is about to save
    ["wrote", record, words]    this was acknowledged
    ["refused", code]           it was not, in words that a coach can read
    ["stumbled"]                it was not, with a plain MemoryError
    ["done"]                    the end, where the interpreter itself lived to see it
"""

import _testcapi
import ctypes
import random
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import _sqlite3

from coachdesk.application import Opened, open_vault
from coachdesk.errors import AppError
from coachdesk.ids import new_id
from coachdesk.interviews import Answer
from tests.faults.changing_keys import place
from tests.faults.migrating_coach import each_line
from tests.faults.nursery import tell
from tests.vaults import PASSPHRASE

ALLOCATIONS, ALLOCATIONS_LOST = 700, 20
"""As many as a save makes in Python, by and large; how many of them fail in a row, at the most."""

ROOM = 60_000
"""Bytes that a save takes in SQLite beyond what an open vault holds, by and large."""

PATIENCE = 30
"""Seconds after which a coach that hangs is killed."""

Save = Callable[[str], object]


@contextmanager
def python_fails(chance: random.Random) -> Iterator[None]:
    """Some allocation of Python fails, and a few after it."""
    first = chance.randrange(1, ALLOCATIONS)
    _testcapi.set_nomemory(first, first + chance.randint(1, ALLOCATIONS_LOST))
    try:
        yield
    finally:
        _testcapi.remove_mem_hooks()


@contextmanager
def sqlite_fails(chance: random.Random) -> Iterator[None]:
    """SQLite gets a little memory beyond what it has, and no more."""
    sqlite = ctypes.CDLL(_sqlite3.__file__)
    sqlite.sqlite3_memory_used.restype = ctypes.c_int64
    limit = sqlite.sqlite3_hard_heap_limit64
    limit.argtypes = (ctypes.c_int64,)
    limit(sqlite.sqlite3_memory_used() + chance.randrange(ROOM))
    try:
        yield
    finally:
        limit(0)


def saves(opened: Opened) -> Mapping[str, Save]:
    """What a coach saves, and how, by what it is."""
    services = opened.services
    (amira,) = services.people.find("Amira")
    person = services.people.open(amira.person_id).person
    (interview,) = services.people.open(amira.person_id).interviews
    known = services.interviews.open(interview.id)

    def answer(words: str) -> object:
        said = {**known.answers, "proud_of": Answer(value=words)}
        return services.interviews.save_answer(known.interview, said, "proud_of", visit=new_id())

    def name(words: str) -> object:
        return services.people.save(replace(services.people.open(person.id).person, family_name=words))

    def agreed(words: str) -> object:
        (now,) = services.plans.plan(person.id).actions
        return services.plans.save_action(replace(now, text=words))

    return {"answer": answer, "name": name, "agreed": agreed}


def attempt(save: Save, words: str, failing: AbstractContextManager[None]) -> AppError | MemoryError | None:
    """Save it; the error that came of it, or None. Nothing is said before memory is back."""
    try:
        with failing:
            save(words)
    except (AppError, MemoryError) as error:
        return error
    return None


def report(what: str, words: str, error: AppError | MemoryError | None) -> None:
    """Say how saving went."""
    if error is None:
        tell("wrote", what, words)
    elif isinstance(error, AppError):
        tell("refused", error.code)
    else:
        tell("stumbled")


def forget(vault: Path, seed: int) -> None:
    """Save while memory fails, and perhaps again when it does not."""
    signal.alarm(PATIENCE)
    chance = random.Random(seed)
    opened = open_vault(place(vault), PASSPHRASE)
    known = saves(opened)
    what, words = chance.choice(sorted(known)), f"w{seed}"
    tell("tries", what, words)
    report(what, words, attempt(known[what], words, chance.choice((python_fails, sqlite_fails))(chance)))
    if seed % 2:
        for each, save in known.items():
            again = f"again{seed}"
            tell("tries", each, again)
            save(again)
            tell("wrote", each, again)
        opened.close()
    tell("done")


if __name__ == "__main__":
    each_line(lambda line: forget(Path(sys.argv[1]), int(line)))
