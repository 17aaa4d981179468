"""An organisation recovers a vault that its coach cannot open: everything goes into a new vault with keys of its own.

The old vault stays as it is. With the first key alone sealed answers stay closed, in the new vault too. With a second
person's key they open there, and everybody whose answers they are finds that in the list of who looked.
"""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from coachdesk.application import Setting
from coachdesk.errors import AppError
from coachdesk.storage import Database, info
from coachdesk.storage.audit import Via
from coachdesk.storage.rekeying import rekeyed_copy
from coachdesk.storage.sealed_rows import people_with_sealed_answers
from coachdesk.vault import VaultFiles, create, hold
from coachdesk.vault.changing import entry
from coachdesk.vault.header import Header
from coachdesk.vault.header_file import DamagedHeaderError, read_header
from coachdesk.vault.open_keys import OpenKeys
from coachdesk.vault.organisation import recover, recover_private


@dataclass(frozen=True, slots=True, repr=False)
class OrganisationKeys:
    """The private halves that were brought together; `second` is None where one person recovers alone."""

    first: bytes
    second: bytes | None = None


def recover_vault(vault: Path, with_keys: OrganisationKeys, into: Setting, *, passphrase: str) -> str:
    """Make a new vault with everything that an old one holds; its recovery key, to be shown once.

    Args:
        vault: the file of the old vault, with its header beside it.
        with_keys: the private halves.
        into: where the new vault goes; none may be there.
        passphrase: of the new vault.

    Raises:
        AppError: "vault.not-escrowed", "vault.wrong-organisation-key", "vault.in-use", "vault.header-missing",
            "storage.damaged"; as `create`. Nothing half done stays behind.
    """
    old = VaultFiles(vault.parent, vault.stem)
    with ExitStack() as undo:
        lock = hold(old.lock, into.clock)
        undo.callback(lock.release)
        header = _header(old)
        data_keys = recover(header, with_keys.first)
        private = None if with_keys.second is None else recover_private(header, with_keys.first, with_keys.second)
        keys, recovery_key = create(
            into.folder,
            passphrase=passphrase,
            keychain=into.keychain,
            name=into.name,
            rule=into.policy.keychain,
            shortest=into.policy.passphrase_length,
            kdf=into.kdf,
            private=private,
        )
        failed = undo.enter_context(ExitStack())
        for path in (into.files.header, into.files.vault):
            failed.callback(path.unlink, missing_ok=True)
        if into.keychain and keys.with_keychain:
            failed.callback(into.keychain.delete, entry(keys.vault_id))
        _move(old, data_keys, keys, into)
        _note(keys, into, sealed_too=private is not None)
        failed.pop_all()
    return recovery_key


def _header(files: VaultFiles) -> Header:
    try:
        return read_header(files.header)
    except DamagedHeaderError:
        raise AppError("vault.header-missing") from None


def _move(old: VaultFiles, data_keys: tuple[bytes, ...], keys: OpenKeys, into: Setting) -> None:
    """Copy the file under the new key; where a re-keying was broken off, either of two keys may open it."""
    for number, data_key in enumerate(data_keys, 1):
        try:
            rekeyed_copy(old.vault, data_key, keys.data_key, into.files.vault)
        except AppError as error:
            if error.code != "storage.damaged" or number == len(data_keys):
                raise
        else:
            return


def _note(keys: OpenKeys, into: Setting, *, sealed_too: bool) -> None:
    database = Database.open(into.files.vault, keys.data_key, author="", clock=into.clock, must_exist=True)
    try:
        with database.read() as connection:
            about = info(connection)
            with_sealed = people_with_sealed_answers(connection)
        database.author, database.via = about.coach_id, Via.COMMAND_LINE
        with database.write() as writer:
            writer.set_info(replace(about, vault_id=keys.vault_id, public_key=keys.public_key.hex()))
            writer.audit("vault.recovered-by-organisation")
            for person_id in with_sealed if sealed_too else ():
                writer.audit("sealed.recovered", subject=person_id)
    finally:
        database.close()
