import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from coachdesk.application import create_vault, open_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from tests.faults.changing_keys import place
from tests.faults.tally import Tally, many

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASES = ("four-quiet-words-here", "four-loud-words-there")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_while_keys_change_leaves_a_vault_that_opens_with_the_old_ones_or_the_new_ones(
    tmp_path: Path, tally: Tally
) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    moments, ended = random.Random(tally.seed), 0
    opened, _key = create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASES[0])
    opened.services.people.save(Person(id="amira", given_name="Amira", family_name="Khalil"))
    opened.close()
    holds, other = PASSPHRASES
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.changing_keys", str(vault)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        for trial in tally.trials("killed while keys change", "0 that open with neither", many(short=10, full=200)):
            asked = f"passphrase {holds} {other}" if trial % 2 else f"fresh {holds}"
            said = killed_after(nursery, asked, moments.uniform(0, 0.02 if trial % 2 else 0.25))
            ended += "changed\n" in said
            holds, other = way_in(vault, holds, other, f"trial {trial} of seed {tally.seed}")
        assert nursery.stdin is not None
        nursery.stdin.close()
    assert ended < trial + 1, "no kill came in time"


def killed_after(nursery: "subprocess.Popen[str]", asked: str, seconds: float) -> list[str]:
    """Let a coach change keys and kill the program so long after; what it said before it was gone."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{asked}\n")
    nursery.stdin.flush()
    coach = int(nursery.stdout.readline())
    time.sleep(seconds)
    with suppress(ProcessLookupError):  # it may have ended by itself
        os.kill(coach, signal.SIGKILL)
    return list(iter(nursery.stdout.readline, "gone\n"))


def way_in(vault: Path, old: str, new: str, which: str) -> tuple[str, str]:
    """The passphrase that opens the vault, with Amira still in it, and the one that does not."""
    for one, other in ((new, old), (old, new)):
        with suppress(AppError):
            opened = open_vault(place(vault), one)
            assert opened.services.people.open("amira").person.family_name == "Khalil", which
            assert opened.services.administration.check().sound, which
            opened.close()
            return one, other
    pytest.fail(f"neither passphrase opens the vault: {which}")
