"""`bundle`: one folder with the program and everything it needs; `audit`: known weaknesses of what is in it.

For the system it runs on PyInstaller makes it (`build.spec`), and it checks itself on the spot. The one for Windows can also
be assembled on Linux (`tools/shipping/folder.py`). Either way every file is given to a part with a licence that is allowed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tools import ROOT, environments, system
from tools.process import WINDOWS, run

DIST = ROOT / "dist"
NATIVE = "windows" if WINDOWS else "linux"


def make(target: str = NATIVE, runtime: str | None = None, *, installer: bool = False) -> int:
    """Build a bundle, and try it where it can be tried; the exit code of whatever failed first.

    Args:
        target: "linux" or "windows".
        runtime: for Windows on Linux, an archive with CPython in place of the default.
        installer: whether to make the installer (MSI) too, for Windows on Linux.
    """
    if target == "windows" and not WINDOWS:
        system.need(system.FOR_WINDOWS)
        folder = DIST / "windows" / "CoachDesk"
        made = assemble(folder, runtime) or papers(folder, target)
        return made or (shipping("msi", str(folder)) if installer else 0)
    system.need(system.WINDOW + system.TESTS)
    folder = DIST / "CoachDesk"
    # What a developer on Windows makes with PyInstaller is for trying; the one that goes out is assembled, with its papers.
    return build() or (0 if WINDOWS else papers(folder, target)) or self_check(folder)


def build() -> int:
    """The folder `dist/CoachDesk` from `build.spec`."""
    python = environments.main()
    folders = ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / sys.platform)]
    return run(
        [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, "build.spec"], minutes=15
    )


def assemble(folder: Path, runtime: str | None) -> int:
    """The folder for Windows, on Linux, still without its papers; `runtime` as `make` takes it."""
    given = ["--runtime", str(Path(runtime).resolve())] if runtime else []
    return shipping("windows", str(folder), *given)


def papers(folder: Path, target: str) -> int:
    """The notices and the list of parts, and how large it all is."""
    code = shipping("papers", str(folder), target)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder.relative_to(ROOT)}: {size / 2**20:.0f} MB", flush=True)
    return code


def self_check(folder: Path) -> int:
    """Copy the bundle away from the source tree and let it run a whole meeting there, as on a machine without Python."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bundle-") as elsewhere:
        copy = Path(shutil.copytree(folder, Path(elsewhere) / "CoachDesk", symlinks=True))
        program = copy / ("coachdesk-cli.exe" if WINDOWS else "coachdesk-cli")
        return run([str(program), "self-check"])


def audit() -> int:
    """0 when every package was asked about and none has a known weakness, 1 when one has, 3 when not all could be asked."""
    return shipping("audit", "--whole")


def shipping(*words: str, minutes: float = 20) -> int:
    """Run what the standard library alone cannot do, in `.venv`; its exit code."""
    return run([str(environments.main()), "-m", "tools.shipping", *words], minutes=minutes)
