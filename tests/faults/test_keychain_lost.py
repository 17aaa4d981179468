"""The computer's keychain does not give what it kept, or there is none: refused in words, with the recovery key as the way back."""

import random
import shutil
from pathlib import Path

import pytest

from tests.core.vault import conftest
from tests.core.vault.conftest import Session
from tests.faults.keychain_steps import refuse
from tests.faults.tally import Tally, many

STEPS = "tests.faults.keychain_steps"
computer = conftest.computer


def wrong_in(said: dict[str, object]) -> list[list[str]]:
    """What went wrong in each trial."""
    found = said["found"]
    assert isinstance(found, list)
    return found


@pytest.mark.keychain
@pytest.mark.timeout(1800)
def test_a_lost_part_of_the_key_is_said_and_the_recovery_key_opens_the_vault(
    computer: Session, tmp_path: Path, tally: Tally
) -> None:
    count = many(short=2, full=100)
    found = wrong_in(computer("lose", tmp_path, str(count), str(tally.seed), steps=STEPS))
    for number in tally.trials("keychain's part lost or replaced", "said, back by recovery key, 0 in files", count):
        assert found[number] == [], f"trial {number} of seed {tally.seed}"


def test_without_a_keychain_that_keeps_anything_no_vault_is_made_where_one_has_to_be(
    tmp_path: Path, tally: Tally
) -> None:
    chance = random.Random(tally.seed)
    for number in tally.trials("no keychain, null or fail behind it", "0 vaults made", many(short=10, full=200)):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert list(refuse(folder, chance)) == [], f"trial {number} of seed {tally.seed}"


@pytest.mark.keychain
@pytest.mark.timeout(1800)
def test_a_whole_profile_that_was_copied_opens_for_nobody_else(computer: Session, tmp_path: Path, tally: Tally) -> None:
    home = tmp_path / "home"
    vault = home / "vault"
    vault.mkdir(parents=True)
    assert computer("make", vault, steps=STEPS, HOME=str(home)) == {"found": [[]]}
    for number in tally.trials("whole profile on another computer", "0 open", many(short=1, full=30)):
        copy = tmp_path / f"copy{number}"
        shutil.copytree(home, copy, ignore=shutil.ignore_patterns("run"))
        # Another computer's sign-in has another password; and a profile that roams comes without the keychain's files.
        if number % 2:
            shutil.rmtree(copy / ".local" / "share" / "keyrings")
        found = wrong_in(computer("open_copy", copy / "vault", steps=STEPS, login=f"other{number}", HOME=str(copy)))
        assert found[0][0] in {"vault.keychain-lost", "vault.keychain-locked", "vault.no-keychain"}, number
        shutil.rmtree(copy)
    assert computer("open_copy", vault, steps=STEPS, HOME=str(home)) == {"found": [[""]]}
