"""The bundle's CoachDesk: the same as `python -m ui`."""

import sys

from ui.app import main

sys.exit(main(sys.argv[1:]))
