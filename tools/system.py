"""What Debian or Ubuntu must have installed: Qt's libraries to show a window, and the tools that the tests drive."""

import os
import shutil
import sys

from tools.environments import PreparationFailedError
from tools.process import output, run

WINDOW = (
    *("libegl1", "libgl1", "libdbus-1-3", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0"),
    *("libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0"),
    *("libxcb-xinerama0", "libxcb-xkb1", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "fontconfig"),
)
TESTS = (
    *("xvfb", "xauth", "xdotool", "dbus", "gnome-keyring", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"),
    *("python3-pyatspi", "poppler-utils", "binutils"),
)
FOR_WINDOWS = ("gcc-mingw-w64-x86-64", "osslsigncode", "wixl", "msitools", "libegl1", "libgl1")
"""Compile the launchers and draw their icon, check who signed CPython, make the installer and read it."""

LIKE_WINDOWS = ("wine", "wine64", "xvfb", "xauth")
"""Run what was made for Windows."""

LIKE_DEBIAN = ("debootstrap", "xvfb", "xdotool")
"""Make a Debian that has nothing else, and see the window there."""

SPREADSHEET = ("libreoffice-calc-nogui",)
"""Opens exported caseloads in one test, which is left out where this cannot be had: it is large."""


def need(packages: tuple[str, ...]) -> None:
    """Have these packages: install them as root, or say the line that does. Other systems are left alone.

    Raises:
        PreparationFailedError: they are missing and could not be installed.
    """
    missing = _missing(packages)
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        raise PreparationFailedError(f"Some system packages are missing. Install them with:\n  {line}")
    print(f"Installing {len(missing)} system packages ...", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "--quiet"], minutes=5, env=quiet)
    if run([*install, "--quiet"], minutes=15, env=quiet):
        raise PreparationFailedError(f"This failed: {' '.join(install)}")


def wish(packages: tuple[str, ...]) -> None:
    """As `need`, but go on without where they cannot be had."""
    try:
        need(packages)
    except PreparationFailedError as problem:
        print(f"Going on without: {problem}", flush=True)


def _missing(packages: tuple[str, ...]) -> list[str]:
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return []
    lines = output(["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n"]).splitlines()
    installed = {line.split()[1] for line in lines if line.startswith("installed ")}
    return [name for name in packages if name not in installed]
