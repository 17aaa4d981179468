"""What the program is started with, and whether it runs already at this sign-in."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from coachdesk.usual_vault import usual_vault
from ui.session import here

NAME = "coachdesk"
"""Of the usual vault."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the program is started with.

    Attributes:
        interview_id: the interview to go back to after a lock.
        pack: a colleague's handover pack that somebody opened on their desktop.
        key_left: the recovery key of a new vault was on the screen, and nobody was there.
    """

    vault: Path
    interview_id: str = ""
    pack: Path | None = None
    key_left: bool = False


def read(arguments: Sequence[str]) -> Asked:
    """What the words after the program's name ask for; it ends the process where they make no sense."""
    parser = argparse.ArgumentParser(prog="CoachDesk", description="The desktop program of a work coach.")
    parser.add_argument("--vault", metavar="FILE", help="a vault other than the usual one, such as a practice vault")
    parser.add_argument("--interview", default="", help=argparse.SUPPRESS)
    parser.add_argument("--key-left", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a colleague's handover pack, to be looked at")
    asked = parser.parse_args(list(arguments))
    vault = Path(asked.vault).absolute() if asked.vault else usual_vault(NAME)
    pack = Path(asked.pack).absolute() if asked.pack else None
    return Asked(vault, str(asked.interview), pack, bool(asked.key_left))


def runs_already(alone: QLockFile, asked: Asked) -> bool:
    """Whether another program with this vault came to the front instead, at this sign-in. What asks it is loaded then."""
    alone.setStaleLockTime(0)  # however old: only when its process is gone
    if alone.tryLock(0) or alone.error() is not QLockFile.LockError.LockFailedError:
        return False
    from ui.instance import ask_to_show

    return ask_to_show(asked.vault, here(), asked.pack)
