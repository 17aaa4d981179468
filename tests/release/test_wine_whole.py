"""What the installer does when something goes wrong, and when it is run again: tried by `python3 dev.py release`."""

import re
from pathlib import Path

import pytest

from coachdesk import __version__
from tests.release.conftest import SENT, WHOLE, Installers
from tests.release.test_wine import HOLDS
from tests.release.under_wine import VAULT, Windows
from tests.vaults import PASSPHRASE
from tools.shipping import msi

pytestmark = [
    pytest.mark.timeout(2400),
    pytest.mark.skipif(not WHOLE, reason="It takes long: python3 dev.py release tries it."),
]


def test_a_mistake_in_what_is_said_stops_the_installation_and_leaves_nothing(
    installers: Installers, windows: Windows, said: tuple[str, ...], policy_file: Path
) -> None:
    policy_file.write_text("idle_lock_minutes = 0\n", "utf-8")
    assert not windows.msiexec("/i", installers.older, *said)
    assert not (windows.program / "CoachDesk.exe").exists()
    assert not windows.rules.exists()


def test_an_upgrade_that_fails_leaves_what_holds_and_the_vault_and_goes_well_when_it_is_said_right(
    installers: Installers, windows: Windows, said: tuple[str, ...], policy_file: Path, tmp_path: Path
) -> None:
    assert windows.msiexec("/i", installers.older, *said)
    windows.lay_vault()
    before = {each: each.read_bytes() for folder in (windows.vault, windows.rules) for each in folder.iterdir()}
    policy_file.write_text("idle_lock_minutes = 0\n", "utf-8")
    assert not windows.msiexec("/i", installers.newer, *said)
    assert {each: each.read_bytes() for each in before} == before
    policy_file.write_text("idle_lock_minutes = 3\n", "utf-8")
    assert windows.msiexec("/i", installers.newer, *said)
    assert windows.what_holds() == HOLDS
    assert windows.who_is_in_it(tmp_path).returncode == 0


def test_the_program_before_refuses_the_vault_in_a_sentence_and_changes_nothing(
    installers: Installers, windows: Windows, said: tuple[str, ...], tmp_path: Path
) -> None:
    assert windows.msiexec("/i", installers.newer, *said)
    windows.lay_vault()
    assert windows.who_is_in_it(tmp_path).returncode == 0
    assert windows.msiexec("/x", installers.newer)
    assert windows.msiexec("/i", installers.older)
    before = {each: each.read_bytes() for each in windows.vault.glob("coachdesk.cd[hv]*")}
    done = windows.cli("backup", VAULT, "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    assert (done.returncode, done.stdout) == (3, "")
    assert "newer" in done.stderr
    assert "Traceback" not in done.stderr
    assert {each: each.read_bytes() for each in before} == before


def test_a_repair_brings_back_what_is_missing_and_lays_nothing_down(
    installers: Installers, windows: Windows, said: tuple[str, ...], policy_file: Path
) -> None:
    assert windows.msiexec("/i", installers.older, *said)
    (windows.program / "app" / "window.py").unlink()
    policy_file.write_text("idle_lock_minutes = 9\n", "utf-8")
    assert windows.msiexec("/i", installers.older, "REINSTALL=ALL", "REINSTALLMODE=amus", *said), "what /fa stands for"
    assert (windows.program / "app" / "window.py").exists()
    assert windows.what_holds() == HOLDS


def test_the_same_version_signed_anew_takes_the_place_of_the_one_before(windows: Windows, tmp_path: Path) -> None:
    folder, once, again = tmp_path / "CoachDesk", tmp_path / "once.msi", tmp_path / "again.msi"
    folder.mkdir()
    (folder / msi.CLI).touch()
    for each in (once, again):
        msi.make(folder, __version__, each)
        assert windows.msiexec("/i", each)
        assert entries(windows) == ["CoachDesk"]
    assert windows.msiexec("/x", again)
    assert entries(windows) == []
    assert not windows.program.exists()


def test_the_installer_that_goes_out_installs_checks_itself_and_goes(windows: Windows) -> None:
    sent = next(SENT.glob("*.msi"), None)
    if sent is None:
        pytest.skip("There is no release: python3 dev.py release makes it.")
    assert windows.msiexec("/i", sent)
    (windows.program / "runtime" / "_wmi.pyd").unlink()  # Wine 8 stops at it
    done = windows.cli("self-check", "--require-keychain")
    assert (done.returncode, "FAILED" in done.stdout) == (0, False), done.stdout + done.stderr
    assert windows.msiexec("/x", sent)
    assert not (windows.program / "CoachDesk.exe").exists()


def entries(windows: Windows) -> list[str]:
    """What Windows lists as installed."""
    listed = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
    return re.findall(r"DisplayName\s+REG_SZ\s+(.*\S)", windows.run("reg", "query", listed, "/s").stdout)
