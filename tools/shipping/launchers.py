"""The two programs of the Windows folder, compiled with mingw: small, and all they do is start CPython's library."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.environments import PreparationFailedError
from tools.process import run
from tools.shipping import PACKAGING, appearance

_GCC, _WINDRES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_SAME_BYTES = ("-Wl,--no-insert-timestamp", "-Wl,--build-id=none", "-frandom-seed=coachdesk")
_HARDENED = ("-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va", "-fstack-protector-strong")


@dataclass(frozen=True, slots=True)
class Launcher:
    """One program, and what it starts."""

    name: str
    script: str
    windowed: bool


LAUNCHERS = (
    Launcher("CoachDesk", r"app\window.py", windowed=True),
    Launcher("coachdesk-cli", r"app\terminal.py", windowed=False),
)


def build(folder: Path, version: str) -> None:
    """Both programs into the folder.

    Raises:
        PreparationFailedError: mingw is not there, or does not like what it is given.
    """
    if not (shutil.which(_GCC) and shutil.which(_WINDRES)):
        raise PreparationFailedError("mingw is missing. On Debian and Ubuntu: apt-get install gcc-mingw-w64-x86-64.")
    with tempfile.TemporaryDirectory(prefix="coachdesk-launchers-") as work:
        room = Path(shutil.copytree(PACKAGING / "windows", Path(work) / "windows"))
        (room / "coachdesk.ico").write_bytes(appearance.icon())
        for launcher in LAUNCHERS:
            (room / "version.bin").write_bytes(appearance.version_resource(launcher.name, version))
            for step in commands(launcher, version, room, folder):
                if run(step, env={"SOURCE_DATE_EPOCH": "0"}):
                    raise PreparationFailedError(f"{step[0]} failed for {launcher.name}: see its message above.")


def commands(launcher: Launcher, version: str, room: Path, folder: Path) -> tuple[list[str], list[str]]:
    """How one program is made: its resources, then itself."""
    resources = str(room / f"{launcher.name}.o")
    script = launcher.script.replace("\\", "\\\\")
    return (
        [_WINDRES, "-I", str(room), str(room / "launcher.rc"), "-O", "coff", resources],
        [_GCC, "-O2", "-Wall", "-Wextra", "-Werror", "-municode", f'-DSCRIPT=L"{script}"', f'-DVERSION="{version}"',
         *(["-DWINDOWED", "-mwindows"] if launcher.windowed else ["-mconsole"]), *_HARDENED, *_SAME_BYTES,
         "-o", str(folder / f"{launcher.name}.exe"), str(room / "launcher.c"), resources, "-static", "-s", "-lshell32"],
    )  # fmt: skip
