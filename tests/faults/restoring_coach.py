"""A coach who brings backups back: run as a program, and killed from outside.

One process loads the program and forks one coach for each line on its standard input, which is a number: after so many people
are added, a backup of another moment is brought back. "gone" follows the coach's end.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from coachdesk.application import Opened, open_vault
from tests.faults.changing_keys import place
from tests.faults.nursery import say

PASSPHRASE = "four-quiet-words-here"


def add(vault: Opened, name: str) -> None:
    """Somebody joins the caseload."""
    people = vault.services.people
    people.save(replace(people.draft(), given_name=name))


def restore(vault: Path, which: int) -> None:
    """Open the vault, write something new, and bring a backup back."""
    opened = open_vault(place(vault), PASSPHRASE)
    add(opened, f"Person {which}")
    say(os.getpid())
    restoring = opened.services.restoring
    there = restoring.backups()
    restoring.restore(there[which % len(there)])
    say("restored")
    opened.close()


def main(vault: Path) -> None:
    """One coach after another."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            restore(vault, int(line))
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
