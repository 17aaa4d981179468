"""Vaults that last as long as a rehearsal: in a folder that always goes, with a keychain inside the process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from coachdesk.application import Opened, Setting, create_vault
from coachdesk.clock import Clock
from coachdesk.policy import Policy
from coachdesk.vault import MemoryKeychain
from coachdesk.vault.wrapping import STANDARD, Kdf

PASSPHRASE: Final = "a rehearsal and nothing else"  # noqa: S105 - of a vault that is gone when this process ends
COACH, SITE = "Sam Okafor", "Wakefield"

QUICK = Kdf(iterations=1, memory_kib=32, lanes=4)
"""So cheap that only the setting of a temporary vault opens it."""


@contextmanager
def temporary_setting(clock: Clock, *, kdf: Kdf = STANDARD) -> Iterator[Setting]:
    """A place for a vault, in a folder that is removed with everything in it."""
    with TemporaryDirectory(prefix="coachdesk-") as folder:
        # A practice vault holds invented people only, so it may lie wherever the system keeps temporary files.
        policy = Policy(removable_allowed=True)
        yield Setting(folder=Path(folder), keychain=MemoryKeychain(), policy=policy, clock=clock, kdf=kdf)


def new_vault(setting: Setting) -> Opened:
    """A new vault of an invented coach, opened."""
    opened, _recovery_key = create_vault(setting, coach_name=COACH, site=SITE, passphrase=PASSPHRASE)
    return opened


@contextmanager
def temporary_vault(clock: Clock) -> Iterator[Opened]:
    """A new vault, opened quickly; nothing of it is left afterwards."""
    with temporary_setting(clock, kdf=QUICK) as setting:
        opened = new_vault(setting)
        try:
            yield opened
        finally:
            opened.close()
