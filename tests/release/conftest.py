"""The folder for Windows, assembled once for all tests that look at it."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT

MADE = "1767225600"
"""The time that all files of it have."""


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
