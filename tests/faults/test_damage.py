"""A vault of twenty megabytes whose file is changed behind the program's back, opened as the program opens it."""

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Connection

from coachdesk.application import Setting, open_vault
from coachdesk.bringing_back import newest_backup
from coachdesk.errors import AppError
from coachdesk.storage import suspected
from coachdesk.storage.connection import reading_file
from coachdesk.storage.tables import AUDIT, METADATA
from tests.faults.caseload import fill, next_answer
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE, made, setting

PAGE = 4096
SIZE = many(short=2, full=20) * 1024 * 1024

Damage = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True)
class Grown:
    """A vault with a backup: where it lies, its bytes, and the digest of what it says."""

    where: Setting
    whole: bytes
    said: str


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
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    where = setting(tmp_path_factory.mktemp("grown"))
    vault = made(where)
    interview, number = fill(vault.database), 0
    while where.files.vault.stat().st_size < SIZE:
        with vault.database.write() as writer:
            for question in range(number, number + 200):
                writer.put(next_answer(interview, f"q{question}", times=60), "answer.written")
        number += 200
    vault.services.backing_up.make()
    vault.close()
    with reading_file(where.files.vault, vault.keys.data_key) as connection:
        return Grown(where, where.files.vault.read_bytes(), everything(connection))


@pytest.mark.parametrize(
    ("damage", "times"),
    [
        (one_bit_flipped, many(short=40, full=2000)),
        (cut_off, many(short=20, full=500)),
        (two_pages_swapped, many(short=20, full=500)),
    ],
)
def test_a_damaged_vault_is_not_opened_and_a_backup_is_offered(
    damage: Damage, times: int, grown: Grown, tally: Tally
) -> None:
    chance = random.Random(tally.seed)
    for trial in tally.trials(damage.__name__.replace("_", " "), "all refused, a backup offered", times):
        grown.where.files.vault.write_bytes(damage(grown.whole, chance))
        assert refused(grown.where), f"trial {trial} of seed {tally.seed}"
        assert newest_backup(grown.where) is not None
    restored(grown)


def test_of_a_vault_too_large_to_be_read_whole_at_the_door_no_wrong_value_is_shown(
    grown: Grown, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, file = random.Random(tally.seed), grown.where.files.vault
    monkeypatch.setattr(suspected, "QUICK", 0)
    for trial in tally.trials("one bit flipped in a large vault", "no wrong value is shown", many(short=15, full=500)):
        file.write_bytes(one_bit_flipped(grown.whole, chance))
        file.with_suffix(".cdsuspected").unlink(missing_ok=True)
        assert what_it_shows(grown.where) in {"", grown.said}, f"trial {trial} of seed {tally.seed}"
    restored(grown)


def test_an_older_vault_put_back_whole_is_noticed(grown: Grown, tally: Tally) -> None:
    restored(grown)
    chance, file, kept = random.Random(tally.seed), grown.where.files.vault, [grown.whole]
    for trial in tally.trials("an older file put back whole", "all noticed", many(short=4, full=100)):
        worked_in(grown.where, trial)
        older, now = chance.choice(kept), file.read_bytes()
        kept = [*kept[-3:], now]
        file.write_bytes(older)
        vault = open_vault(grown.where, PASSPHRASE)
        vault.close()
        assert vault.older_than_left, f"trial {trial} of seed {tally.seed}"
    restored(grown)


def test_a_damaged_header_is_mended_from_a_backup(grown: Grown, tally: Tally) -> None:
    restored(grown)
    chance, header = random.Random(tally.seed), grown.where.files.header
    sound = header.read_bytes()
    for _trial in tally.trials("one bit flipped in the header", "all mended from a backup", many(short=8, full=300)):
        header.write_bytes(one_bit_flipped(sound, chance))
        open_vault(grown.where, PASSPHRASE).close()
        assert header.read_bytes() == sound


def worked_in(where: Setting, number: int) -> None:
    """Open the vault, write something, leave it."""
    vault = open_vault(where, PASSPHRASE)
    people = vault.services.people
    people.save(replace(people.draft(), given_name=f"Person {number}"))
    vault.close()


def restored(grown: Grown) -> None:
    """The sound vault for whoever comes next, and no memory of damage."""
    grown.where.files.vault.write_bytes(grown.whole)
    grown.where.files.vault.with_suffix(".cdsuspected").unlink(missing_ok=True)


def refused(where: Setting) -> bool:
    """Whether the vault is refused as damaged, or as missing where nothing is left of it, before anything could be shown."""
    nothing_left = where.files.vault.stat().st_size < PAGE
    try:
        open_vault(where, PASSPHRASE).close()
    except AppError as error:
        return error.code == "storage.damaged" or (nothing_left and error.code == "storage.missing")
    return False


def what_it_shows(where: Setting) -> str:
    """The digest of everything that an open vault shows, or nothing where opening or reading is refused as damaged."""
    vault = None
    try:
        vault = open_vault(where, PASSPHRASE)
        with vault.database.read() as connection:
            return everything(connection)
    except AppError as error:
        return "" if error.code == "storage.damaged" else error.code
    finally:
        if vault is not None:
            vault.close()


def everything(connection: Connection) -> str:
    """The digest of all that is kept; opening a vault adds a line to the audit, which is left out."""
    said = hashlib.sha256()
    for kept in METADATA.sorted_tables:
        if kept is not AUDIT:
            rows = connection.exec_driver_sql(str(kept.select().order_by(*kept.primary_key).compile(connection)))
            said.update(repr((kept.name, [tuple(row) for row in rows])).encode())
    return said.hexdigest()
