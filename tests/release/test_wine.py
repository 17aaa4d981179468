"""The folder for Windows runs: under Wine, the nearest to Windows that a Linux machine has.

Wine 8 lacks three libraries that every Windows 10 has. Stand-ins for them (`wine/*.c`) are put into Wine, never into the
folder; `_wmi.pyd`, at which Wine 8 stops, is taken out of a copy.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

STANDINS = sorted((Path(__file__).parent / "wine").glob("*.c"))
GCC = "x86_64-w64-mingw32-gcc"

Wine = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.timeout(900)  # the folder is made first, and Wine makes its own home


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    if not all(shutil.which(tool) for tool in ("wine", "wineboot", "xvfb-run", GCC)):
        pytest.skip("Wine is not here.")
    home = tmp_path_factory.mktemp("wine")
    overrides = ";".join(f"{each.stem}=n" for each in STANDINS)
    around = {**os.environ, "WINEPREFIX": str(home), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": overrides}

    def run(*command: str | Path) -> "subprocess.CompletedProcess[str]":
        display = ["xvfb-run", "--auto-servernum", *map(str, command)]
        return subprocess.run(
            display, env=around, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False
        )

    assert run("wineboot", "--init").returncode == 0
    for each in STANDINS:
        made = home / "drive_c" / "windows" / "system32" / f"{each.stem}.dll"
        subprocess.run([GCC, "-O1", "-shared", "-w", "-o", made, each, "-static-libgcc", "-ladvapi32"], check=True)
    yield run
    run("wineboot", "--kill")  # whatever a time limit has left there


@pytest.fixture(scope="module")
def copy(for_windows: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Path(shutil.copytree(for_windows, tmp_path_factory.mktemp("under wine") / "Coach Desk"))
    (made / "runtime" / "_wmi.pyd").unlink()
    return made


def test_the_whole_main_job_runs_in_it_with_its_keychain(copy: Path, wine: Wine) -> None:
    done = wine("wine", copy / "coachdesk-cli.exe", "self-check", "--require-keychain")
    assert (done.returncode, "FAILED" in done.stdout) == (0, False), done.stdout + done.stderr


def test_it_says_plainly_when_its_runtime_is_gone(copy: Path, wine: Wine, tmp_path: Path) -> None:
    alone = Path(shutil.copy(copy / "coachdesk-cli.exe", tmp_path))
    done = wine("wine", alone, "--help")
    assert done.returncode == 111
    assert "A part of CoachDesk is missing. Please have it installed again." in done.stderr
