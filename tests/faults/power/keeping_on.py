"""A coach over whom backups are made and keys change, or whose old vault is brought up to date; what is done is noted at once.

`VAULT PEOPLE` adds so many people, with a backup or a fresh key after every few; `VAULT newer` opens it with a newer program.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from coachdesk.application import open_vault
from coachdesk.storage.migrations import STEPS
from tests.faults.changing_keys import place
from tests.faults.migrating_coach import MORE, NEWER
from tests.faults.power.typing_on import SAID
from tests.vaults import PASSPHRASE

PERSON, BACKUP = b"p", b"b"
"""What is noted: somebody was added, a backup was made."""

EVERY = 4
"""People between two backups or changes of the key."""


def keep_on(vault: Path, people: int, note: Callable[[bytes], object]) -> None:
    """Add people and note each, and each backup."""
    opened = open_vault(place(vault), PASSPHRASE)
    services = opened.services
    for number in range(people):
        services.people.save(replace(services.people.draft(), given_name=f"Person {number}"))
        note(PERSON)
        if number % (2 * EVERY) == EVERY:
            services.backing_up.make()
            note(BACKUP)
        elif number % (2 * EVERY) == 0:
            services.administration.renew_data_key(PASSPHRASE)
    opened.close()


def main(vault: Path, what: str) -> None:
    """Do it; the notes go straight to the disk's queue, in their order among the vault's own writing."""
    noted = os.open(vault.with_name(SAID), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    if what == "newer":
        with patch(NEWER, STEPS + MORE):
            open_vault(place(vault), PASSPHRASE).close()
    else:
        keep_on(vault, int(what), lambda word: os.write(noted, word))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
