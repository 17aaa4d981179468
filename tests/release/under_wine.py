"""A Windows for tests, as far as Wine is one: the nearest to it that a Linux machine has.

Wine 8 lacks libraries that every Windows 10 has. Stand-ins for them (`wine/*.c`) are put into Wine, never into the folder.
"""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from PIL import Image

from tests.core.released import FOLDER, GIVEN_NAME, versions
from tests.release.screen import Colour, colours, picture
from tests.vaults import PASSPHRASE

STANDINS = sorted((Path(__file__).parent / "wine").glob("*.c"))
GCC = "x86_64-w64-mingw32-gcc"
TOOLS = ("wine", "wineboot", "wineserver", "xvfb-run", GCC)

REGISTRY = ("system.reg", "user.reg", "userdef.reg")

VAULT = r"C:\Vaults\root\coachdesk.cdvault"
"""Where the coach who runs Wine has theirs, when the vaults lie in C:\\Vaults."""

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Windows:
    """One with nothing on it but Windows.

    Attributes:
        home: of Wine.
    """

    home: Path

    @property
    def disk(self) -> Path:
        """What programs know as C:."""
        return self.home / "drive_c"

    @property
    def program(self) -> Path:
        return self.disk / "Program Files" / "CoachDesk"

    @property
    def rules(self) -> Path:
        """The machine's folder."""
        return self.disk / "ProgramData" / "CoachDesk"

    @property
    def vault(self) -> Path:
        """The folder of `VAULT`."""
        return self.disk / "Vaults" / "root"

    def boot(self) -> None:
        """Make it."""
        assert self._run("wineboot", "--init").returncode == 0
        for each in STANDINS:
            made = self.disk / "windows" / "system32" / f"{each.stem}.dll"
            subprocess.run([GCC, "-O1", "-shared", "-w", "-o", made, each, "-static-libgcc", "-ladvapi32"], check=True)
        self.stop()
        (self.home / "as it was").mkdir()
        for known in REGISTRY:
            shutil.copy(self.home / known, self.home / "as it was")

    def run(self, *command: str | Path, typed: str = "") -> Done:
        """What a program says, who is told something."""
        return self._run("wine", *command, typed=typed)

    def cli(self, *words: str | Path, typed: str = "") -> Done:
        """What the installed program says."""
        return self.run(self.program / "coachdesk-cli.exe", *words, typed=typed)

    def msiexec(self, what: str, installer: Path, *properties: str) -> bool:
        """Whether Windows was content, in silence."""
        return self.run("msiexec", what, installer, "/qn", *properties).returncode == 0

    def lay_vault(self) -> None:
        """Put the vault of a released version where the coach has theirs."""
        shutil.copytree(FOLDER / versions()[-1], self.vault)

    def who_is_in_it(self, room: Path) -> Done:
        """Have the installed program open the vault and save what it has of somebody below `room`."""
        words = (VAULT, GIVEN_NAME, "--out", PureWindowsPath("Z:", room))
        return self.cli("export-person", *map(str, words), "--passphrase-stdin", typed=f"{PASSPHRASE}\n")

    def what_holds(self) -> set[str]:
        """What an installed program goes by here, and who said so, without what is the program's own."""
        shown = self.cli("policy", "show").stdout.splitlines()
        return {line for line in shown if " = " in line and not line.endswith("# program")}

    def clear(self) -> None:
        """Be as it was after `boot`: quicker than what Wine takes to remove the program."""
        self.stop()
        for each in REGISTRY:
            shutil.copy(self.home / "as it was" / each, self.home)
        for folder in (self.program, self.rules, self.vault.parent):
            shutil.rmtree(folder, ignore_errors=True)

    def screen(self, program: Path, colour: Colour, room: Path) -> Image.Image:
        """The whole screen when a program shows a thing of a colour, which it has three minutes for; it is killed then."""
        shown = room / "Xvfb_screen0"
        server = f"--server-args=-screen 0 1366x768x24 -fbdir {room}"
        started = subprocess.Popen(
            ["xvfb-run", "--auto-servernum", server, "wine", str(program)],
            env=self._around(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            until = time.monotonic() + 180
            while not (shown.exists() and colour in colours(seen := picture(shown.read_bytes()))):
                assert started.poll() is None, "It ended by itself."
                assert time.monotonic() < until, "Nothing came."
                time.sleep(1)
            return seen
        finally:
            self.stop()
            started.communicate(timeout=60)

    def stop(self) -> None:
        """End whatever runs there."""
        for what in ("--kill", "--wait"):
            subprocess.run(["wineserver", what], env=self._around(), check=False, timeout=60)

    def _run(self, *command: str | Path, typed: str = "") -> Done:
        display = ["xvfb-run", "--auto-servernum", *map(str, command)]
        return subprocess.run(
            display, env=self._around(), input=typed, capture_output=True, text=True, timeout=900, check=False
        )

    def _around(self) -> dict[str, str]:
        overrides = ";".join(f"{each.stem}=n" for each in STANDINS)
        return {**os.environ, "WINEPREFIX": str(self.home), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": overrides}
