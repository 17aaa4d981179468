import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from operator import truediv
from pathlib import Path
from statistics import median

import pytest

from coachdesk.errors import AppError
from coachdesk.storage import Database, verify
from coachdesk.vault import MemoryKeychain, VaultFiles, create, delay, unlock
from coachdesk.vault.header_file import read_header, write_header
from tests.faults.caseload import KEY, fill, opened
from tests.faults.tally import Tally, many
from tests.vaults import CHEAP, PASSPHRASE

WAITS = "0 open, 0 wiped, waits >= 1 s and >= 30 s"
ALIKE = "same words, time +-10 %"
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path, tally: Tally) -> None:
    vault, chance = tmp_path / "caseload.cdvault", random.Random(tally.seed)
    database = opened(vault)
    fill(database)
    database.close()
    before = vault.read_bytes()
    for trial in tally.trials("wrong key to the file", "0 open, 0 changed", many(short=200, full=10_000)):
        wrong = chance.randbytes(32) if trial % 2 else one_bit_off(KEY, chance)
        with pytest.raises(AppError) as refused:
            Database.open(vault, wrong, author="coach-1", clock=lambda: START, must_exist=True)
        assert refused.value.code == "storage.damaged"
    assert vault.read_bytes() == before
    assert verify(vault, KEY).sound


def test_wrong_passphrases_open_nothing_wait_longer_each_time_and_wipe_nothing(tmp_path: Path, tally: Tally) -> None:
    keychain, chance, now = MemoryKeychain(), random.Random(tally.seed), [START]
    create(tmp_path, passphrase=PASSPHRASE, keychain=keychain, kdf=CHEAP)
    header = VaultFiles(tmp_path).header.read_bytes()
    waited = list[int]()
    for trial in tally.trials("wrong passphrase (stretched cheaply)", WAITS, many(short=100, full=10_000)):
        wrong = PASSPHRASE[: chance.randrange(len(PASSPHRASE))] + chance.choice("abcxyz") * (trial % 9 + 1)
        waited.append(seconds_until_heard(tmp_path, wrong, keychain, now))
    assert waited[:4] == [0, 0, 0, 0]
    assert min(waited[5:]) >= 1
    assert min(waited[10:]) >= 30
    assert max(waited) == 300
    assert VaultFiles(tmp_path).header.read_bytes() == header
    now[0] += timedelta(seconds=300)
    unlock(tmp_path, PASSPHRASE, keychain, clock=lambda: now[0], floor=CHEAP)


def seconds_until_heard(folder: Path, passphrase: str, keychain: MemoryKeychain, now: list[datetime]) -> int:
    """Try a wrong passphrase, and again after the wait that was asked for; how long that was."""
    waited = 0
    while True:
        with pytest.raises(AppError) as refused:
            unlock(folder, passphrase, keychain, clock=lambda: now[0], floor=CHEAP)
        if refused.value.code != "vault.wait":
            assert (refused.value.code, refused.value.details) == ("vault.wrong-passphrase", {})
            return waited
        waited = int(str(refused.value.details["seconds"]))
        now[0] += timedelta(seconds=waited)


def test_a_wrong_passphrase_and_a_missing_key_look_alike_and_take_the_same_time(tmp_path: Path, tally: Tally) -> None:
    keychain, times = MemoryKeychain(), dict[str, list[float]]()
    folders = {name: tmp_path / name for name in ("wrong passphrase", "key gone", "header of another shape")}
    for name, folder in folders.items():
        folder.mkdir()
        create(folder, passphrase=PASSPHRASE, keychain=keychain)
        spoil(VaultFiles(folder).header, name)
        times[name] = []
    for trial in tally.trials("told apart: wrong passphrase, missing key", ALIKE, many(short=24, full=100)):
        for name in rotated(tuple(folders), trial):
            delay.clear(VaultFiles(folders[name]).tries)
            times[name].append(processor_time(folders[name], keychain))
    usual = {pair: median(map(truediv, times[pair[0]], times[pair[1]])) for pair in combinations(times, 2)}
    tally.measured.append(", ".join(f"{one} {ratio:.2f} x {other}" for (one, other), ratio in usual.items()))
    assert all(1 / 1.1 <= ratio <= 1.1 for ratio in usual.values()), usual


def rotated(names: tuple[str, ...], by: int) -> tuple[str, ...]:
    """Each has its turn at each place: what comes after another may find the processor as that left it."""
    return names[by % len(names) :] + names[: by % len(names)]


def spoil(header: Path, how: str) -> None:
    """Take the wrapped key out of a header, or the header itself apart."""
    if how == "key gone":
        known = read_header(header)
        write_header(header, replace(known, coach=replace(known.coach, body=bytes(len(known.coach.body)))))
    elif how == "header of another shape":
        header.write_bytes(header.read_bytes()[:-40])


def processor_time(folder: Path, keychain: MemoryKeychain) -> float:
    """Seconds of processor until a try is refused; those of the clock would tell of other programs."""
    begun = time.process_time()
    with pytest.raises(AppError) as refused:
        unlock(folder, "four wrong words here", keychain)
    took = time.process_time() - begun
    assert (refused.value.code, refused.value.details) == ("vault.wrong-passphrase", {})
    return took


def test_where_the_keychains_secret_is_missing_the_answer_does_not_depend_on_the_passphrase(tmp_path: Path) -> None:
    create(tmp_path, passphrase=PASSPHRASE, keychain=MemoryKeychain(), kdf=CHEAP)
    said = set()
    for passphrase in (PASSPHRASE, "four wrong words here"):
        with pytest.raises(AppError) as refused:
            unlock(tmp_path, passphrase, MemoryKeychain(), floor=CHEAP)
        said.add(refused.value.code)
    assert said == {"vault.keychain-lost"}


def one_bit_off(key: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(key))
    return key[:place] + bytes([key[place] ^ 1 << chance.randrange(8)]) + key[place + 1 :]
