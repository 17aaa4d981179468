"""Backups and restores at random: what comes back is, byte for byte, what was backed up."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from coachdesk.application import Opened, open_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.storage import find, verify
from coachdesk.storage.connection import reading_file
from coachdesk.storage.tables import AUDIT, METADATA
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE, made, setting

Dump = dict[str, list[tuple[object, ...]]]


class Clock:
    """Goes on by minutes."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def later(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)


def dump(connection: Connection) -> Dump:
    """All that is kept, row by row, as its bytes are."""
    return {
        each.name: [
            tuple(row)
            for row in connection.exec_driver_sql(str(each.select().order_by(*each.primary_key).compile(connection)))
        ]
        for each in METADATA.sorted_tables
    }


def worked_on(vault: Opened, chance: random.Random, number: int) -> None:
    """Somebody is added, changed or archived."""
    people = vault.services.people
    with vault.database.read() as connection:
        there = find(connection, Person)
    if there and chance.random() < 0.5:
        people.save(replace(chance.choice(there), phone=f"01632 96{number:04}"))
    else:
        people.save(replace(people.draft(), given_name=f"Person {number}"))


def comes_back(vault: Opened, chance: random.Random, which: str) -> None:
    """A backup of chance comes back as it was; the list of who did what goes on with a line of its own."""
    backup = chance.choice(vault.services.restoring.backups())
    with reading_file(backup.files.vault, vault.keys.data_key) as connection:
        then = dump(connection)
    vault.services.restoring.restore(backup)
    found = verify(vault.database.path, vault.keys.data_key)
    assert found.sound, which
    with vault.database.read() as connection:
        now = dump(connection)
    lines, more = then.pop(AUDIT.name), now.pop(AUDIT.name)
    assert now == then, which
    assert more[: len(lines)] == lines, which
    assert [row[3] for row in more[len(lines) :]] == ["vault.restored"], which


def test_what_comes_back_is_what_was_backed_up(tmp_path: Path, tally: Tally) -> None:
    chance, clock = random.Random(tally.seed), Clock()
    where = setting(tmp_path, clock=clock)
    vault = made(where)
    worked_on(vault, chance, 0)
    vault.services.backing_up.make()
    for trial in tally.trials("restored at random", "byte-equal, both checks sound", many(short=3, full=200)):
        for number in range(chance.randrange(1, 4)):
            clock.later(chance.randrange(1, 15))
            worked_on(vault, chance, trial * 10 + number)
        clock.later(chance.choice((15, 15, 60, 24 * 60)))
        vault.services.backing_up.make_if_due()
        clock.later(1)
        comes_back(vault, chance, f"trial {trial} of seed {tally.seed}")
        vault.close()
        vault = open_vault(where, PASSPHRASE)
    vault.close()


def test_ten_days_of_backups_are_kept_however_a_coach_works(tmp_path: Path, tally: Tally) -> None:
    chance, clock = random.Random(tally.seed), Clock()
    vault = made(setting(tmp_path, clock=clock))
    days = set()
    for trial in tally.trials("backed up over weeks", "the last ten days are there", many(short=12, full=200)):
        clock.later(chance.choice((15, 30, 240, 24 * 60)))
        vault.services.backing_up.make()
        days.add(clock().date())
        there = {each.made.date() for each in vault.services.restoring.backups()}
        assert there >= set(sorted(days)[-10:]), f"trial {trial} of seed {tally.seed}"
    vault.close()


def test_a_backup_is_read_with_its_key_alone(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(tally.seed)
    vault = made(setting(tmp_path))
    people = vault.services.people
    people.save(replace(people.draft(), given_name="Amirabelle"))
    backup = vault.services.backing_up.make().path
    vault.close()
    assert b"Amirabelle" not in backup.read_bytes()
    for _trial in tally.trials("another key on a backup", "refused", many(short=20, full=1000)):
        wrong = bytearray(vault.keys.data_key)
        wrong[chance.randrange(32)] ^= 1 << chance.randrange(8)
        with pytest.raises(AppError, match=r"storage\.damaged"), reading_file(backup, bytes(wrong)):
            pass
