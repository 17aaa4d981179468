"""The virtual environments, each filled from a lock with hashes and remembered by a stamp."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from tools import ROOT
from tools.process import WINDOWS, output, run

LOCK = "requirements-dev.lock"
QT = ("pyside6-essentials", "shiboken6", "pytest-qt")


class PreparationFailedError(Exception):
    """Something that the developer's machine needs could not be made; the text says what."""


def python_in(folder: str) -> Path:
    """The interpreter of a virtual environment below the project."""
    return ROOT / folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def main() -> Path:
    """`.venv`: everything to run, test, check and bundle."""
    return environment(".venv", LOCK)


def without_qt() -> Path:
    """`.venv-core`: the same without Qt, so that nothing in the core can lean on it."""
    return environment(".venv-core", LOCK, leave_out=QT)


def outloud() -> Path:
    """`.venv-outloud`: the PDF checker, whose licence (AGPL) keeps it a program that we call and never import."""
    return environment(".venv-outloud", "requirements-outloud.lock")


def on_3_13() -> Path | None:
    """`.venv-3.13`, or None where the machine has no CPython 3.13 or is using it already."""
    if sys.version_info[:2] == (3, 13):
        return None
    interpreter = find_3_13()
    return environment(".venv-3.13", LOCK, interpreter=interpreter) if interpreter else None


def find_3_13() -> str:
    """The path of a CPython 3.13 that runs, or an empty text."""
    asking = "import sys; print(sys.executable if sys.version_info[:2] == (3, 13) else '')"
    installed = sorted((Path.home() / ".pyenv" / "versions").glob("3.13*/bin/python"))
    named = shutil.which("python3.13")
    candidates = [[named]] if named else []
    candidates += [["py", "-3.13"]] if WINDOWS else []
    candidates += [[str(path)] for path in installed]
    for candidate in candidates:
        if found := output([*candidate, "-c", asking]):
            return found
    return ""


def need_3_13() -> str:
    """The path of a CPython 3.13, the version that goes out for Windows: this one, or another of this machine.

    Raises:
        PreparationFailedError: there is none.
    """
    found = sys.executable if sys.version_info[:2] == (3, 13) else find_3_13()
    if not found:
        raise PreparationFailedError(
            "What goes out for Windows is compiled with a CPython 3.13, and none is here: "
            "python3.13 on the path, or one below ~/.pyenv/versions."
        )
    return found


def environment(folder: str, lock: str, *, interpreter: str = sys.executable, leave_out: tuple[str, ...] = ()) -> Path:
    """Make an environment, or leave it alone when it was made from this very lock.

    Args:
        folder: its name below the project.
        lock: the lock's file name.
        interpreter: the Python that it is made with.
        leave_out: names of packages of the lock that it must not hold.

    Returns:
        Its interpreter.
    """
    text = without(lock=(ROOT / lock).read_text("utf-8"), names=leave_out)
    python, stamp = python_in(folder), ROOT / folder / "lock.sha256"
    wanted = hashlib.sha256(text.encode()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text("utf-8").strip() == wanted:
        return python
    print(f"Making {folder} from {lock} ...", flush=True)
    _make(folder, interpreter)
    chosen = ROOT / folder / "chosen.lock"
    chosen.write_text(text, "utf-8")
    install = [
        "install",
        "-qq",
        "--no-compile",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--no-deps",
        "-r",
        str(chosen),
    ]
    if run([str(python), "-m", "pip", *install], minutes=20, env={"PIP_DISABLE_PIP_VERSION_CHECK": "1"}):
        raise PreparationFailedError(f"{folder} could not be filled from {lock}: see pip's message above.")
    stamp.write_text(wanted, "utf-8")
    return python


def without(lock: str, names: tuple[str, ...]) -> str:
    """The lock's text without the entries of some packages (an entry is a line and its indented hashes)."""
    kept, keeping = [], True
    for line in lock.splitlines(keepends=True):
        if not line.startswith((" ", "\t", "#")):
            keeping = line.split("==")[0].split("[")[0].strip() not in names
        if keeping:
            kept.append(line)
    return "".join(kept)


def _make(folder: str, interpreter: str) -> None:
    """An empty environment with pip, in place of whatever was there."""
    clean = {key: "" for key in ("PYTHONHOME", "PYTHONPATH") if key in os.environ}
    if run([interpreter, "-m", "venv", "--clear", str(ROOT / folder)], env=clean):
        raise PreparationFailedError(
            f"{interpreter} -m venv failed. On Debian and Ubuntu: apt-get install python3-venv."
        )
