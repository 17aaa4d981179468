import os
from contextlib import suppress
from pathlib import Path

import pytest

from coachdesk.application import create_vault, open_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from tests.faults.changing_keys import place
from tests.faults.nursery import nursery
from tests.faults.tally import Tally, many, moments

PASSPHRASES = ("four-quiet-words-here", "four-loud-words-there")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
def test_a_kill_while_keys_change_leaves_a_vault_that_opens_with_the_old_ones_or_the_new_ones(
    tmp_path: Path, tally: Tally
) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    wanted, ended = many(short=10, full=200), 0
    after = moments(tally.seed, wanted, 1.0)
    opened, _key = create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASES[0])
    opened.services.people.save(Person(id="amira", given_name="Amira", family_name="Khalil"))
    opened.close()
    holds, other = PASSPHRASES
    with nursery("tests.faults.changing_keys", vault) as coaches:
        for trial in tally.trials("killed while keys change", "0 that open with neither", wanted):
            asked = f"passphrase {holds} {other}" if trial % 2 else f"fresh {holds}"
            said = coaches.killed_after(asked, after[trial] * (0.02 if trial % 2 else 0.25))
            ended += "changed\n" in said
            holds, other = way_in(vault, holds, other, f"trial {trial} of seed {tally.seed}")
    assert ended < trial + 1, "no kill came in time"


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
