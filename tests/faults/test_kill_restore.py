import os
import time
from pathlib import Path
from shutil import rmtree

import pytest

from coachdesk.application import Opened, create_vault, open_vault
from coachdesk.storage.connection import reading_file
from tests.faults.changing_keys import place
from tests.faults.nursery import nursery
from tests.faults.restoring_coach import PASSPHRASE, add
from tests.faults.tally import Tally, many, moments


def names(opened: Opened) -> set[str]:
    with opened.database.read() as connection:
        return {row[0] for row in connection.exec_driver_sql("SELECT given_name FROM people")}


def made_with_backups(vault: Path) -> None:
    """A vault with a few backups, of which no two say the same."""
    opened, _key = create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    for number in range(3):
        add(opened, f"First {number}")
        opened.services.backing_up.make()
        time.sleep(1.01)  # backups are told apart by the second
    opened.close()


def either(vault: Path, trial: int) -> tuple[set[str], set[str]]:
    """Who is in the vault once the coach has added somebody, and who is in the backup that the coach then brings back."""
    opened = open_vault(place(vault), PASSPHRASE)
    backups = opened.services.restoring.backups()
    with reading_file(backups[trial % len(backups)].files.vault, opened.keys.data_key) as connection:
        then = {row[0] for row in connection.exec_driver_sql("SELECT given_name FROM people")}
    old = names(opened) | {f"Person {trial}"}
    opened.close()
    return old, then


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_while_a_backup_is_brought_back_leaves_the_old_vault_or_the_restored_one(
    tmp_path: Path, tally: Tally
) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    wanted, ended = many(short=8, full=200), 0
    after = moments(tally.seed, wanted, 0.2)
    made_with_backups(vault)
    with nursery("tests.faults.restoring_coach", vault) as coaches:
        for trial in tally.trials("killed while a backup comes back", "0 that are neither", wanted):
            old, then = either(vault, trial)
            done = "restored\n" in coaches.killed_after(str(trial), after[trial])
            ended += done
            opened = open_vault(place(vault), PASSPHRASE)
            assert names(opened) in ((then,) if done else (old, then)), f"trial {trial} of seed {tally.seed}"
            assert opened.services.administration.check().sound
            assert not list(tmp_path.glob(".*"))
            opened.close()
    assert ended < trial + 1, "no kill came in time"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_while_a_damaged_vault_is_saved_leaves_the_damaged_one_or_the_saved_one(
    tmp_path: Path, tally: Tally
) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    wanted, ended = many(short=3, full=200), 0
    after = moments(tally.seed, wanted, 0.6)
    made_with_backups(vault)
    damaged = bytearray(vault.read_bytes())
    damaged[-100] ^= 1
    with nursery("tests.faults.salvaging_coach", vault) as coaches:
        for trial in tally.trials("killed while a vault is saved", "0 that are neither", wanted):
            vault.write_bytes(damaged)
            done = "saved\n" in coaches.killed_after(str(trial), after[trial])
            ended += done
            as_it_was = vault.read_bytes() == damaged
            assert not (done and as_it_was), f"trial {trial} of seed {tally.seed}"
            if not as_it_was:
                opened = open_vault(place(vault), PASSPHRASE)
                assert names(opened) == {f"First {number}" for number in range(3)}
                assert opened.services.administration.check().sound
                opened.close()
            for aside in tmp_path.glob("coachdesk-damaged-*"):
                rmtree(aside)
    assert ended < trial + 1, "no kill came in time"
