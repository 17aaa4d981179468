"""The wait after wrong passphrases: none for a slip of the finger, longer each time after that, restart or not."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.vault import unlock_with_recovery
from coachdesk.vault.delay import LONGEST, Tries, failed, seconds_left, settled, wait_after
from coachdesk.vault.header import authenticate
from coachdesk.vault.header_file import write_header
from coachdesk.vault.wrapping import Kdf
from tests.core.vault.conftest import ROOT, MadeVault

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def try_wrongly(vault: MadeVault, times: int) -> None:
    for _ in range(times):
        with pytest.raises(AppError) as refused:
            vault.unlock("not the passphrase")
        assert refused.value.code == "vault.wrong-passphrase"
        vault.clock.turn(seconds=LONGEST)


def wait_of(vault: MadeVault) -> object:
    """What the coach is told about waiting, also with the right passphrase."""
    with pytest.raises(AppError) as refused:
        vault.unlock()
    assert refused.value.code == "vault.wait"
    return refused.value.details["seconds"]


def test_it_grows_from_nothing_to_five_minutes() -> None:
    assert [wait_after(count) for count in range(16)] == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert wait_after(10**12) == LONGEST


def test_four_slips_cost_nothing_and_the_fifth_a_second(vault: MadeVault) -> None:
    try_wrongly(vault, 4)
    vault.clock.turn(seconds=-LONGEST)
    vault.unlock()
    try_wrongly(vault, 5)
    vault.clock.turn(seconds=-LONGEST)
    assert wait_of(vault) == 1
    vault.clock.turn(seconds=1)
    vault.unlock()


def test_it_is_remembered_by_a_new_process(vault: MadeVault) -> None:
    """Every call reads the file afresh, as a program does that was started again."""
    try_wrongly(vault, 9)
    vault.clock.turn(seconds=-LONGEST)
    assert vault.files.tries.exists()
    assert wait_of(vault) == 16


def test_a_try_during_the_wait_neither_counts_nor_lengthens_it(vault: MadeVault) -> None:
    try_wrongly(vault, 9)
    vault.clock.turn(seconds=-LONGEST)
    before = vault.files.tries.read_bytes()
    assert [wait_of(vault) for _ in range(5)] == [16] * 5
    assert vault.files.tries.read_bytes() == before


def test_the_right_passphrase_and_the_recovery_key_end_it(vault: MadeVault) -> None:
    try_wrongly(vault, 6)
    vault.unlock()
    assert not vault.files.tries.exists()
    try_wrongly(vault, 6)
    unlock_with_recovery(vault.folder, vault.recovery_key)
    vault.clock.turn(seconds=-LONGEST)
    vault.unlock()


def test_a_clock_put_back_starts_the_wait_afresh_and_does_not_shut_anybody_out(vault: MadeVault) -> None:
    try_wrongly(vault, 9)
    vault.clock.turn(days=-400)
    assert wait_of(vault) == 16
    vault.clock.turn(seconds=15)
    assert wait_of(vault) == 1
    vault.clock.turn(seconds=1)
    vault.unlock()


@given(st.integers(0, 10**9), st.timedeltas(timedelta(0), timedelta(days=9000)))
def test_no_clock_put_back_makes_the_wait_shorter_or_endless(count: int, back: timedelta) -> None:
    tries = failed(Tries(count, NOON), NOON)
    left = seconds_left(settled(tries, NOON - back), NOON - back)
    assert wait_after(count + 1) == left <= LONGEST


def test_pulling_the_plug_during_a_try_does_not_win_a_free_one(vault: MadeVault) -> None:
    """A try is counted before the passphrase is looked at."""
    dear = Kdf(iterations=64, memory_kib=1024 * 1024, lanes=1)
    header = replace(vault.keys.header, kdf=dear, keychain=False)
    write_header(vault.files.header, authenticate(header, vault.keys.root))
    with subprocess.Popen([sys.executable, "-c", TRIES_ONCE, str(vault.folder)], cwd=ROOT) as child:
        while not vault.files.tries.exists():
            assert child.poll() is None
            time.sleep(0.01)
        child.kill()
    assert json.loads(vault.files.tries.read_bytes())["count"] == 1


TRIES_ONCE = """
import pathlib, sys
from coachdesk.vault import unlock
from coachdesk.vault.wrapping import Kdf
unlock(pathlib.Path(sys.argv[1]), "not the passphrase", None, floor=Kdf(1, 64, 1))
"""


@pytest.mark.parametrize("content", [b"", b"nonsense", b"[]", b'{"count": "x"}', b'{"count": 1e999, "next_try": ""}'])
def test_a_file_that_makes_no_sense_costs_a_second_after_the_next_slip(vault: MadeVault, content: bytes) -> None:
    vault.files.tries.write_bytes(content)
    try_wrongly(vault, 1)
    vault.clock.turn(seconds=-LONGEST)
    assert wait_of(vault) == 1


def test_nothing_is_ever_wiped(vault: MadeVault) -> None:
    before = vault.files.header.read_bytes()
    try_wrongly(vault, 40)
    assert vault.files.header.read_bytes() == before
    assert vault.unlock().data_key == vault.keys.data_key
