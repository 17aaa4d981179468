"""A vault as a released version left it, and a program that knows more steps than today's to bring it up to date."""

from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from coachdesk.application import Opened, create_vault, open_vault
from coachdesk.storage.connection import reading_file
from coachdesk.storage.migrations import STEPS
from coachdesk.storage.rekeying import rekeyed_copy
from coachdesk.vault import VaultFiles
from tests.core.storage.old_vaults import FOLDER, NAME
from tests.core.storage.samples import KEY
from tests.faults.changing_keys import place
from tests.faults.migrating_coach import MORE, NEWER
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
