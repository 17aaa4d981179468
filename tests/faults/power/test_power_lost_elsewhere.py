"""Power lost while backups are made and keys change, and while an old vault is brought up to date."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from coachdesk.application import create_vault, open_vault
from coachdesk.services import Backup, backups
from coachdesk.vault import VaultFiles, unlock
from tests.faults.changing_keys import place
from tests.faults.old_vault import RELEASED, Old, newer, released
from tests.faults.power.keeping_on import BACKUP, PERSON
from tests.faults.power.recording import compiled, needs_a_compiler, noted, recorded
from tests.faults.power.replay import Disk, cut_short, put_back
from tests.faults.power.typing_on import SAID
from tests.faults.tally import Tally, many
from tests.vaults import CHEAP, PASSPHRASE

MODULE = "tests.faults.power.keeping_on"


@needs_a_compiler
@pytest.mark.timeout(3600)
def test_power_lost_while_backups_are_made_and_keys_change_loses_nothing_that_was_said_to_be_kept(
    tmp_path: Path, tally: Tally
) -> None:
    folder = tmp_path / "before"
    folder.mkdir()
    vault = folder / "coachdesk.cdvault"
    create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)[0].close()
    disk, chance, times = Disk.holding(folder), random.Random(tally.seed), many(short=8, full=500)
    steps = recorded(compiled(tmp_path), folder, MODULE, [str(vault), str(many(short=10, full=40))])
    trials = tally.trials("power lost, backups made, keys changed", "0 lost, 0 unsound", times)
    for trial, (at, left) in zip(trials, cut_short(disk, steps, chance, times), strict=True):
        said, which = noted(steps[:at], SAID), f"cut {at} of {len(steps)}, seed {tally.seed}"
        after = tmp_path / str(trial)
        put_back(left, chance, folder, after)
        with closing(open_vault(place(after / vault.name), PASSPHRASE)) as opened:
            assert opened.services.administration.check().sound, which
            # One more may have been kept than it came to say; never one less.
            assert opened.services.people.count() - said.count(PERSON) in {0, 1}, which
            there = opened.services.restoring.backups()
            assert there or BACKUP not in said, which
            for each in there:
                assert opens_by_itself(each, opened.info.vault_id), which


def opens_by_itself(backup: Backup, vault_id: str) -> bool:
    """Whether a backup is sound, under the keys that its own header holds: those of the vault may be newer."""
    files = backup.files
    keys = unlock(files.folder, PASSPHRASE, None, name=files.name, floor=CHEAP)
    found = backups.tested(backup.made, files, key=keys.data_key, vault_id=vault_id)
    return found == backups.BackupTest(backup.made, ())


@needs_a_compiler
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("number", RELEASED)
def test_power_lost_while_an_old_vault_is_brought_up_to_date_leaves_the_old_one_or_todays(
    tmp_path: Path, tally: Tally, number: int
) -> None:
    old = released(tmp_path / "old", number)
    before, disk = old.state(), Disk.holding(old.folder)
    chance, times = random.Random(tally.seed), many(short=8, full=200)
    steps = recorded(compiled(tmp_path), old.folder, MODULE, [str(old.files.vault), "newer"])
    today = old.state()
    trials = tally.trials(f"power lost while migrating from v{number}", "0 between, backup first", times)
    for trial, (at, left) in zip(trials, cut_short(disk, steps, chance, times), strict=True):
        after = Old(tmp_path / str(trial), VaultFiles(tmp_path / str(trial), old.files.name), old.key)
        which = f"cut {at} of {len(steps)}, seed {tally.seed}"
        put_back(left, chance, old.folder, after.folder)
        state = after.state()
        assert state in (before, today), which
        if state == today:
            (backup,) = backups.there(after.files, backups.beside(after.files)).values()
            assert after.state(backup.vault) == before, which
        with closing(newer(after)) as opened:
            assert opened.services.administration.check().sound, which
            assert after.state() == today, which
