"""The installed program until its first window is painted, against the source tree and a bare PySide6 window.

First: the machine has read nothing of it yet, as in the morning; what other programs have loaded of Python or Qt stays,
so nothing else of either should run. Second: all of it is in memory. The sides take turns. It is the processor's time
that is compared, because what else the machine does counts for less there; the wall's is said beside it.
"""

import os
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.screen import Screen, Start, screen
from tests.conftest import ROOT

BUNDLE = ROOT / "dist" / "CoachDesk"
MEMORY = Path("/proc/sys/vm/drop_caches")
INSTALLED, SOURCE, BARE = "installed", "source", "bare PySide6 window"
PROGRAMS = {
    INSTALLED: [str(BUNDLE / "CoachDesk")],
    SOURCE: [sys.executable, "-m", "ui"],
    BARE: [sys.executable, "-m", "tests.bench.bare_window"],
}
SELF_CHECKS = {
    INSTALLED: [str(BUNDLE / "coachdesk-cli"), "self-check"],
    SOURCE: [sys.executable, "-m", "coachdesk", "self-check"],
}
AIMS = {SOURCE: 1.0}
"""The installed program starts no slower than from source."""


def lines() -> Iterator[str]:
    """First start, second start and self-check of what `dev.py bundle` made; one line for each twin."""
    if not (BUNDLE / "CoachDesk").exists():
        yield "start of the installed program: not here (python3 dev.py bundle)"
        return
    with screen() as place:
        if os.access(MEMORY, os.W_OK):
            yield from _told("first start", _medians(PROGRAMS, 7, lambda command: _first(place, command)))
        else:
            yield "first start of the installed program: only root can make the machine forget what it has read"
        yield from _told("second start", _medians(PROGRAMS, 15, place.start))
        yield from _told("self-check", _medians(SELF_CHECKS, 3, place.run))


def _first(place: Screen, command: Sequence[str]) -> Start:
    os.sync()
    MEMORY.write_text("3", encoding="ascii")
    return place.start(command)


def _medians(
    commands: Mapping[str, Sequence[str]], rounds: int, go: Callable[[Sequence[str]], Start]
) -> Mapping[str, Start]:
    """Of each side, after one uncounted go of each."""
    starts: dict[str, list[Start]] = {side: [] for side in commands}
    for _ in range(rounds + 1):
        for side, command in commands.items():
            starts[side].append(go(command))
    return {
        side: Start(
            statistics.median(each.wall for each in many[1:]), statistics.median(each.work for each in many[1:])
        )
        for side, many in starts.items()
    }


def _told(what: str, medians: Mapping[str, Start]) -> Iterator[str]:
    ours = medians[INSTALLED]
    for side, twin in medians.items():
        if side == INSTALLED:
            continue
        ratio, aim = ours.work / twin.work, AIMS.get(side)
        judged = f"  aim {aim:g} x: {'reached' if ratio <= aim else 'MISSED'}" if aim else ""
        yield (
            f"{what}, installed / {side}".ljust(58) + f"{ratio:6.2f} x"
            f"  processor {ours.work * 1000:6.0f} ms  twin {twin.work * 1000:6.0f} ms"
            f"  wall {ours.wall / twin.wall:5.2f} x  {ours.wall * 1000:6.0f} ms  twin {twin.wall * 1000:6.0f} ms"
            + judged
        )
