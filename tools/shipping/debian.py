"""The package for Debian and its kin, from the bundle: `/opt/coachdesk`, two names to start it, an entry in the menu."""

import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from coachdesk import __version__
from tools.environments import PreparationFailedError
from tools.process import output, run
from tools.shipping import PACKAGING, moment

LINUX = PACKAGING / "linux"
HOME = Path("opt/coachdesk")
PROGRAMS = {"coachdesk": "CoachDesk", "coachdesk-cli": "coachdesk-cli"}
"""What is typed, and the program of the bundle that starts then."""

SMALL = ("-Zxz", "-z6")
"""How a package is packed that goes out. It takes a minute and more: what stays here may be packed otherwise."""

_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")


def name(version: str = __version__) -> str:
    """What the package's file is called."""
    return f"coachdesk_{version}_amd64.deb"


def build(bundle: Path, into: Path, packed: Sequence[str] = SMALL) -> Path:
    """Make the package of a bundle in a folder; the same bundle gives the same bytes.

    Args:
        bundle: the folder that PyInstaller made, with its papers.
        into: where the package goes.
        packed: dpkg-deb's words for how.

    Raises:
        PreparationFailedError: dpkg-deb is not there, or refuses.
    """
    into.mkdir(parents=True, exist_ok=True)
    package = into / name()
    with tempfile.TemporaryDirectory(prefix="coachdesk-deb-") as room:
        tree = Path(room) / "deb"
        fill(bundle, tree)
        made = ["dpkg-deb", "--root-owner-group", *packed, "--build", str(tree), str(package)]
        if run(made, minutes=10, env={"SOURCE_DATE_EPOCH": str(int(moment().timestamp()))}):
            raise PreparationFailedError("dpkg-deb did not make the package.")
    return package


def fill(bundle: Path, tree: Path) -> None:
    """Lay out a package's files below a folder, as they will lie below `/`."""
    shutil.copytree(bundle, tree / HOME, symlinks=True)
    shared = tree / "usr" / "share"
    _put(PACKAGING / "coachdesk.svg", shared / "icons/hicolor/scalable/apps/coachdesk.svg")
    _put(LINUX / "coachdesk.desktop", shared / "applications/coachdesk.desktop")
    _put(LINUX / "coachdesk.xml", shared / "mime/packages/coachdesk.xml")
    _put(PACKAGING / "policy.toml", shared / "doc/coachdesk/policy.toml")
    _put(bundle / "THIRD-PARTY-NOTICES.txt", shared / "doc/coachdesk/copyright")
    (tree / "usr/bin").mkdir(parents=True)
    for typed, program in PROGRAMS.items():
        (tree / "usr/bin" / typed).symlink_to(Path("/") / HOME / program)
    (tree / "etc/coachdesk").mkdir(parents=True)
    about = tree / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control(tree), "utf-8")
    shutil.copyfile(LINUX / "postrm", about / "postrm")
    _settle(tree)


def control(tree: Path) -> str:
    """What the package says of itself: its version, its size, and the oldest C library that its programs start with."""
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())
    major, minor = newest_glibc(tree / HOME)
    words = (LINUX / "control").read_text("utf-8")
    return words.format(version=__version__, kib=-(-size // 1024), glibc=f"{major}.{minor}")


def newest_glibc(folder: Path) -> tuple[int, int]:
    """The newest version of the C library that anything in a folder asks for."""
    programs = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    asked = output(["objdump", "-T", *map(str, programs)], seconds=120)
    return max(((int(major), int(minor)) for major, minor in _GLIBC.findall(asked)), default=(2, 17))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _put(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _settle(tree: Path) -> None:
    """Modes and times that do not hang on who builds the package, and when."""
    at = moment().timestamp()
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path.name == "postrm" or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (at, at), follow_symlinks=False)
    os.utime(tree, (at, at))
