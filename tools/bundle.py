"""`bundle`: one folder with the program and everything it needs, made by PyInstaller, which then checks itself."""

import shutil
import sys
import tempfile
from pathlib import Path

from tools import ROOT, environments, system
from tools.process import WINDOWS, run

FOLDER = ROOT / "dist" / "CoachDesk"


def make() -> int:
    """Build and try the bundle; the exit code of whatever failed first."""
    system.need(system.WINDOW + system.TESTS)
    return build() or self_check()


def build() -> int:
    """The folder `dist/CoachDesk` from `build.spec`."""
    python = environments.main()
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / sys.platform)]
    return run(
        [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, "build.spec"], minutes=15
    )


def self_check() -> int:
    """Copy the bundle away from the source tree and let it run a whole meeting there, as on a machine without Python."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bundle-") as elsewhere:
        copy = Path(shutil.copytree(FOLDER, Path(elsewhere) / "CoachDesk", symlinks=True))
        size = sum(path.stat().st_size for path in copy.rglob("*") if path.is_file() and not path.is_symlink())
        print(f"{FOLDER.relative_to(ROOT)}: {size / 2**20:.0f} MB", flush=True)
        program = copy / ("coachdesk-cli.exe" if WINDOWS else "coachdesk-cli")
        return run([str(program), "self-check"])
