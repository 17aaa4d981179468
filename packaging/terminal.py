"""The bundle's coachdesk-cli: the same as `python -m coachdesk`."""

import sys

from coachdesk.__main__ import main

sys.exit(main())
