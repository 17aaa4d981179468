"""`python -m tests.screens DIR` draws every screen in every theme; `--walk DIR` draws the main job, stage by stage."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screens.studio import LOOK_NAMES, Studio
from tests.screens.tour import tour
from tests.screens.walk import walk


def main(arguments: list[str]) -> int:
    """Draw, and say where the pictures are."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--walk", action="store_true", help="the main job instead of all screens")
    parser.add_argument("--look", action="append", default=[], help=f"only these: {', '.join(LOOK_NAMES)}")
    asked = parser.parse_args(arguments)
    app = QApplication([])
    studio = Studio(app, asked.folder)
    try:
        if asked.walk:
            walk(studio)
        else:
            tour(studio, looks=asked.look)
    finally:
        studio.close()
    sys.stdout.write(f"{studio.taken} pictures are in {asked.folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
