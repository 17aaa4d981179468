"""Real vaults for tests: real encryption and a real file, with a cheap stretching of the passphrase."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coachdesk.application import Opened, Setting, create_vault
from coachdesk.clock import Clock, now
from coachdesk.policy import Policy
from coachdesk.storage import Database
from coachdesk.vault import MemoryKeychain
from coachdesk.vault.wrapping import Kdf

PASSPHRASE = "four quiet words here"
CHEAP = Kdf(iterations=1, memory_kib=32, lanes=4)
"""So cheap that only a test's setting opens it."""


def setting(folder: Path, *, policy: Policy | None = None, clock: Clock = now) -> Setting:
    """A vault's place and what it is opened with; the keychain lives in the process."""
    return Setting(folder=folder, keychain=MemoryKeychain(), policy=policy or Policy(), clock=clock, kdf=CHEAP)


@contextmanager
def looked_into(closed: Opened) -> Iterator[Database]:
    """What a vault says after it was closed: its file, opened beside it once more."""
    database = closed.database
    again = Database.open(database.path, database.key, author="a test", clock=now, must_exist=True)
    yield again
    again.close()


def made(where: Setting) -> Opened:
    """A new vault of Sam Okafor at Wakefield, opened."""
    opened, _recovery_key = create_vault(where, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    return opened
