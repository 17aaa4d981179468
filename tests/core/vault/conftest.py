"""A vault's keys with cheap stretching, a clock that a test can turn, and a real Secret Service in a session of its own."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from coachdesk.vault import MemoryKeychain, OpenKeys, create, unlock
from coachdesk.vault.files import VaultFiles
from coachdesk.vault.wrapping import Kdf

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "three warm lanterns"
CHEAP = Kdf(iterations=1, memory_kib=64, lanes=1)
"""Stretching that costs nothing; opens only where the floor is lowered by name, which the program never does."""


@dataclass
class TurnedClock:
    """A clock that stands still until somebody turns it."""

    moment: datetime = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def turn(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class MadeVault:
    """A vault just made: where it lies, what opens it."""

    folder: Path
    keys: OpenKeys
    recovery_key: str
    keychain: MemoryKeychain
    clock: TurnedClock = field(default_factory=TurnedClock)

    @property
    def files(self) -> VaultFiles:
        return VaultFiles(self.folder)

    def unlock(self, passphrase: str = PASSPHRASE) -> OpenKeys:
        return unlock(self.folder, passphrase, self.keychain, clock=self.clock, floor=CHEAP)


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    keychain = MemoryKeychain()
    keys, recovery_key = create(tmp_path, passphrase=PASSPHRASE, keychain=keychain, kdf=CHEAP)
    return MadeVault(tmp_path, keys, recovery_key, keychain)


Session = Callable[..., dict[str, object]]


@pytest.fixture
def computer() -> Iterator[Session]:
    """A computer without a screen: its own home, session bus and Secret Service. Runs a step (see `_run_step`)."""
    tools = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
    missing = [package for tool, package in tools.items() if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs the system packages {', '.join(missing)}")
    # A path of its own under /tmp: a socket's path has at most 107 characters.
    home = Path(tempfile.mkdtemp(prefix="cd-keychain-"))
    try:
        yield partial(_run_step, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run_step(
    home: Path,
    step: str,
    folder: Path,
    *more: str,
    steps: str = "tests.core.vault.secret_service_steps",
    login: str = "test",
    **environment: str,
) -> dict[str, object]:
    """Sign in with this login password (none: the keychain stays locked) and run a step of a module; what it said."""
    home = Path(environment.get("HOME", home))
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    sign_in = f'printf "{login}" | gnome-keyring-daemon --unlock --components=secrets; ' if login else ""
    done = subprocess.run(
        [
            *("dbus-run-session", "--", "bash", "-c", f'{sign_in}exec "$@"', "bash"),
            *(sys.executable, "-m", steps, step, str(folder), str(home / "said.json"), *more),
        ],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)} | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, object] = json.loads((home / "said.json").read_text())
    return said
