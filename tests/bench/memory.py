"""What the running window keeps in memory, against a bare PySide6 window: each in a process of its own.

Resident memory is compared, as the system's own tools show it: what is shared with other programs counts for both, and on
a machine that runs nothing else of Qt the libraries are not shared. Private memory is said beside it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.many import make
from tests.bench.weighed import Weight, place
from tests.conftest import ROOT

PEOPLE = 10_000
AIM = 4.0


def lines() -> Iterator[str]:
    """One line: the window after a day's screens, the bare window, and how many times as much."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder:
        make(place(Path(folder)), PEOPLE)
        ours, bare = _weigh("window", folder), _weigh("bare")
    times = ours.resident / bare.resident
    yield (
        f"memory with {PEOPLE:,} people / bare PySide6 window".ljust(58) + f"{times:6.2f} x"
        f"  resident {ours.resident:.0f} MB  bare {bare.resident:.0f} MB"
        f"  private {ours.private:.0f} MB  bare {bare.private:.0f} MB"
        f"  aim {AIM:g} x: {'reached' if times <= AIM else 'MISSED'}"
    )


def _weigh(what: str, *arguments: str) -> Weight:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-m", "tests.bench.weighed", what, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=True, text=True)
    return Weight(*map(float, done.stdout.split()))
