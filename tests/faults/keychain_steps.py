"""A coach whose keychain loses its part of the key, again and again, with a real Secret Service.

`python -m tests.faults.keychain_steps STEP FOLDER SAID MANY SEED` leaves in the file SAID, as JSON, what went wrong in each trial.
"""

import base64
import json
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from keyring.backends import fail, null

from coachdesk.application import Opened, Setting, create_vault, open_vault, open_with_recovery_key
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.policy import KeychainRule, Policy
from coachdesk.vault import Keychain, keychain_for, system_keychain
from coachdesk.vault.changing import entry
from coachdesk.vault.keychain import SystemKeychain
from tests.vaults import CHEAP, PASSPHRASE

LOST = "vault.keychain-lost"
NEW = "another four quiet words"
TOO_LONG = "ab" * 641
"""1,282 characters: more than the Credential Manager of Windows keeps."""

Loss = Callable[[str], None]


def place(folder: Path, keychain: Keychain | None) -> Setting:
    """A vault that must have a keychain."""
    return Setting(folder=folder, keychain=keychain, policy=Policy(keychain=KeychainRule.REQUIRED), kdf=CHEAP)


def deleted(name: str) -> None:
    """The entry is gone: a reset Windows password, a new profile."""
    system_keychain().delete(name)


def replaced_by(kept: str) -> Loss:
    """Something else stands in its place."""

    def replaced(name: str) -> None:
        system_keychain()._backend.set_password(f"CoachDesk {name}", "coach", kept)

    return replaced


LOSSES: tuple[Loss, ...] = (deleted, replaced_by(TOO_LONG), replaced_by("not one of ours"), replaced_by("00" * 31))


def lose(folder: Path, chance: random.Random) -> Iterator[str]:
    """Make a vault, lose the keychain's part of its key, come back by the recovery key; what went wrong."""
    vault, recovery_key = create_vault(
        place(folder, system_keychain()), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE
    )
    vault.services.people.save(Person(id="amira", given_name="Amira", family_name="Khalil"))
    vault.close()
    kept = system_keychain().get(entry(vault.info.vault_id)) or b""
    chance.choice(LOSSES)(entry(vault.info.vault_id))
    for passphrase in (PASSPHRASE, NEW):
        if (code := refusal(partial(open_vault, place(folder, system_keychain()), passphrase))) != LOST:
            yield f"said {code} instead"
    again = open_with_recovery_key(place(folder, system_keychain()), recovery_key, passphrase=NEW)
    yield from not_as_it_was(again)
    again = open_vault(place(folder, system_keychain()), NEW)
    yield from not_as_it_was(again)
    secrets = [vault.keys.root, vault.keys.data_key, kept, *(each.encode() for each in (PASSPHRASE, NEW, recovery_key))]
    yield from in_files(folder, secrets)


def not_as_it_was(vault: Opened) -> Iterator[str]:
    """What a vault that was opened again lacks; it is closed."""
    if vault.services.people.open("amira").person.family_name != "Khalil":
        yield "somebody is missing"
    if not vault.keys.with_keychain:
        yield "the vault does without a keychain"
    vault.close()


def in_files(folder: Path, secrets: list[bytes]) -> Iterator[str]:
    """The files, of the vault and of everything that is the user's, in which a secret lies in any spelling."""
    spelled = {
        spelling
        for each in secrets
        for spelling in (each, each.hex().encode(), each.hex().upper().encode(), base64.b64encode(each))
    }
    spelled |= {each.replace(b"-", b"").replace(b" ", b"") for each in spelled}
    for home in (folder, Path.home()):
        for path in home.rglob("*"):
            with suppress(OSError):  # sockets
                content = path.read_bytes() if path.is_file() else b""
                if any(each in content for each in spelled):
                    yield f"a secret lies in {path.name}"


def refuse(folder: Path, chance: random.Random) -> Iterator[str]:
    """Without a keychain that keeps anything no vault is made, and nothing is left of the attempt."""
    backend = chance.choice((null.Keyring, fail.Keyring))
    if (code := refusal(lambda: SystemKeychain(backend()))) != "vault.no-keychain":
        yield f"{backend.__module__}: {code}"
    if (code := refusal(lambda: keychain_for(KeychainRule.REQUIRED))) != "vault.no-keychain":
        yield f"no service: {code}"
    making = partial(create_vault, place(folder, None), coach_name="Sam", site="", passphrase=PASSPHRASE)
    if (code := refusal(making)) != "vault.no-keychain":
        yield f"made without a keychain: {code}"
    if left := [path.name for path in folder.iterdir() if path.suffix != ".cdlock"]:
        yield f"left behind: {left}"


def refusal(attempt: Callable[[], object]) -> str:
    """The code with which something is refused, or nothing."""
    try:
        attempt()
    except AppError as error:
        return error.code
    return ""


def make(folder: Path, _chance: random.Random) -> Iterator[str]:
    """A vault with somebody in it."""
    vault, _key = create_vault(
        place(folder, system_keychain()), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE
    )
    vault.close()
    yield from ()


def open_copy(folder: Path, _chance: random.Random) -> Iterator[str]:
    """Open what was copied, with the right passphrase; the code with which that is refused."""
    yield refusal(partial(open_vault, place(folder, system_keychain()), PASSPHRASE))


STEPS = {step.__name__: step for step in (lose, make, open_copy)}


def main(step: str, folder: str, said: str, many: str = "1", seed: str = "0") -> None:
    """Try it so many times, each in a folder of its own where there is more than one."""
    chance, found = random.Random(seed), []
    for number in range(int(many)):
        here = Path(folder) if many == "1" else Path(folder) / str(number)
        here.mkdir(exist_ok=True)
        found.append(list(STEPS[step](here, chance)))
    Path(said).write_text(json.dumps({"found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
