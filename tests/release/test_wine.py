"""The folder for Windows runs: under Wine, the nearest to Windows that a Linux machine has.

Wine 8 lacks three libraries that every Windows 10 has. Stand-ins for them (`wine/*.c`) are put into Wine, never into the
folder; `_wmi.pyd`, at which Wine 8 stops, is taken out of a copy.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath

import pytest

from coachdesk import __version__
from tools.shipping import msi

STANDINS = sorted((Path(__file__).parent / "wine").glob("*.c"))
GCC = "x86_64-w64-mingw32-gcc"

Wine = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.timeout(900)  # the folder is made first, and Wine makes its own home


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Wine's programs know as C:, in a home of its own."""
    return tmp_path_factory.mktemp("wine") / "drive_c"


@pytest.fixture(scope="module")
def wine(disk: Path) -> Iterator[Wine]:
    if not all(shutil.which(tool) for tool in ("wine", "wineboot", "xvfb-run", GCC)):
        pytest.skip("Wine is not here.")
    overrides = ";".join(f"{each.stem}=n" for each in STANDINS)
    around = {**os.environ, "WINEPREFIX": str(disk.parent), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": overrides}

    def run(*command: str | Path) -> "subprocess.CompletedProcess[str]":
        display = ["xvfb-run", "--auto-servernum", *map(str, command)]
        return subprocess.run(
            display, env=around, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False
        )

    assert run("wineboot", "--init").returncode == 0
    for each in STANDINS:
        made = disk / "windows" / "system32" / f"{each.stem}.dll"
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


@pytest.mark.skipif(not shutil.which("wixl"), reason="wixl is not here.")
def test_it_installs_in_silence_with_what_the_organisation_says_and_goes_without_the_vaults(
    copy: Path, wine: Wine, disk: Path, tmp_path: Path
) -> None:
    older, newer, policy = tmp_path / "older.msi", tmp_path / "newer.msi", tmp_path / "policy.toml"
    msi.make(copy, __version__, older)
    msi.make(copy, "99.0.0", newer)
    program, rules = disk / "Program Files" / "CoachDesk", disk / "ProgramData" / "CoachDesk"

    def msiexec(what: str, installer: Path, *properties: str) -> bool:
        return wine("wine", "msiexec", what, installer, "/qn", *properties).returncode == 0

    policy.write_text("idle_lock_minutes = 0\n", "utf-8")
    assert not msiexec("/i", older, f"POLICYFILE={PureWindowsPath('Z:', policy)}"), "a policy with a mistake"
    assert not (program / "CoachDesk.exe").exists()
    assert not rules.exists()
    policy.write_text("idle_lock_minutes = 3\n", "utf-8")
    said = [f"POLICYFILE={PureWindowsPath('Z:', policy)}", "SITENAME=Jobcentre Wakefield", r"VAULTFOLDER=C:\Vaults"]
    assert msiexec("/i", older, *said)
    shown = wine("wine", program / "coachdesk-cli.exe", "policy", "show").stdout
    assert "idle_lock_minutes = 3  # enforced" in shown
    assert 'site_name = "Jobcentre Wakefield"  # profile' in shown
    assert r'vault_folder = "C:\\Vaults"  # enforced' in shown
    (disk / "Vaults" / "sam").mkdir()
    assert msiexec("/i", newer, *said), "the next version says the same"
    assert not msiexec("/i", older), "an older one over it"
    assert (program / "CoachDesk.exe").exists()
    assert msiexec("/x", newer)
    assert not (program / "CoachDesk.exe").exists()
    assert (rules / "policy.toml").exists()
    assert (disk / "Vaults" / "sam").exists()
