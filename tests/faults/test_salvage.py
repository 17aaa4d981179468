"""A practice caseload, damaged at random: what is saved of it is as it was, and what is not is counted."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Connection

from coachdesk.clock import today
from coachdesk.demo import make_demo
from coachdesk.errors import AppError
from coachdesk.storage import VaultInfo, verify
from coachdesk.storage.connection import reading_file
from coachdesk.storage.salvaging import Salvaged, salvage
from coachdesk.storage.search_rebuild import MADE_ANEW
from coachdesk.storage.tables import METADATA
from tests.faults.tally import Tally, many
from tests.faults.test_damage import cut_off, one_bit_flipped, two_pages_swapped
from tests.vaults import setting

Rows = dict[str, set[tuple[object, ...]]]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, VaultInfo]:
    """The file of a practice vault, its key, and whose it is."""
    where = setting(tmp_path_factory.mktemp("practice"))
    vault = make_demo(where, today())
    vault.close()
    return where.files.vault, vault.keys.data_key, vault.info


def rows_of(connection: Connection) -> Rows:
    """Every row of every table that does not follow from others."""
    tables = [each for each in METADATA.sorted_tables if each.name not in MADE_ANEW]
    return {
        each.name: {tuple(row) for row in connection.exec_driver_sql(str(each.select().compile(connection)))}
        for each in tables
    }


def read(file: Path, key: bytes) -> Rows:
    with reading_file(file, key) as connection:
        return rows_of(connection)


def broken(whole: bytes, chance: random.Random) -> bytes:
    """A few bits flipped, two pages swapped, or the end cut off."""
    how = chance.randrange(6)
    if how == 0:
        return cut_off(whole, chance)
    if how == 1:
        return two_pages_swapped(whole, chance)
    for _flip in range(chance.choice((1, 1, 2, 5, 20))):
        whole = one_bit_flipped(whole, chance)
    return whole


def test_every_row_that_is_saved_is_as_it_was_and_every_other_is_counted(
    practice: tuple[Path, bytes, VaultInfo], tmp_path: Path, tally: Tally
) -> None:
    file, key, about = practice
    chance, whole, there = random.Random(tally.seed), file.read_bytes(), read(file, key)
    damaged, new, nothing = tmp_path / "damaged.cdvault", tmp_path / "new.cdvault", 0
    for trial in tally.trials("saved after random damage", "0 other rows, all missing named", many(short=4, full=200)):
        damaged.write_bytes(broken(whole, chance))
        new.unlink(missing_ok=True)
        which = f"trial {trial} of seed {tally.seed}"
        found = saved(damaged, key, new, about)
        if found is None:
            nothing += 1
            continue
        checked = verify(new, key)
        assert (checked.pages, checked.structure, checked.references) == ((), (), 0), which
        for table, rows in read(new, key).items():
            assert rows <= there[table] or table == "vault_info", f"{which}: {table}"
            missing_is_counted(found, table, len(there[table] - rows), which)
    assert nothing <= max(1, trial // 4), f"{nothing} of {trial + 1} gave nothing at all"


def saved(damaged: Path, key: bytes, new: Path, about: VaultInfo) -> Salvaged | None:
    """What came of it, or None where nothing at all can be read."""
    try:
        return salvage(damaged, key, new, key, about)
    except AppError as error:
        if error.code != "salvage.nothing":
            raise
        return None


def missing_is_counted(found: Salvaged, table: str, missing: int, which: str) -> None:
    """Whether so many rows are said to be missing; where nothing tells how many there were, that is said."""
    lost = found.lost.get(table)
    told = found.hanging[table] + (lost.rows if lost else 0)
    assert told == missing or (missing and lost and not lost.exact), f"{which}: {table} misses {missing}, not {told}"
