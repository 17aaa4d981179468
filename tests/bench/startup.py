"""From the start of the process to the first painted window: the unlock window against a bare PySide6 window."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.harness import Comparison, Go
from tests.conftest import ROOT, home_variables


def comparisons() -> tuple[Comparison, ...]:
    """A fresh process each time, in an empty home."""
    home = ROOT / "out" / "bench-home"
    return (
        Comparison(
            "first unlock window / bare PySide6 window",
            shows("ui", home),
            shows("tests.bench.bare_window", home),
            aim=1.5,
        ),
    )


def shows(module: str, home: Path) -> Go:
    """A go that starts a module's program and ends with its first painted window.

    Modules are compiled before, as they are in the bundle and after any first start, whatever this machine is set to.
    """
    environment = {**os.environ, **home_variables(home), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "tests.bench.until_shown", module]

    def go() -> float:
        started = time.monotonic()
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=True, text=True
        )
        return float(done.stdout.split()[-1]) - started

    return go
