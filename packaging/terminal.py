"""The bundle's coachdesk-cli: the same as `python -m coachdesk`."""

import sys

from coachdesk.cli import main

sys.exit(main())
