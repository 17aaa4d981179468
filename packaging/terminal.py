"""The bundle's coachdesk-cli: the same as `python -m coachdesk`."""

import sys

from coachdesk.__main__ import start

sys.frozen = True  # the program is its own interpreter, also in the folder for Windows
sys.exit(start())
