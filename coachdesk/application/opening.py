"""Making a vault, and opening it by passphrase or by recovery key."""

import secrets
from base64 import b64decode
from contextlib import ExitStack
from dataclasses import replace

from coachdesk.application.headers import mend_header
from coachdesk.application.opened import Opened, put_together
from coachdesk.application.setting import Setting, take, take_copies
from coachdesk.errors import AppError
from coachdesk.ids import new_id
from coachdesk.services import backups, last_left
from coachdesk.storage import Database, VaultInfo, info
from coachdesk.storage.rekeying import tidy
from coachdesk.storage.restoring import tidy_restoring
from coachdesk.storage.suspected import refuse_damaged
from coachdesk.vault import OpenKeys, VaultFiles, VaultLock, create, set_passphrase, unlock, unlock_with_recovery
from coachdesk.vault.changing import entry
from coachdesk.vault.cost import measured
from coachdesk.vault.files import free_beside
from coachdesk.vault.organisation import PublicKeys, kept_for
from coachdesk.vault.rekeying import settle
from coachdesk.vault.wrapping import STANDARD

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of a vault's short id: no letter that reads like a digit."""


def create_vault(setting: Setting, *, coach_name: str, site: str, passphrase: str) -> tuple[Opened, str]:
    """Make a vault and open it.

    Returns:
        The open vault and the recovery key, to be shown once.

    Raises:
        AppError: as `take`, `create` and `Database.open`; no half-made vault stays behind.
    """
    with ExitStack() as undo:
        files_lock = take(setting, undo)
        _put_aside(setting.files)
        keys, recovery_key = create(
            setting.folder,
            passphrase=passphrase,
            keychain=setting.keychain,
            name=setting.name,
            rule=setting.policy.keychain,
            shortest=setting.policy.passphrase_length,
            kdf=measured(setting.kdf) if setting.kdf == STANDARD else setting.kdf,
        )
        locks = (files_lock, take_copies(setting, keys.vault_id, undo))
        keys = _with_organisation(setting, keys)
        for path in (setting.files.header, setting.files.vault):
            undo.callback(path.unlink, missing_ok=True)
        if setting.keychain and keys.with_keychain:
            undo.callback(setting.keychain.delete, entry(keys.vault_id))
        database = Database.open(setting.files.vault, keys.data_key, author=new_id(), clock=setting.clock)
        undo.callback(database.close)
        database.via = setting.via
        with database.write() as writer:
            writer.set_info(_first_info(setting, keys, database.author, coach_name, site))
            writer.audit("vault.made")
        opened = put_together(setting, locks, keys, database)
        undo.pop_all()
    return opened, recovery_key


def open_vault(setting: Setting, passphrase: str) -> Opened:
    """Open a vault with the passphrase (and the keychain, where the vault was made with one).

    Raises:
        AppError: as `take`, `unlock`, `take_copies` and `Database.open`.
    """
    with ExitStack() as undo:
        files_lock = take(setting, undo)
        mended = mend_header(setting)
        keys = unlock(
            setting.folder,
            passphrase,
            setting.keychain,
            name=setting.name,
            clock=setting.clock,
            floor=setting.kdf,
        )
        locks = (files_lock, take_copies(setting, keys.vault_id, undo))
        return _opened_again(setting, locks, keys, undo, mended=mended)


def open_with_recovery_key(setting: Setting, recovery_key: str, *, passphrase: str) -> Opened:
    """Open a vault whose passphrase or keychain entry is lost, and give it a new passphrase.

    Raises:
        AppError: as `take`, `unlock_with_recovery`, `take_copies`, `set_passphrase` and `Database.open`.
    """
    with ExitStack() as undo:
        files_lock = take(setting, undo)
        mended = mend_header(setting)
        keys = unlock_with_recovery(setting.folder, recovery_key, name=setting.name)
        locks = (files_lock, take_copies(setting, keys.vault_id, undo))
        keys = set_passphrase(
            setting.folder,
            keys,
            passphrase,
            setting.keychain,
            name=setting.name,
            rule=setting.policy.keychain,
            shortest=setting.policy.passphrase_length,
            kdf=setting.kdf,
        )
        return _opened_again(setting, locks, keys, undo, mended=mended)


def _put_aside(files: VaultFiles) -> None:
    """Keep, under another name, a header that has no vault: its backup may still need it."""
    if files.header.exists() and not files.vault.exists():
        files.header.replace(free_beside(files.header.with_suffix(".cdheader-without-vault")))


def _opened_again(
    setting: Setting, locks: tuple[VaultLock, ...], keys: OpenKeys, undo: ExitStack, *, mended: bool
) -> Opened:
    database = _database(setting, keys)
    undo.callback(database.close)
    refuse_damaged(database)
    tidy_restoring(setting.files.vault)
    if keys.pending_key is not None:
        keys = settle(setting.folder, keys, database.key, name=setting.name)
        tidy(setting.files.vault)
    with database.read() as connection:
        database.author, database.via = info(connection).coach_id, setting.via
    older = keys.with_keychain and last_left.is_older(setting.keychain, keys.vault_id, database)
    kept_for_before, keys = keys.header.organisation, _with_organisation(setting, keys)
    with database.write() as writer:
        writer.audit("vault.opened")
        if mended:
            writer.audit("vault.header-mended")
        if older:
            writer.audit("vault.older-than-left")
        if keys.header.organisation != kept_for_before:
            writer.audit("vault.organisation-changed")
    opened = replace(put_together(setting, locks, keys, database), older_than_left=older)
    undo.pop_all()
    return opened


def _database(setting: Setting, keys: OpenKeys) -> Database:
    """The file under the key that holds: where a re-keying was broken off, that is the one before or the one to come."""

    def under(key: bytes) -> Database:
        return Database.open(
            setting.files.vault,
            key,
            author=keys.vault_id,
            clock=setting.clock,
            must_exist=True,
            before_migrating=backed_up,
        )

    def backed_up(database: Database) -> None:
        backups.written(setting.files, database, setting.clock(), backups.beside(setting.files))

    try:
        return under(keys.data_key)
    except AppError as error:
        if keys.pending_key is None or error.code != "storage.damaged":
            raise
        return under(keys.pending_key)


def _with_organisation(setting: Setting, keys: OpenKeys) -> OpenKeys:
    """The organisation's slot as its policy wants it; a full disk leaves it for another day and locks nobody out."""
    first, second = setting.policy.recovery_key, setting.policy.second_recovery_key
    wanted = PublicKeys(b64decode(first), b64decode(second) if second else None) if first else None
    try:
        return kept_for(setting.folder, keys, wanted, name=setting.name)
    except AppError:
        return keys


def _first_info(setting: Setting, keys: OpenKeys, coach_id: str, coach_name: str, site: str) -> VaultInfo:
    return VaultInfo(
        vault_id=keys.vault_id,
        short_id="".join(secrets.choice(_LETTERS) for _ in range(4)),
        coach_id=coach_id,
        coach_name=coach_name,
        site=site,
        created_at=setting.clock(),
        public_key=keys.public_key.hex(),
    )
