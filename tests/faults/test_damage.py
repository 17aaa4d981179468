import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.storage import backup_to, verify
from coachdesk.storage.backup import digest
from coachdesk.storage.connection import reading_file
from tests.faults.caseload import KEY, fill, next_answer, opened
from tests.faults.tally import Tally, many

PAGE = 4096
SIZE = many(short=2, full=20) * 1024 * 1024

Damage = Callable[[bytes, random.Random], bytes]


def one_bit_flipped(whole: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]


def cut_off(whole: bytes, chance: random.Random) -> bytes:
    """At any byte, or where a page ends: there nothing is torn."""
    end = chance.randrange(len(whole))
    return whole[: chance.choice((end, end // PAGE * PAGE))]


def two_pages_swapped(whole: bytes, chance: random.Random) -> bytes:
    one, other = (page * PAGE for page in chance.sample(range(1, len(whole) // PAGE), 2))
    swapped = bytearray(whole)
    swapped[one : one + PAGE], swapped[other : other + PAGE] = whole[other : other + PAGE], whole[one : one + PAGE]
    return bytes(swapped)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """The bytes of a sound vault, and the digest of what it says."""
    folder = tmp_path_factory.mktemp("whole")
    database = opened(folder / "grown.cdvault")
    interview = fill(database)
    number = 0
    while database.path.stat().st_size < SIZE:
        with database.write() as writer:
            for question in range(number, number + 200):
                writer.put(next_answer(interview, f"q{question}", times=60), "answer.written")
        number += 200
    found = backup_to(database, folder / "whole.cdvault")
    database.close()
    return (folder / "whole.cdvault").read_bytes(), found.digest


@pytest.mark.parametrize(
    ("damage", "times"),
    [
        (one_bit_flipped, many(short=60, full=2000)),
        (cut_off, many(short=20, full=500)),
        (two_pages_swapped, many(short=20, full=500)),
    ],
)
def test_damage_is_found_before_a_wrong_value_is_shown(
    damage: Damage, times: int, whole: tuple[bytes, str], tmp_path: Path, tally: Tally
) -> None:
    sound, said = whole
    vault, chance = tmp_path / "damaged.cdvault", random.Random(tally.seed)
    for trial in tally.trials(damage.__name__.replace("_", " "), "all found, no wrong value", times):
        vault.write_bytes(damage(sound, chance))
        which = f"trial {trial} of seed {tally.seed}"
        assert is_noticed(vault), which
        assert what_it_says(vault) in {"", said}, which


def is_noticed(vault: Path) -> bool:
    """Whether the check of the vault finds something."""
    with refused_as_damaged():
        return not verify(vault, KEY).sound
    return True


def what_it_says(vault: Path) -> str:
    """The digest of everything that can still be read, or nothing where reading is refused."""
    with refused_as_damaged(), reading_file(vault, KEY) as connection:
        return digest(connection)
    return ""


@contextmanager
def refused_as_damaged() -> Iterator[None]:
    """Lets pass that the vault is damaged, and nothing else."""
    try:
        yield
    except AppError as refused:
        if refused.code != "storage.damaged":
            raise
