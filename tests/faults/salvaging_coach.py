"""A coach who saves what can be read of a damaged vault: run as a program, and killed from outside.

One process loads the program and forks one coach for each line on its standard input. "gone" follows the coach's end.
"""

import os
import sys
from pathlib import Path

from coachdesk.bringing_back import look_what_is_readable, take_what_is_readable
from tests.faults.changing_keys import place
from tests.faults.nursery import say
from tests.faults.restoring_coach import PASSPHRASE


def save(vault: Path) -> None:
    """Look what can be read, and go on with it."""
    where = place(vault)
    say(os.getpid())
    look_what_is_readable(where, PASSPHRASE)
    take_what_is_readable(where, PASSPHRASE).close()
    say("saved")


def main(vault: Path) -> None:
    """One coach after another."""
    for _line in sys.stdin:
        child = os.fork()
        if not child:
            save(vault)
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
