"""A coach who changes the passphrase or gives the vault a fresh key: run as a program, and killed from outside.

One process loads the program and forks one coach for each line on its standard input: "passphrase OLD NEW" or "fresh KEY"
(no passphrase here has a space). A coach says its process id when the vault is open; "gone" follows its end.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from coachdesk.application import Setting, open_vault
from tests.faults.nursery import say
from tests.vaults import setting


def place(vault: Path) -> Setting:
    """The vault without a keychain: its secret would have to outlive the process."""
    return replace(setting(vault.parent), keychain=None, name=vault.stem)


def change(vault: Path, how: str, old: str, new: str = "") -> None:
    """Open the vault and change its keys."""
    opened = open_vault(place(vault), old)
    say(os.getpid())
    administration = opened.services.administration
    if how == "passphrase":
        administration.change_passphrase(old, new)
    else:
        administration.renew_data_key(old)
    say("changed")
    opened.close()


def main(vault: Path) -> None:
    """One coach after another."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            change(vault, *line.split())
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
