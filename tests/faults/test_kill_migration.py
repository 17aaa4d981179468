import os
import random
import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import pytest

from coachdesk.application import Opened, create_vault, open_vault
from coachdesk.errors import AppError
from coachdesk.services import backups
from coachdesk.storage.connection import reading_file
from coachdesk.storage.migrations import STEPS
from coachdesk.storage.rekeying import rekeyed_copy
from coachdesk.vault import VaultFiles
from tests.core.storage.old_vaults import FOLDER, NAME
from tests.core.storage.samples import KEY
from tests.faults.changing_keys import place
from tests.faults.migrating_coach import MORE, NEWER
from tests.faults.nursery import nursery
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE

RELEASED = range(1, len(STEPS) + 1)
State = dict[str, object]


@dataclass(frozen=True, slots=True)
class Old:
    """A folder with an old vault, its files, and the key that its file is under."""

    folder: Path
    files: VaultFiles
    key: bytes

    def state(self, vault: Path | None = None) -> State:
        """All that a file says but who looked: how many steps it has gone, every table as it was made, its rows."""
        with reading_file(vault or self.files.vault, self.key) as connection:
            said: State = {"steps": connection.exec_driver_sql("PRAGMA user_version").scalar()}
            for name, made in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all():
                if name != "audit" and str(made).startswith("CREATE TABLE"):
                    rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                    said[name] = (made, sorted(map(tuple, rows), key=repr))
        return said


def released(folder: Path, number: int) -> Old:
    """A vault as a released version left it, with a header of its own."""
    folder.mkdir()
    opened, _key = create_vault(place(folder / NAME), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    opened.close()
    key = opened.keys.data_key
    vault = folder / NAME
    vault.unlink()
    rekeyed_copy(FOLDER / f"v{number}" / NAME, KEY, key, vault)
    return Old(folder, VaultFiles(folder, vault.stem), key)


def newer(old: Old) -> Opened:
    """The vault, opened by the newer program."""
    with patch(NEWER, STEPS + MORE):
        return open_vault(place(old.files.vault), PASSPHRASE)


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
        (backup,) = saved.values()
        with closing(newer(old)) as again:
            assert backups.faults(backup, key=old.key, vault_id=again.keys.vault_id) == (), which
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
