"""The bundle's CoachDesk: the same as `python -m ui`."""

import sys

from ui.__main__ import start

sys.frozen = True  # the program is its own interpreter, also in the folder for Windows
sys.exit(start())
