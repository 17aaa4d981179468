"""`python -m coachdesk VERB`: the program without a window."""

import sys

from coachdesk.cli import main
from coachdesk.logs.dumps import forbid_dumps


def start() -> int:
    """Run it; its exit code."""
    forbid_dumps()
    return main()


if __name__ == "__main__":
    sys.exit(start())
