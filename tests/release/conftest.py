"""The folder for Windows, assembled once for all tests that look at it, and a Windows to install it in."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import pytest

from coachdesk import __version__
from tests.release.under_wine import TOOLS, Windows
from tools import ROOT
from tools.shipping import msi

MADE = "1767225600"
"""The time that all files of it have."""

WHOLE = os.environ.get("COACHDESK_RELEASE") == "full"
"""Whether all is tried, as `python3 dev.py release` does; otherwise what every change must pass."""

SENT = ROOT / "dist" / f"release-{__version__}"
"""What goes out, where `python3 dev.py release` has just made it."""

NEXT = '''

def _next(connection: Connection) -> None:
    """What a next version might change."""
    connection.exec_driver_sql("ALTER TABLE people ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


STEPS = (*STEPS, _next)
'''


@dataclass(frozen=True, slots=True)
class Installers:
    """Of this program, and of a next one whose vaults this one does not know.

    Attributes:
        program: the folder that `older` installs.
        older: this program.
        newer: the next one.
    """

    program: Path
    older: Path
    newer: Path


def assembled(where: Path) -> Path:
    """A folder for Windows with its papers, made from this checkout by programs of their own: making it takes a network."""
    home = pwd.getpwuid(os.getuid()).pw_dir  # of the developer, who keeps a CPython 3.13 there; tests have another
    around = {**os.environ, "HOME": home, "SOURCE_DATE_EPOCH": MADE}
    for step in (["windows", str(where)], ["papers", str(where), "windows"]):
        done = subprocess.run(
            [sys.executable, "-m", "tools.shipping", *step],
            cwd=ROOT, env=around, capture_output=True, text=True, timeout=400, check=False,
        )  # fmt: skip
        if done.returncode == 3:
            pytest.skip(done.stderr.strip())
        assert done.returncode == 0, done.stdout + done.stderr
    return where


@pytest.fixture(scope="session")
def for_windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux":
        pytest.skip("The folder for Windows is assembled on Linux.")
    return assembled(tmp_path_factory.mktemp("windows") / "CoachDesk")


@pytest.fixture(scope="session")
def installers(for_windows: Path, tmp_path_factory: pytest.TempPathFactory) -> Installers:
    """Their files are those of the folder, but for what Wine 8 stops at; a next program differs in how it keeps things."""
    if not shutil.which("wixl"):
        pytest.skip("wixl is not here.")
    room = tmp_path_factory.mktemp("under wine")
    made = Installers(room / "Coach Desk", room / "older.msi", room / "newer.msi")
    shutil.copytree(for_windows, made.program, copy_function=os.link)
    (made.program / "runtime" / "_wmi.pyd").unlink()
    following = shutil.copytree(made.program, room / "next", copy_function=os.link)
    changed = Path("app", "coachdesk", "storage", "migrations.py")
    for each in (following / changed, *(following / changed.parent / "__pycache__").glob("migrations.*")):
        each.unlink()  # never written over: it is the very file of the other folders
    (following / changed).write_text((made.program / changed).read_text("utf-8") + NEXT, "utf-8")
    msi.make(made.program, __version__, made.older)
    msi.make(following, "99.0.0", made.newer)
    return made


@pytest.fixture(scope="session")
def booted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    if not all(map(shutil.which, TOOLS)):
        pytest.skip("Wine is not here.")
    made = Windows(tmp_path_factory.mktemp("wine"))
    made.boot()
    yield made
    made.stop()  # whatever a time limit has left there


@pytest.fixture
def windows(booted: Windows) -> Iterator[Windows]:
    """A Windows without the program; what a test has left there goes."""
    yield booted
    booted.clear()


@pytest.fixture
def policy_file(tmp_path: Path) -> Path:
    """What `said` names; a test may write something else into it."""
    written = tmp_path / "policy.toml"
    written.write_text("idle_lock_minutes = 3\n", "utf-8")
    return written


@pytest.fixture
def said(policy_file: Path) -> tuple[str, ...]:
    """All that an administrator can say to the installer."""
    return (
        f"POLICYFILE={PureWindowsPath('Z:', policy_file)}",
        "SITENAME=Jobcentre Wakefield",
        r"VAULTFOLDER=C:\Vaults",
    )
