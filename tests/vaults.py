"""Real vaults for tests: real encryption and a real file, with a cheap stretching of the passphrase."""

from pathlib import Path

from coachdesk.application import Opened, Setting, create_vault
from coachdesk.clock import Clock, now
from coachdesk.policy import Policy
from coachdesk.vault import MemoryKeychain
from coachdesk.vault.wrapping import Kdf

PASSPHRASE = "four quiet words here"
CHEAP = Kdf(iterations=1, memory_kib=32, lanes=4)
"""So cheap that only a test's setting opens it."""


def setting(folder: Path, *, policy: Policy | None = None, clock: Clock = now) -> Setting:
    """A vault's place and what it is opened with; the keychain lives in the process."""
    return Setting(folder=folder, keychain=MemoryKeychain(), policy=policy or Policy(), clock=clock, kdf=CHEAP)


def made(where: Setting) -> Opened:
    """A new vault of Sam Okafor at Wakefield, opened."""
    opened, _recovery_key = create_vault(where, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    return opened
