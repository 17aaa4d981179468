"""`python -m coachdesk VERB`: the program without a window."""

import sys

from coachdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
