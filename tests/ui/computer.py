"""Somebody's computer as far as it tells programs what happens to it: logind and UPower on a bus of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.conftest import ROOT
from ui.session.linux import PROPERTIES


class Computer:
    """Tells programs on its bus what somebody does to it."""

    def __init__(self, system: subprocess.Popen[str]) -> None:
        self._system = system

    def has(self, name: str, *, value: str | bool) -> None:
        """A property of logind or UPower has this value from now on."""
        self._step("property", name, value)

    def tells(self, path: str, interface: str, name: str, signature: str = "", *body: object) -> None:
        """Send a signal."""
        self._step("signal", path, interface, name, signature, body)

    def changes(self, path: str, interface: str) -> None:
        """Say that a property of this interface changed."""
        self.tells(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", interface, {}, [])

    def says(self) -> str:
        """What it says next: that sleep was delayed, that it woke."""
        assert self._system.stdout is not None
        return self._system.stdout.readline().strip()

    def _step(self, *step: object) -> None:
        assert self._system.stdin is not None
        self._system.stdin.write(json.dumps(step) + "\n")
        self._system.stdin.flush()


@contextmanager
def bus() -> Iterator[str]:
    """The address of a bus of our own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def computer_on(bus_address: str) -> Iterator[Computer]:
    """A computer with its lid open, that somebody works at."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.logind"], cwd=ROOT, env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus_address},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as system:  # fmt: skip
        try:
            found = Computer(system)
            assert found.says() == "ready"
            yield found
        finally:
            system.terminate()
