"""What a real Secret Service is asked to do, each step in a process and a session of its own.

`python -m tests.core.vault.secret_service_steps STEP FOLDER SAID`: leaves what it saw in the file SAID, as JSON.
"""

import json
import sys
from contextlib import closing
from pathlib import Path

import secretstorage

from coachdesk.errors import AppError
from coachdesk.vault import create, probe, set_passphrase, system_keychain, unlock, unlock_with_recovery
from coachdesk.vault.changing import entry
from tests.core.vault.conftest import CHEAP, PASSPHRASE

Said = dict[str, object]


def make(folder: Path) -> Said:
    """Make a vault, and look into the service with another program's eyes."""
    keys, recovery_key = create(folder, passphrase=PASSPHRASE, keychain=system_keychain(), kdf=CHEAP)
    with closing(secretstorage.dbus_init()) as bus:
        items = list(secretstorage.get_default_collection(bus).get_all_items())
        kept = [bytes.fromhex(item.get_secret().decode()) for item in items]
    again = unlock(folder, PASSPHRASE, system_keychain(), floor=CHEAP)
    return {
        "recovery_key": recovery_key,
        "with_keychain": keys.with_keychain,
        "kept_bytes": [len(secret) for secret in kept],
        "opened_the_same": again.data_key == keys.data_key,
        "data_key_in_keychain": keys.data_key in kept or keys.root in kept,
    }


def open_again(folder: Path) -> Said:
    """Open the vault in a new process with what the keychain of this computer has."""
    try:
        unlock(folder, PASSPHRASE, system_keychain(), floor=CHEAP)
    except AppError as error:
        return {"code": error.code}
    return {"code": "opened"}


def lose_and_recover(folder: Path) -> Said:
    """Lose the keychain's entry and come back by the recovery key."""
    recovery_key = (folder / "printed.txt").read_text()
    keychain = system_keychain()
    keychain.delete(entry(unlock(folder, PASSPHRASE, keychain, floor=CHEAP).vault_id))
    lost = open_again(folder)
    keys = unlock_with_recovery(folder, recovery_key)
    set_passphrase(folder, keys, "a new long passphrase", keychain, kdf=CHEAP)
    again = unlock(folder, "a new long passphrase", system_keychain(), floor=CHEAP)
    return {"lost": lost["code"], "opened_the_same": again.data_key == keys.data_key, "kept": again.with_keychain}


def try_out(_folder: Path) -> Said:
    """The self-check's throw-away entry leaves nothing behind."""
    probe(system_keychain())
    with closing(secretstorage.dbus_init()) as bus:
        return {"left": len(list(secretstorage.get_default_collection(bus).get_all_items()))}


def with_a_locked_keychain(folder: Path) -> Said:
    """A keychain that nobody unlocked, on a machine where nobody can be asked: refused, or done without."""
    try:
        probe(system_keychain())
        code = "kept"
    except AppError as error:
        code = error.code
    keys, _ = create(folder, passphrase=PASSPHRASE, keychain=system_keychain(), kdf=CHEAP)
    return {"code": code, "with_keychain": keys.with_keychain}


STEPS = {step.__name__: step for step in (make, open_again, lose_and_recover, try_out, with_a_locked_keychain)}

if __name__ == "__main__":
    Path(sys.argv[3]).write_text(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]))))
