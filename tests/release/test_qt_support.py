"""What Qt for Python would compile at every start comes compiled with the bundle."""

import shutil
import subprocess
import sys
from pathlib import Path

import shiboken6

from tools.shipping import qt_support


def test_qt_for_python_takes_its_modules_from_the_files_beside_it(tmp_path: Path) -> None:
    here = Path(shiboken6.__file__).parent
    shutil.copytree(here, tmp_path / "shiboken6", ignore=shutil.ignore_patterns("include", "lib"))
    qt_support.unpack(tmp_path / qt_support.PLACE)

    told = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtWidgets, shibokensupport; print(shibokensupport.__file__)"],
        env={"PYTHONPATH": str(tmp_path), "PATH": ""}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert told.stderr == ""
    assert Path(told.stdout.strip()).is_relative_to(tmp_path / qt_support.PLACE)
