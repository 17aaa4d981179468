import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.storage import Database, verify
from coachdesk.vault import MemoryKeychain, create, unlock
from tests.faults.caseload import KEY, fill, opened
from tests.faults.tally import Tally, many
from tests.vaults import CHEAP, PASSPHRASE

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
    waited = list[int]()
    for trial in tally.trials("wrong passphrase", "0 open, 0 wiped", many(short=100, full=10_000)):
        wrong = PASSPHRASE[: chance.randrange(len(PASSPHRASE))] + chance.choice("abcxyz") * (trial % 9 + 1)
        waited.append(seconds_until_heard(tmp_path, wrong, keychain, now))
    assert waited[:4] == [0, 0, 0, 0]
    assert min(waited[5:]) >= 1
    assert min(waited[10:]) >= 30
    assert max(waited) == 300
    now[0] += timedelta(seconds=300)
    unlock(tmp_path, PASSPHRASE, keychain, clock=lambda: now[0], floor=CHEAP)


def seconds_until_heard(folder: Path, passphrase: str, keychain: MemoryKeychain, now: list[datetime]) -> int:
    """Try a wrong passphrase, and again after the wait that was asked for; how long that was."""
    waited = 0
    while True:
        with pytest.raises(AppError) as refused:
            unlock(folder, passphrase, keychain, clock=lambda: now[0], floor=CHEAP)
        if refused.value.code != "vault.wait":
            assert refused.value.code == "vault.wrong-passphrase"
            return waited
        waited = int(str(refused.value.details["seconds"]))
        now[0] += timedelta(seconds=waited)


def one_bit_off(key: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(key))
    return key[:place] + bytes([key[place] ^ 1 << chance.randrange(8)]) + key[place + 1 :]
