"""The installer and what it installs run: under Wine, the nearest to Windows that a Linux machine has."""

import os
import shutil
from pathlib import Path

import pytest

from tests.core.released import GIVEN_NAME
from tests.release.conftest import Installers
from tests.release.screen import Colour, colours
from tests.release.under_wine import Windows
from tools import OUT
from ui.theme import TOKENS

pytestmark = pytest.mark.timeout(2400)  # the folder is made first, and Wine makes its own home

HOLDS = {
    "idle_lock_minutes = 3  # enforced",
    'site_name = "Jobcentre Wakefield"  # profile',
    r'vault_folder = "C:\\Vaults"  # enforced',
}
"""What holds once an administrator has `said` it."""


def test_it_says_plainly_when_its_runtime_is_gone(installers: Installers, windows: Windows, tmp_path: Path) -> None:
    alone = Path(shutil.copy(installers.program / "coachdesk-cli.exe", tmp_path))
    done = windows.run(alone, "--help")
    assert done.returncode == 111
    assert "A part of CoachDesk is missing. Please have it installed again." in done.stderr


def test_between_an_upgrade_and_the_restart_it_asks_for_the_restart_and_starts_nothing(
    installers: Installers, windows: Windows, tmp_path: Path
) -> None:
    shutil.copytree(installers.program / "runtime", tmp_path / "runtime", copy_function=os.link)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "version").write_text("99.0.0", "utf-8")  # of the modules: this launcher was in use
    left_behind = Path(shutil.copy(installers.program / "coachdesk-cli.exe", tmp_path))
    done = windows.run(left_behind, "--help")
    assert (done.returncode, done.stdout) == (114, "")
    assert "Please restart the computer, then open it." in done.stderr


def test_no_variable_of_the_user_has_a_say_in_how_it_runs(
    installers: Installers, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONVERBOSE", "1")  # an interpreter that looks at it tells of every import
    done = windows.run(installers.program / "coachdesk-cli.exe", "--help")
    assert (done.returncode, "import " in done.stderr) == (0, False)
    assert "self-check" in done.stdout


def test_an_upgrade_in_silence_keeps_what_was_said_and_the_vault_and_a_removal_leaves_both(
    installers: Installers, windows: Windows, said: tuple[str, ...], tmp_path: Path
) -> None:
    assert windows.msiexec("/i", installers.older, *said)
    windows.lay_vault()
    look_at_the_window(windows, tmp_path)
    assert windows.msiexec("/i", installers.newer), "the next one, without a word of what holds"
    assert windows.what_holds() == HOLDS
    done = windows.cli("self-check", "--require-keychain")
    assert (done.returncode, "FAILED" in done.stdout) == (0, False), done.stdout + done.stderr
    done = windows.who_is_in_it(tmp_path)
    assert done.returncode == 0, done.stderr
    assert GIVEN_NAME in next(tmp_path.glob("*.json")).read_text("utf-8")
    backups = list((windows.vault / "backups").iterdir())
    assert sorted(each.suffix for each in backups) == [".cdheader", ".cdvault"], "one was made first"
    assert not windows.msiexec("/i", installers.older), "an older one over it"
    assert windows.program.exists()
    left = {each: each.read_bytes() for each in (*backups, *windows.vault.glob("coachdesk.cd[hv]*"))}
    assert windows.msiexec("/x", installers.newer)
    assert [*windows.program.rglob("*")] == []
    assert not windows.program.exists()
    assert {each: each.read_bytes() for each in left} == left
    assert {each.name for each in windows.rules.iterdir()} == {"policy.toml", "site-profile.toml"}


def look_at_the_window(windows: Windows, room: Path) -> None:
    """The first window comes with its one next step; a picture of it is left in out/ for whoever wants to look."""
    seen = windows.screen(windows.program / "CoachDesk.exe", rgb("go"), room)
    (OUT / "under-wine").mkdir(parents=True, exist_ok=True)
    seen.save(OUT / "under-wine" / "first-window.png")
    dots = colours(seen)
    assert max(dots, key=dots.__getitem__) == rgb("page")


def rgb(token: str) -> Colour:
    """What a colour of the program is in the basic theme."""
    red, green, blue = bytes.fromhex(TOKENS[token][0].removeprefix("#"))
    return red, green, blue
