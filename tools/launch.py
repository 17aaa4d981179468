"""Starting the program, its pictures and its benchmarks."""

import os
import sys
import tempfile
from pathlib import Path

from tools import ROOT, environments, system
from tools.environments import PreparationFailedError
from tools.process import run

A_DAY = 24 * 60
NO_SCREEN = (
    "There is no display here, so no window can open; "
    "`python3 dev.py run --offscreen --screenshot DIR` walks the main job without one and leaves pictures in DIR."
)


def program(*, demo: bool, offscreen: bool, pictures: str | None) -> int:
    """`run`: the window on the coach's own vaults, on an invented caseload, or no window at all and pictures."""
    system.need(system.WINDOW)
    if offscreen or pictures:
        return walk(pictures or str(ROOT / "out" / "walk"))
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise PreparationFailedError(NO_SCREEN)
    return _demo() if demo else _window([])


def walk(folder: str) -> int:
    """The main job from a new vault to the issued document, on no screen, with a picture of each stage."""
    return _offscreen("tests.screens", "--walk", folder)


def screens(folder: str) -> int:
    """`screens`: every screen in every theme."""
    system.need(system.WINDOW)
    return _offscreen("tests.screens", folder)


def bench(*, large: bool = False) -> int:
    """`bench`: speed as ratios, each measured against its twin in the same run; `large` also with 100,000 people."""
    system.need(system.WINDOW)
    return _offscreen("tests.bench", *(["--large"] if large else []), minutes=90 if large else 40)


def _offscreen(module: str, *arguments: str, minutes: int = 20) -> int:
    command = [str(environments.main()), "-m", module, *arguments]
    return run(command, minutes=minutes, env={"QT_QPA_PLATFORM": "offscreen"})


def _window(arguments: list[str]) -> int:
    return run([str(environments.main()), "-m", "ui", *arguments], minutes=A_DAY)


def _demo() -> int:
    """The vault goes when the window closes."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-demo-") as folder:
        vault = str(Path(folder) / "demo.cdvault")
        made = run([str(environments.main()), "-m", "coachdesk", "demo", "--vault", vault])
        return made or _window(["--vault", vault])
