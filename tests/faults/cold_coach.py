"""A single coach of `window_coach.py` in a program that starts from nothing: run as a program, and killed from outside.

The program loads what it needs as `python3 -m ui` does, the passphrase is typed as fast as people type, and `usable` counts
from STARTED, a moment on the clock of `time.monotonic` at which whoever runs this began to.
"""

import gc
import sys
from pathlib import Path

PAUSE = 150
"""Milliseconds between two letters of the passphrase."""


def main(vault: str, interview: str, passphrase: str, seed: str, started: str) -> None:
    """As the program does it in `ui/__main__.py`."""
    gc.disable()
    from tests.faults.window_coach import live

    live(Path(vault), interview, passphrase, int(seed), float(started), pause=PAUSE)


if __name__ == "__main__":
    main(*sys.argv[1:])
