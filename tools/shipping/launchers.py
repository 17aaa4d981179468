"""The two programs of the Windows folder, compiled with mingw: small, and all they do is start CPython's library."""

import os
import shutil
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.environments import PreparationFailedError
from tools.process import run
from tools.shipping import PACKAGING

_GCC, _WINDRES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_SAME_BYTES = ("-Wl,--no-insert-timestamp", "-Wl,--build-id=none", "-frandom-seed=coachdesk")
_HARDENED = ("-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va", "-fstack-protector-strong")
_PICTURES = (16, 20, 24, 32, 40, 48, 64, 256)


@dataclass(frozen=True, slots=True)
class Launcher:
    """One program: what it starts, and what Windows says of it."""

    name: str
    script: str
    says: str
    windowed: bool


LAUNCHERS = (
    Launcher("CoachDesk", r"app\window.py", "CoachDesk", windowed=True),
    Launcher("coachdesk-cli", r"app\terminal.py", "CoachDesk for the command line", windowed=False),
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
        (room / "coachdesk.ico").write_bytes(icon((PACKAGING / "coachdesk.svg").read_bytes()))
        for launcher in LAUNCHERS:
            for step in commands(launcher, version, room, folder):
                if run(step, env={"SOURCE_DATE_EPOCH": "0"}):
                    raise PreparationFailedError(f"{step[0]} failed for {launcher.name}: see its message above.")


def commands(launcher: Launcher, version: str, room: Path, folder: Path) -> tuple[list[str], list[str]]:
    """How one program is made: its resources, then itself."""
    numbers = ",".join([*version.split("."), "0", "0", "0"][:4])
    words = {"VERSION": version, "DESCRIPTION": launcher.says, "NAME": launcher.name}
    quoted = [f'-D{key}=\\"{value}\\"' for key, value in words.items()]
    resources = str(room / f"{launcher.name}.o")
    script = launcher.script.replace("\\", "\\\\")
    return (
        [_WINDRES, "-I", str(room), f"-DNUMBERS={numbers}", *quoted, str(room / "launcher.rc"), "-O", "coff", resources],
        [_GCC, "-O2", "-Wall", "-Wextra", "-Werror", "-municode", f'-DSCRIPT=L"{script}"',
         *(["-DWINDOWED", "-mwindows"] if launcher.windowed else ["-mconsole"]), *_HARDENED, *_SAME_BYTES,
         "-o", str(folder / f"{launcher.name}.exe"), str(room / "launcher.c"), resources, "-static", "-s", "-lshell32"],
    )  # fmt: skip


def icon(drawing: bytes) -> bytes:
    """A drawing (SVG) as an icon of Windows: a list of PNGs, each as sharp as its size allows."""
    pictures = [_picture(drawing, side) for side in _PICTURES]
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, picture in zip(_PICTURES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def _picture(drawing: bytes, side: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(image)
    return bytes(held.data().data())
