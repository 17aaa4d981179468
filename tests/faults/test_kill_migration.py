import os
import random
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from coachdesk.application import open_vault
from coachdesk.errors import AppError
from coachdesk.services import backups
from coachdesk.storage.migrations import STEPS
from tests.faults.changing_keys import place
from tests.faults.migrating_coach import MORE, NEWER
from tests.faults.nursery import nursery
from tests.faults.old_vault import RELEASED, Old, State, newer, released
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("number", RELEASED)
def test_killed_at_any_step_of_a_migration_the_vault_is_the_old_one_or_todays(
    tmp_path: Path, tally: Tally, number: int
) -> None:
    old, kept = released(tmp_path / "old", number), tmp_path / "kept"
    shutil.copytree(old.folder, kept)
    before = old.state()
    with nursery("tests.faults.migrating_coach", old.files.vault) as coaches:
        (calls,) = coaches.did("0")
        after = old.state()
        assert (before["steps"], after["steps"]) == (number, len(STEPS + MORE))
        between = range(2, int(calls))
        some = [1, *sorted(random.Random(tally.seed).sample(between, many(short=6, full=len(between)))), int(calls)]
        migrated = 0
        for trial in tally.trials(
            f"killed at a step of migrating from v{number}", "0 between, backup first", len(some)
        ):
            shutil.rmtree(old.folder)
            shutil.copytree(kept, old.folder)
            assert coaches.did(str(some[trial])) == []
            migrated += old_or_todays(old, before, after, f"before call {some[trial]} of {calls}, seed {tally.seed}")
    assert 0 < migrated < len(some), "the kills did not fall around the migration"


def old_or_todays(old: Old, before: State, after: State, which: str) -> bool:
    """Check what a kill left: whether it is migrated; and that the newer program opens it and makes it whole."""
    left = old.state()
    assert left in (before, after), which
    saved = backups.there(old.files, backups.beside(old.files))
    if left == after:
        ((moment, backup),) = saved.items()
        with closing(newer(old)) as again:
            sound = backups.BackupTest(moment, ())
            assert backups.tested(moment, backup, key=old.key, vault_id=again.keys.vault_id) == sound, which
        assert old.state(backup.vault) == before, which
        with pytest.raises(AppError, match=r"storage\.vault-newer"):
            open_vault(place(old.files.vault), PASSPHRASE)
        return True
    with closing(open_vault(place(old.files.vault), PASSPHRASE)) as with_the_old_program:
        assert with_the_old_program.services.administration.check().sound, which
    with closing(newer(old)):
        assert old.state() == after, which
    assert not [*old.folder.glob(".*"), *old.folder.glob("backups/.*")], which
    return False


@pytest.mark.parametrize("number", RELEASED)
def test_the_backup_from_before_a_migration_comes_back_in_todays_program(tmp_path: Path, number: int) -> None:
    old = released(tmp_path / "old", number)
    with closing(newer(old)) as opened:
        services = opened.services
        amira = services.people.save(replace(services.people.draft(), given_name="Amira"))
        (backup,) = services.restoring.backups()
        with patch(NEWER, STEPS + MORE):
            services.restoring.restore(backup)
        with opened.database.read() as connection:
            ids = connection.exec_driver_sql("SELECT id FROM people").scalars().all()
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == len(STEPS + MORE)
        assert len(ids) == 1
        assert amira.id not in ids
        assert services.administration.check().sound
