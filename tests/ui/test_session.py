"""Leaving the computer: told by logind, screen savers and UPower on a real bus of our own; on Windows by messages."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from ui.session.linux import LOGIND_PATH, MANAGER, PROPERTIES, SESSION, UPOWER, UPOWER_PATH, LinuxSession
from ui.session.windows import LID, Departures, PowerSetting

HERE = "/org/freedesktop/login1/session/_32"
on_a_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="there is no dbus-daemon")


@dataclass
class Computer:
    """Somebody's computer: what happens to it, and how often CoachDesk was told."""

    system: subprocess.Popen[str]
    session: LinuxSession | None = None
    left: list[bool] = field(default_factory=list)

    def has(self, name: str, *, value: str | bool) -> None:
        self._step("property", name, value)

    def tells(self, path: str, interface: str, name: str, signature: str = "", *body: object) -> None:
        self._step("signal", path, interface, name, signature, body)

    def changes(self, path: str, interface: str) -> None:
        """Say that a property of this interface changed."""
        self.tells(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", interface, {}, [])

    def says(self) -> str:
        assert self.system.stdout is not None
        return self.system.stdout.readline().strip()

    def _step(self, *step: object) -> None:
        assert self.system.stdin is not None
        self.system.stdin.write(json.dumps(step) + "\n")
        self.system.stdin.flush()


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of our own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def computer(bus: str, qapp: QApplication) -> Iterator[Computer]:
    """A computer with its lid open, that somebody works at."""
    del qapp  # the answers come through its event loop
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.logind"], cwd=ROOT, env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as system:  # fmt: skip
        found = Computer(system)
        assert found.says() == "ready"
        connection = QDBusConnection.connectToBus(bus, "computer")
        found.session = LinuxSession(connection, connection, lambda: found.left.append(True))
        assert found.says() == "delayed: sleep CoachDesk Saves and locks first delay"
        yield found
        found.session = None
        QDBusConnection.disconnectFromBus("computer")
        system.terminate()


@on_a_bus
@pytest.mark.parametrize(
    "saver",
    ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"],
)
def test_a_locked_screen_is_told_once_and_unlocking_it_is_nothing(computer: Computer, qtbot: QtBot, saver: str) -> None:
    computer.tells("/org/any/ScreenSaver", saver, "ActiveChanged", "b", False)
    computer.tells("/org/any/ScreenSaver", saver, "ActiveChanged", "b", True)
    qtbot.waitUntil(lambda: computer.left == [True])


@on_a_bus
def test_the_session_that_is_to_be_locked_is_ours_or_nobody_elses(computer: Computer, qtbot: QtBot) -> None:
    computer.tells(HERE, SESSION, "Lock")
    qtbot.waitUntil(lambda: computer.left == [True])
    computer.has("Name", value="a colleague")
    computer.tells(HERE, SESSION, "Lock")
    computer.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", "b", True)
    qtbot.waitUntil(lambda: len(computer.left) == 2)
    qtbot.wait(100)
    assert len(computer.left) == 2


@on_a_bus
def test_another_user_comes_to_the_front(computer: Computer, qtbot: QtBot) -> None:
    computer.changes(HERE, SESSION)
    qtbot.wait(100)
    assert computer.left == []
    computer.has("Active", value=False)
    computer.changes(HERE, SESSION)
    qtbot.waitUntil(lambda: computer.left == [True])


@on_a_bus
def test_sleep_waits_until_the_program_has_let_go(computer: Computer, qtbot: QtBot) -> None:
    computer.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", "b", True)
    qtbot.waitUntil(lambda: computer.left == [True])
    computer.session = None  # the program ends
    assert computer.says() == "woken"


@on_a_bus
def test_closing_the_lid_counts_and_working_with_a_closed_lid_does_not(computer: Computer, qtbot: QtBot) -> None:
    for closed in (False, True, True):  # the last one: only the mains lead was pulled
        computer.has("LidIsClosed", value=closed)
        computer.changes(UPOWER_PATH, UPOWER)
        qtbot.wait(100)
    assert computer.left == [True]


def test_without_any_bus_nothing_happens(qapp: QApplication) -> None:
    del qapp
    nowhere = QDBusConnection("nowhere")
    LinuxSession(nowhere, nowhere, pytest.fail)


def lid(*, closed: bool, setting: UUID = LID) -> PowerSetting:
    return PowerSetting((ctypes.c_ubyte * 16)(*setting.bytes_le), 4, 0 if closed else 1)


@pytest.mark.parametrize(
    ("number", "which", "leaves"),
    [
        (0x02B1, 0x7, True),  # the session is locked
        (0x02B1, 0x2, True),  # another user came to the console
        (0x02B1, 0x4, True),  # the remote desktop was left
        (0x02B1, 0x6, True),  # signed out
        (0x02B1, 0x8, False),  # unlocked
        (0x02B1, 0x1, False),  # back at the console
        (0x0218, 0x4, True),  # falls asleep
        (0x0218, 0x7, False),  # woke
        (0x0218, 0x12, False),
        (0x0010, 0x7, False),  # some other message with the same parameter
    ],
)
def test_what_windows_says_of_a_session(number: int, which: int, *, leaves: bool) -> None:
    assert Departures().leaves(number, which, 0) is leaves


def test_windows_says_how_the_lid_stands_and_only_closing_it_counts() -> None:
    departures = Departures()
    told = [
        lid(closed=True),
        lid(closed=False),
        lid(closed=True, setting=UUID(int=7)),
        lid(closed=True),
        lid(closed=True),
    ]
    assert [departures.leaves(0x0218, 0x8013, ctypes.addressof(each)) for each in told] == [
        False,
        False,
        False,
        True,
        False,
    ]
