"""A desktop of our own for a while: a screen in memory, a session bus with a keychain, an accessibility bus."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from tests.conftest import home_variables

Environment = dict[str, str]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
A11Y = ("--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set")


@contextmanager
def desktop(width: int = 1366, height: int = 768) -> Iterator[Environment]:
    """Variables under which a program appears on a fresh desktop; all of it is stopped at the end.

    Raises:
        FileNotFoundError: a tool is missing; `python3 dev.py test` names and installs the packages.
    """
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        base = {**os.environ, **home_variables(home)}
        size = f"{width}x{height}x24"
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        number = _first_line(stack.enter_context(_running(screen, base)))
        base["DISPLAY"] = f":{number}"
        bus = stack.enter_context(_running(["dbus-daemon", "--session", "--nofork", "--print-address"], base))
        base["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        stack.enter_context(_running([launcher, "--launch-immediately"], base))
        stack.enter_context(_keychain(base))
        enabled = ["string:org.a11y.Status", "string:IsEnabled", "variant:boolean:true"]
        subprocess.run(
            ["dbus-send", "--session", *A11Y, *enabled], env=base, check=True, timeout=30, capture_output=True
        )
        yield {
            "DISPLAY": base["DISPLAY"],
            "DBUS_SESSION_BUS_ADDRESS": base["DBUS_SESSION_BUS_ADDRESS"],
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }


@contextmanager
def _running(command: list[str], environment: Environment, given: bytes = b"") -> Iterator[IO[bytes]]:
    """A program in the background; its output can be read. It is killed at the end."""
    child = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(given)
        child.stdin.close()
        yield child.stdout
    finally:
        child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=5)
        child.kill()
        child.wait(timeout=10)
        child.stdout.close()


@contextmanager
def _keychain(environment: Environment) -> Iterator[None]:
    """A real Secret Service, unlocked, empty, and gone at the end."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with _running(command, environment, b"test"):
        yield


def _first_line(stream: IO[bytes]) -> str:
    line = stream.readline().decode().strip()
    assert line, "A tool of the desktop ended before it was ready."
    return line
