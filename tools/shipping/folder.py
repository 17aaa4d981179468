"""The folder for Windows, assembled on Linux: CPython, the locked wheels, the program, two launchers.

    CoachDesk.exe coachdesk-cli.exe     start one script each in the CPython beside them
    runtime/                            CPython as it was signed
    lib/                                the packages of the lock, without what `pruned.py` names
    app/                                coachdesk, ui, resources, the guides

The same inputs give the same files, byte for byte.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from coachdesk import __version__
from tools import ROOT, environments
from tools.environments import PreparationFailedError
from tools.process import run
from tools.shipping import LOCK, PACKAGING, launchers, moment, qt_support, runtime
from tools.shipping.pruned import is_shipped

PYTHON = "3.13"
FINDS = ("python313.zip", ".", r"..\lib", r"..\app")
"""Where the interpreter looks for modules, and nowhere else: no environment variable, no folder of the user's."""

_SOURCES = ("coachdesk", "ui", "resources", "docs/guides", "docs/pictures")
_NOT_SHIPPED = ("__pycache__", "*.pyc", "*.po", "*.pot")


def assemble(folder: Path, archive: Path, say: Callable[[str], None] = print) -> None:
    """Make the folder anew.

    Args:
        folder: what it becomes; whatever was there is gone.
        archive: the runtime (`runtime.py`).
        say: where a line about what is going on goes.

    Raises:
        PreparationFailedError: a tool is missing, or something is not what the lock and the signatures say.
    """
    python = environments.need_3_13()
    shutil.rmtree(folder, ignore_errors=True)
    _runtime(folder / "runtime", archive, say)
    _packages(folder / "lib")
    _program(folder / "app")
    _compile(folder, python)
    launchers.build(folder, __version__)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    _same_time(folder)


def _runtime(folder: Path, archive: Path, say: Callable[[str], None]) -> None:
    runtime.unpack(archive, folder)
    if shutil.which("osslsigncode"):
        if strangers := runtime.unsigned(folder):
            raise PreparationFailedError(f"The signatures of these files of {archive.name} do not hold: {strangers}.")
        say(f"Every program and library of {archive.name} is signed, by the authorities that Windows trusts.")
    else:
        say("Not checked: who signed CPython, because osslsigncode is not installed. A release needs it.")
    for name in runtime.LEFT_OUT:
        (folder / name).unlink(missing_ok=True)
    (folder / "python313._pth").write_text("\n".join(FINDS) + "\n", "utf-8")


def _packages(folder: Path) -> None:
    """By hash, for Windows whatever the machine: uv takes the markers of the target, pip those of the host."""
    uv = Path(sys.executable).with_name("uv")
    target = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON, "--target", str(folder)]
    checked = ["--require-hashes", "--no-build", "--no-deps", "--link-mode", "copy", "--quiet"]
    if run([str(uv), "pip", "install", *target, *checked, "-r", str(LOCK)], minutes=15):
        raise PreparationFailedError("The packages for Windows could not be had: see uv's message above.")
    for path in [each for each in folder.rglob("*") if each.is_file()]:
        if not is_shipped(path.relative_to(folder).as_posix()):
            path.unlink()
    qt_support.unpack(folder / qt_support.PLACE)
    _drop_empty(folder)


def _program(folder: Path) -> None:
    for name in _SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*_NOT_SHIPPED))
    for script in ("window.py", "terminal.py"):
        shutil.copyfile(PACKAGING / script, folder / script)
    (folder / "version").write_text(__version__, "utf-8")  # the launchers start no modules of another one


def _compile(folder: Path, python: str) -> None:
    """Compile ahead: Program Files is read-only for coaches, so Python could never keep what it compiles."""
    how = ["-q", "-f", "--invalidation-mode", "unchecked-hash", "-s", str(folder), "-x", "/(templates|tests)/"]
    command = [python, "-s", "-P", "-m", "compileall", *how, str(folder / "lib"), str(folder / "app")]
    if run(command, minutes=10, env={"PYTHONHASHSEED": "0"}):
        raise PreparationFailedError("Something in the folder does not compile: see the message above.")


def _drop_empty(folder: Path) -> None:
    for path in sorted((each for each in folder.rglob("*") if each.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def _same_time(folder: Path) -> None:
    told = moment().timestamp()
    for path in folder.rglob("*"):
        os.utime(path, (told, told))
