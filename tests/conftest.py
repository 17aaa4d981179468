"""The suite is strict about silence: no warning, no unexpected log line, no network, nothing of the developer's own."""

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coachdesk.application import Opened
from tests.vaults import made, setting

# Before Qt or the program is imported: no display, no keychain or data of whoever runs the tests, and a machine whose
# zone is not London, which shows at once who forgot to ask coachdesk.clock.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "America/New_York"
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
if hasattr(time, "tzset"):
    time.tzset()

# How fast a shared machine draws examples says nothing about the program.
settings.register_profile("shared-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("once-more", settings.get_profile("shared-machine"), max_examples=15)
"""For another Python: what is true of a hundred examples there is known by then."""
settings.load_profile("shared-machine")

ROOT = Path(__file__).resolve().parent.parent

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}


def home_variables(home: Path) -> dict[str, str]:
    """Variables that make an empty folder the home of everything that a program keeps for its user."""
    for below in HOME_VARIABLES.values():
        home.joinpath(below).mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(home.joinpath(below)) for name, below in HOME_VARIABLES.items()}


HOME = Path(tempfile.mkdtemp(prefix="coachdesk-tests-"))
os.environ.update(home_variables(HOME))


def pytest_unconfigure() -> None:
    """Leave nothing of a run in the folder for temporary files."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test; returned for those that look inside."""
    home = tmp_path_factory.mktemp("home")
    for name, value in home_variables(home).items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but those inside the machine through a socket file (session bus, display)."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(this: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        _inside_only(this)
        connect(this, address)

    def guarded_ex(this: socket.socket, address: tuple[str, int] | str | bytes) -> int:
        _inside_only(this)
        return connect_ex(this, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", _no_names)


def _inside_only(this: socket.socket) -> None:
    if this.family != getattr(socket, "AF_UNIX", None):
        pytest.fail(f"The program promises to use no network, but {this!r} was to be connected.")


def _no_names(*names: object, **_options: object) -> None:
    pytest.fail(f"The program promises to use no network, but the address of {names[:1]!r} was looked up.")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail when something logged a warning. A test that expects one reads it from `caplog` and clears it."""
    yield
    lines = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelname in {"WARNING", "ERROR", "CRITICAL"}
    ]
    if lines:
        pytest.fail("Unexpected log lines:\n" + "\n".join(lines))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A real vault of its own, opened, with its services."""
    vault = made(setting(tmp_path))
    yield vault
    vault.close()
