"""Recording what a real program hands to the disk, and reading the recording."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
RECORDER = Path(__file__).with_name("recorder.c")

needs_a_compiler = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None, reason="the recorder is compiled, and speaks to Linux"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the program handed to the disk.

    Attributes:
        kind: o(pened), w(ritten), t(runcated), s (forced onto the disk), u(nlinked), r(enamed).
        file: the number under which the file was opened; 0 of what needs a path only.
        offset: where it was written, or the length after cutting; 1 of a file that opening emptied.
        data: the bytes; the path; both paths of a renaming, a line each.
    """

    kind: str
    file: int
    offset: int
    data: bytes


def compiled(folder: Path) -> Path:
    """The recorder, compiled into the folder."""
    library = folder / "recorder.so"
    flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["cc", *flags, "-o", str(library), str(RECORDER), "-ldl"], check=True)
    return library


def recorded(recorder: Path, below: Path, module: str, arguments: Sequence[str]) -> tuple[Step, ...]:
    """Everything that a program did to the files below a folder, in order."""
    log = recorder.with_name("recording")
    log.unlink(missing_ok=True)
    noting = {"LD_PRELOAD": str(recorder), "RECORD_BELOW": str(below), "RECORD_TO": str(log)}
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=os.environ | noting, check=True)
    return tuple(_steps(log.read_bytes()))


def noted(steps: Sequence[Step], name: str) -> bytes:
    """What was written to the file of a name, piece by piece."""
    files = {step.file for step in steps if step.kind == "o" and step.data.decode().endswith(f"/{name}")}
    return b"".join(step.data for step in steps if step.kind == "w" and step.file in files)


def _steps(log: bytes) -> Iterator[Step]:
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        kind, file, offset, length = log[at:end].decode().split()
        at = end + 1 + int(length)
        yield Step(kind, int(file), int(offset), log[end + 1 : at])
