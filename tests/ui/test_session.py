"""Leaving the computer: told by logind, screen savers and UPower on a real bus of our own; on Windows by messages."""

import ctypes
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.computer import Computer, bus, computer_on
from ui.session.linux import LOGIND_PATH, MANAGER, SESSION, UPOWER, UPOWER_PATH, LinuxSession
from ui.session.windows import LID, Departures, PowerSetting

HERE = "/org/freedesktop/login1/session/_32"
on_a_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="there is no dbus-daemon")


@dataclass
class Watched:
    """A computer that CoachDesk listens to, and how often it was told that somebody leaves."""

    computer: Computer
    session: LinuxSession | None
    left: list[bool]


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    """A computer that somebody works at."""
    del qapp  # the answers come through its event loop
    with bus() as address, computer_on(address) as computer:
        connection, left = QDBusConnection.connectToBus(address, "computer"), list[bool]()
        found = Watched(computer, LinuxSession(connection, connection, lambda: left.append(True)), left)
        assert computer.says() == "delayed: sleep CoachDesk Saves and locks first delay"
        yield found
        found.session = None
        QDBusConnection.disconnectFromBus("computer")


@on_a_bus
@pytest.mark.parametrize(
    "saver",
    ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"],
)
def test_a_locked_screen_is_told_once_and_unlocking_it_is_nothing(watched: Watched, qtbot: QtBot, saver: str) -> None:
    watched.computer.tells("/org/any/ScreenSaver", saver, "ActiveChanged", "b", False)
    watched.computer.tells("/org/any/ScreenSaver", saver, "ActiveChanged", "b", True)
    qtbot.waitUntil(lambda: watched.left == [True])


@on_a_bus
def test_the_session_that_is_to_be_locked_is_ours_or_nobody_elses(watched: Watched, qtbot: QtBot) -> None:
    watched.computer.tells(HERE, SESSION, "Lock")
    qtbot.waitUntil(lambda: watched.left == [True])
    watched.computer.has("Name", value="a colleague")
    watched.computer.tells(HERE, SESSION, "Lock")
    watched.computer.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", "b", True)
    qtbot.waitUntil(lambda: len(watched.left) == 2)
    qtbot.wait(100)
    assert len(watched.left) == 2


@on_a_bus
def test_another_user_comes_to_the_front(watched: Watched, qtbot: QtBot) -> None:
    watched.computer.changes(HERE, SESSION)
    qtbot.wait(100)
    assert watched.left == []
    watched.computer.has("Active", value=False)
    watched.computer.changes(HERE, SESSION)
    qtbot.waitUntil(lambda: watched.left == [True])


@on_a_bus
def test_sleep_waits_until_the_program_has_let_go(watched: Watched, qtbot: QtBot) -> None:
    watched.computer.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", "b", True)
    qtbot.waitUntil(lambda: watched.left == [True])
    watched.session = None  # the program ends
    assert watched.computer.says() == "woken"


@on_a_bus
def test_closing_the_lid_counts_and_working_with_a_closed_lid_does_not(watched: Watched, qtbot: QtBot) -> None:
    for closed in (False, True, True):  # the last one: only the mains lead was pulled
        watched.computer.has("LidIsClosed", value=closed)
        watched.computer.changes(UPOWER_PATH, UPOWER)
        qtbot.wait(100)
    assert watched.left == [True]


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
