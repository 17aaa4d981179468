"""`python -m coachdesk VERB`: the program without a window."""

import sys

from coachdesk.cli import main
from coachdesk.logs.dumps import forbid_dumps

if __name__ == "__main__":
    forbid_dumps()
    sys.exit(main())
