"""Whole vaults as each released version left them, header and all, in tests/data/released/<version>.

`python -m tests.core.storage.old_vaults` keeps today's with its own: a step of a release (docs/release-steps.md), and again
when the first schema changes, as long as nothing is released. A released one is never made anew.
"""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from coachdesk import __version__
from coachdesk.application import Setting, create_vault
from coachdesk.policy import Policy
from coachdesk.vault import VaultFiles
from tests.core.services.talking import begin
from tests.vaults import PASSPHRASE

FOLDER = Path(__file__).resolve().parents[1] / "data" / "released"
GOAL = "Work with zqxhorses"
GIVEN_NAME = "Bryn"


def place(folder: Path) -> Setting:
    """The vault in a folder as a coach opens it: no keychain, and the passphrase stretched as always."""
    return Setting(folder=folder, keychain=None, policy=Policy())


def versions() -> list[str]:
    """Those whose vault is kept."""
    return sorted(each.name for each in FOLDER.iterdir() if VaultFiles(each).vault.is_file())


def keep(version: str = __version__) -> None:
    """Keep a vault of today's program as that of a version: a talk half way, and somebody else."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-released-") as room:
        made = place(Path(room))
        vault, _key = create_vault(made, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
        talk = begin(vault)
        talk.say("goal", GOAL)
        vault.services.interviews.pause(talk.interview)
        people = vault.services.people
        people.save(replace(people.draft(), given_name=GIVEN_NAME))
        vault.close()
        (FOLDER / version).mkdir(parents=True, exist_ok=True)
        for path in (made.files.vault, made.files.header):
            shutil.copyfile(path, FOLDER / version / path.name)
