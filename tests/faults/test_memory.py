"""Memory fails in the middle of a save: what was acknowledged is kept, nothing is half saved, and saving goes on afterwards."""

import json
import os
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from coachdesk.application import create_vault
from coachdesk.clock import now
from coachdesk.interviews import Channel, StoredAnswer
from coachdesk.people import Person
from coachdesk.plans import Action, Party
from coachdesk.storage import Database, find, integrity
from tests.faults.caseload import gapless
from tests.faults.changing_keys import place
from tests.faults.nursery import nursery
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE

pytest.importorskip("_testcapi", reason="this Python was built without what makes its memory fail")

Kept = dict[str, str]
Said = list[list[str]]


class Vault(NamedTuple):
    """A vault's file and the key that it is under."""

    path: Path
    key: bytes


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
@pytest.mark.timeout(3600)
def test_memory_that_fails_in_the_middle_of_a_save_leaves_nothing_half_saved(tmp_path: Path, tally: Tally) -> None:
    (vault, kept), met = begun(tmp_path), Counter[str]()
    with nursery("tests.faults.forgetful_coach", vault.path) as coaches:
        for trial in tally.trials("memory fails while saving", "0 half saved, 0 unsound", many(short=8, full=1000)):
            said = [json.loads(line) for line in coaches.did(str(tally.seed % 10**6 * 1000 + trial))]
            met[said[1][0] if len(said) > 1 else "died"] += 1
            kept = held_to(vault, kept, said, f"trial {trial} of seed {tally.seed}")
    assert met["refused"] + met["stumbled"] > trial / 3, "memory hardly ever failed"
    told = ", ".join(f"{what} {times}" for what, times in met.most_common())
    tally.measured.append(f"memory failed while saving: {told}")


def begun(folder: Path) -> tuple[Vault, Kept]:
    """A new vault with a talk and something agreed; what it holds."""
    vault = folder / "coachdesk.cdvault"
    opened, _key = create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    services = opened.services
    amira = services.people.save(replace(services.people.draft(), given_name="Amira"))
    services.interviews.start(amira.id, "first-commitments", Channel.PHONE)
    services.plans.save_action(replace(services.plans.draft_action(amira.id, Party.COACH), text="first"))
    opened.close()
    return Vault(vault, opened.keys.data_key), {"answer": "", "name": "", "agreed": "first"}


def held_to(vault: Vault, kept: Kept, said: Said, which: str) -> Kept:
    """Check that the vault is sound and holds all that was acknowledged; what it holds."""
    possible = {what: [words] for what, words in kept.items()}
    for outcome, *rest in said:
        if outcome == "tries":
            possible[rest[0]].append(rest[1])
        elif outcome == "wrote":
            possible[rest[0]] = rest[1:]
        assert outcome != "refused" or rest == ["storage.no-memory"], which
    with_memory_back = {each[0] for each in said[2:]}
    assert with_memory_back <= {"tries", "wrote", "done"}, f"{which}: saving did not go on"
    found = read_again(vault, which)
    for what, words in found.items():
        assert words in possible[what], f"{which}: {what}"
    return found


def read_again(vault: Vault, which: str) -> Kept:
    """Open the vault and check all of it; what it holds."""
    database = Database.open(vault.path, vault.key, author="coach-1", clock=now, must_exist=True)
    with closing(database), database.read() as connection:
        checked = integrity(connection)
        assert checked.sound, f"{which}: {checked}"
        gapless(connection, which)
        answers = find(connection, StoredAnswer)
        (person,), (action,) = find(connection, Person), find(connection, Action)
    answer = json.loads(answers[0].value or '""') if answers else ""
    return {"answer": answer, "name": person.family_name, "agreed": action.text}
