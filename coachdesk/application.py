"""Composition without a screen: making and opening a vault, and the services over it. Used by commands and windows."""

import secrets
from base64 import b64decode
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from coachdesk.clock import Clock, now
from coachdesk.content import Content, read_policy
from coachdesk.errors import AppError
from coachdesk.ids import new_id
from coachdesk.policy import Policy
from coachdesk.services import Services, last_left, make_services
from coachdesk.services.context import Context
from coachdesk.site_content import Places, content_in_use
from coachdesk.site_content import places as content_places
from coachdesk.storage import Database, VaultInfo, info
from coachdesk.storage.audit import Via
from coachdesk.storage.rekeying import tidy
from coachdesk.storage.restoring import tidy_restoring
from coachdesk.vault import (
    NAME,
    Keychain,
    KeyRing,
    OpenKeys,
    VaultFiles,
    VaultLock,
    create,
    hold,
    keychain_for,
    places,
    set_passphrase,
    unlock,
    unlock_with_recovery,
)
from coachdesk.vault.changing import entry
from coachdesk.vault.cost import measured
from coachdesk.vault.organisation import PublicKeys, kept_for
from coachdesk.vault.rekeying import settle
from coachdesk.vault.wrapping import STANDARD, Kdf

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of a vault's short id: no letter that reads like a digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a vault lies and what it is opened with.

    Attributes:
        folder: a local folder that exists.
        keychain: None where the policy does without one and there is none.
        via: where from in the program it is opened; its audit says so.
        site: where the organisation's own content lies; None leaves it at that of the program.
        kdf: the cost of stretching a passphrase; less than STANDARD for tests only.
    """

    folder: Path
    keychain: Keychain | None
    policy: Policy
    name: str = NAME
    site: Places | None = None
    via: Via = Via.WINDOW
    clock: Clock = now
    kdf: Kdf = STANDARD

    @property
    def files(self) -> VaultFiles:
        """The files of the vault."""
        return VaultFiles(self.folder, self.name)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault and what can be done with it, until `close`.

    Attributes:
        older_than_left: it is not as it was left here last: older files lie in its place, as after bringing back a backup.
    """

    services: Services
    info: VaultInfo
    content: Content
    policy: Policy
    keys: OpenKeys
    database: Database
    lock: VaultLock
    keychain: Keychain | None
    older_than_left: bool = False

    def close(self) -> None:
        """Close the file and let the next one in; the keys go with the last name that holds them."""
        if self.keys.with_keychain:
            last_left.note(self.keychain, self.info.vault_id, self.database)
        self.database.close()
        self.lock.release()


def named_setting(vault: Path) -> Setting:
    """A vault that somebody named on the command line, with this machine's policy, keychain and content."""
    policy, place = read_policy(), vault.absolute()
    return Setting(
        folder=place.parent,
        name=place.stem,
        keychain=keychain_for(policy.keychain),
        policy=policy,
        site=content_places(),
        via=Via.COMMAND_LINE,
    )


def vault_exists(setting: Setting) -> bool:
    """Whether there is a vault to open here; a header alone is what a making that was killed leaves behind."""
    return setting.files.header.exists() and setting.files.vault.exists()


def create_vault(setting: Setting, *, coach_name: str, site: str, passphrase: str) -> tuple[Opened, str]:
    """Make a vault and open it.

    Returns:
        The open vault and the recovery key, to be shown once.

    Raises:
        AppError: as `places.check`, `hold`, `create` and `Database.open`; no half-made vault stays behind.
    """
    with ExitStack() as undo:
        lock = _held(setting, undo)
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
        opened = _opened(setting, lock, keys, database)
        undo.pop_all()
    return opened, recovery_key


def open_vault(setting: Setting, passphrase: str) -> Opened:
    """Open a vault with the passphrase (and the keychain, where the vault was made with one).

    Raises:
        AppError: as `places.check`, `hold`, `unlock` and `Database.open`.
    """
    with ExitStack() as undo:
        lock = _held(setting, undo)
        keys = unlock(
            setting.folder,
            passphrase,
            setting.keychain,
            name=setting.name,
            clock=setting.clock,
            floor=setting.kdf,
        )
        return _opened_again(setting, lock, keys, undo)


def open_with_recovery_key(setting: Setting, recovery_key: str, *, passphrase: str) -> Opened:
    """Open a vault whose passphrase or keychain entry is lost, and give it a new passphrase.

    Raises:
        AppError: as `places.check`, `hold`, `unlock_with_recovery`, `set_passphrase` and `Database.open`.
    """
    with ExitStack() as undo:
        lock = _held(setting, undo)
        keys = unlock_with_recovery(setting.folder, recovery_key, name=setting.name)
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
        return _opened_again(setting, lock, keys, undo)


def _held(setting: Setting, undo: ExitStack) -> VaultLock:
    places.check(setting.folder, removable_allowed=setting.policy.removable_allowed)
    lock = hold(setting.files.lock, setting.clock)
    undo.callback(lock.release)
    return lock


def _put_aside(files: VaultFiles) -> None:
    """Keep, under another name, a header that has no vault: its backup may still need it."""
    if files.header.exists() and not files.vault.exists():
        files.header.replace(files.header.with_suffix(".cdheader-without-vault"))


def _opened_again(setting: Setting, lock: VaultLock, keys: OpenKeys, undo: ExitStack) -> Opened:
    database = _database(setting, keys)
    undo.callback(database.close)
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
        if older:
            writer.audit("vault.older-than-left")
        if keys.header.organisation != kept_for_before:
            writer.audit("vault.organisation-changed")
    opened = replace(_opened(setting, lock, keys, database), older_than_left=older)
    undo.pop_all()
    return opened


def _database(setting: Setting, keys: OpenKeys) -> Database:
    """The file under the key that holds: where a re-keying was broken off, that is the one before or the one to come."""

    def under(key: bytes) -> Database:
        return Database.open(setting.files.vault, key, author=keys.vault_id, clock=setting.clock, must_exist=True)

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


def _opened(setting: Setting, lock: VaultLock, keys: OpenKeys, database: Database) -> Opened:
    with database.read() as connection:
        about = info(connection)
    content = content_in_use(setting.policy, setting.site)
    context = Context(
        database=database,
        info=about,
        content=content,
        policy=setting.policy,
        clock=setting.clock,
        open_sealed=keys.open_sealed,
        post=keys.post,
        take_in=keys.take_in,
        keys_within=keys.keys_within,
        files=setting.files,
        keys=_key_ring(setting, keys),
    )
    return Opened(make_services(context), about, content, setting.policy, keys, database, lock, setting.keychain)


def _key_ring(setting: Setting, keys: OpenKeys) -> KeyRing:
    return KeyRing(
        files=setting.files,
        with_keychain=keys.with_keychain,
        keychain=setting.keychain,
        rule=setting.policy.keychain,
        shortest=setting.policy.passphrase_length,
        kdf=setting.kdf,
        clock=setting.clock,
    )


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
