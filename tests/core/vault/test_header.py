"""The header file: whatever is changed in it is noticed, and looks like a wrong passphrase."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coachdesk.errors import AppError
from coachdesk.vault import unlock, unlock_with_recovery
from coachdesk.vault.header import authenticate, canonical
from coachdesk.vault.header_file import DamagedHeaderError, dump, parse, read_header, write_header
from coachdesk.vault.slots import PENDING, under_root
from coachdesk.vault.wrapping import CEILING, STANDARD, Kdf
from tests.core.vault.conftest import CHEAP, PASSPHRASE, MadeVault

Change = Callable[[dict[str, Any]], object]


def alter(vault: MadeVault, change: Change) -> None:
    """Alter the header as somebody would who knows its shape: the checksum fits again."""
    content = json.loads(vault.files.header.read_bytes())
    del content["checksum"]
    change(content)
    content["checksum"] = hashlib.sha256(canonical(content)).hexdigest()
    vault.files.header.write_bytes(canonical(content) + b"\n")


def refusal(vault: MadeVault, floor: Kdf = CHEAP) -> str:
    vault.clock.turn(hours=1)
    with pytest.raises(AppError) as refused:
        unlock(vault.folder, PASSPHRASE, vault.keychain, clock=vault.clock, floor=floor)
    assert refused.value.details == {}
    return refused.value.code


def test_the_file_says_what_it_is_and_has_a_place_for_every_slot(vault: MadeVault) -> None:
    content = json.loads(vault.files.header.read_bytes())
    assert content["format"] == 1
    assert set(content["slots"]) == {"coach", "recovery", "organisation", "sealed"}
    assert content["slots"]["organisation"] is None
    assert set(content["data_key"]) == {"current", "pending"}
    assert content["passphrase"]["kdf"] == "argon2id"
    assert content["passphrase"]["keychain"] is True


def test_every_single_flipped_bit_is_noticed(vault: MadeVault) -> None:
    raw = vault.files.header.read_bytes()
    for place in range(len(raw)):
        for bit in range(8):
            flipped = bytearray(raw)
            flipped[place] ^= 1 << bit
            with pytest.raises(DamagedHeaderError):
                parse(bytes(flipped))


def test_a_damaged_header_looks_like_a_wrong_passphrase(vault: MadeVault) -> None:
    raw = vault.files.header.read_bytes()
    with pytest.raises(AppError) as wrong:
        vault.unlock("not the passphrase")
    damaged = [raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :] for place in range(0, len(raw), 41)]
    for content in (*damaged, b"", b"\n", b"[]", b"null", b"[" * 60_000, bytes(range(256)), raw + b" ", raw[:-1]):
        vault.files.header.write_bytes(content)
        assert refusal(vault) == wrong.value.code == "vault.wrong-passphrase"
    vault.files.header.write_bytes(raw)
    vault.clock.turn(hours=1)
    assert vault.unlock().data_key == vault.keys.data_key


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["passphrase"].update(iterations=2),
        lambda content: content["passphrase"].update(keychain=False),
        lambda content: content["passphrase"].update(salt="00" * 16),
        lambda content: content.update(public_key="09" + "00" * 31),
        lambda content: content["slots"].update(coach=content["slots"]["recovery"]),
        lambda content: content["slots"].update(recovery=content["slots"]["coach"]),
        lambda content: content["slots"].update(sealed=content["slots"]["coach"]),
        lambda content: content["slots"].update(organisation=content["slots"]["coach"]),
        lambda content: content["data_key"].update(current=content["slots"]["sealed"]),
        lambda content: content["data_key"].update(pending=content["data_key"]["current"]),
        lambda content: content.update(mac="00" * 32),
        lambda content: content["passphrase"].update(iterations=True),
        lambda content: content["passphrase"].update(memory_kib="64"),
        lambda content: content["passphrase"].update(keychain="yes"),
        lambda content: content.update(vault=7),
        lambda content: content.update(extra="field"),
        lambda content: content.update(slots=None),
        lambda content: content.update(format="1"),
    ],
)
def test_an_altered_header_is_refused_even_when_its_checksum_fits(vault: MadeVault, change: Change) -> None:
    alter(vault, change)
    assert refusal(vault) == "vault.wrong-passphrase"
    with pytest.raises(AppError) as refused:
        unlock_with_recovery(vault.folder, vault.recovery_key)
    assert refused.value.code == "vault.wrong-recovery-key"


@pytest.mark.parametrize(
    "cost",
    [
        {"iterations": 2, "memory_kib": 65536, "lanes": 4},
        {"iterations": 3, "memory_kib": 65535, "lanes": 4},
        {"iterations": 3, "memory_kib": 65536, "lanes": 3},
        {"iterations": 0, "memory_kib": 0, "lanes": 0},
        {"iterations": 3, "memory_kib": CEILING.memory_kib + 1, "lanes": 4},
        {"iterations": 10**9, "memory_kib": 65536, "lanes": 4},
    ],
)
def test_stretching_that_is_too_cheap_or_would_exhaust_the_machine_is_refused_before_it_runs(
    vault: MadeVault, cost: dict[str, int]
) -> None:
    header = replace(vault.keys.header, kdf=Kdf(**cost))
    write_header(vault.files.header, authenticate(header, vault.keys.root))
    vault.clock.turn(hours=1)
    with pytest.raises(AppError) as refused:
        unlock(vault.folder, PASSPHRASE, vault.keychain, clock=vault.clock)
    assert refused.value.code == "vault.wrong-passphrase"


def test_the_program_itself_does_not_open_a_vault_with_cheap_stretching(vault: MadeVault) -> None:
    with pytest.raises(AppError) as refused:
        unlock(vault.folder, PASSPHRASE, vault.keychain)
    assert refused.value.code == "vault.wrong-passphrase"


def test_a_header_of_a_newer_program_names_both_formats(vault: MadeVault) -> None:
    alter(vault, lambda content: content.update(format=2, news="unheard of"))
    with pytest.raises(AppError) as refused:
        vault.unlock()
    assert (refused.value.code, refused.value.details) == ("vault.newer-format", {"vault": 2, "program": 1})


def test_a_missing_header_is_said_as_such(vault: MadeVault) -> None:
    vault.files.header.unlink()
    with pytest.raises(AppError) as refused:
        vault.unlock()
    assert refused.value.code == "vault.header-missing"


def test_while_a_vault_is_being_rekeyed_both_data_keys_are_at_hand(vault: MadeVault) -> None:
    assert vault.keys.pending_key is None
    pending = under_root(vault.keys.root, b"n" * 32, vault.keys.vault_id, PENDING)
    write_header(vault.files.header, authenticate(replace(vault.keys.header, pending=pending), vault.keys.root))
    again = vault.unlock()
    assert (again.data_key, again.pending_key) == (vault.keys.data_key, b"n" * 32)


def test_what_is_written_reads_back_the_same(vault: MadeVault) -> None:
    header = read_header(vault.files.header)
    assert parse(dump(header)) == header == vault.keys.header


@pytest.mark.parametrize("name", ["iterations", "memory_kib", "lanes"])
def test_a_cost_is_refused_where_any_part_of_it_is_cheaper_than_allowed_or_dearer(name: str) -> None:
    assert STANDARD.between(STANDARD, CEILING)
    assert CEILING.between(STANDARD, CEILING)
    least, most = getattr(STANDARD, name), getattr(CEILING, name)
    assert not replace(STANDARD, **{name: least - 1}).between(STANDARD, CEILING)
    assert not replace(STANDARD, **{name: most + 1}).between(STANDARD, CEILING)
