"""An open vault: its services, put together, and how it is closed."""

from dataclasses import dataclass

from coachdesk.application.setting import Setting
from coachdesk.content import Content
from coachdesk.policy import Policy
from coachdesk.services import Services, last_left, make_services
from coachdesk.services.begun_under import with_begun
from coachdesk.services.context import Context
from coachdesk.site_content import content_in_use
from coachdesk.storage import Database, VaultInfo, info, kept_wordings
from coachdesk.vault import Keychain, KeyRing, OpenKeys, VaultLock
from coachdesk.vault.witness import leave


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault and what can be done with it, until `close`.

    Attributes:
        locks: of its files, and of the vault itself wherever its copies lie.
        older_than_left: it is not as it was left here last: older files lie in its place, as after bringing back a backup.
    """

    services: Services
    info: VaultInfo
    content: Content
    policy: Policy
    keys: OpenKeys
    database: Database
    locks: tuple[VaultLock, ...]
    keychain: Keychain | None
    older_than_left: bool = False

    def close(self) -> None:
        """Close the file and let the next one in; the keys go with the last name that holds them.

        The keychain comes last: one that is locked may ask for its own passphrase, behind a locked screen.
        """
        last = last_left.last_line(self.database) if self.keys.with_keychain else None
        self.database.close()
        for lock in self.locks:
            lock.release()
        if last is not None:
            leave(self.keychain, self.info.vault_id, last)


def put_together(setting: Setting, locks: tuple[VaultLock, ...], keys: OpenKeys, database: Database) -> Opened:
    """The services over a vault whose file is open."""
    with database.read() as connection:
        about, begun = info(connection), kept_wordings(connection)
    content = with_begun(content_in_use(setting.policy, setting.site), begun)
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
    return Opened(make_services(context), about, content, setting.policy, keys, database, locks, setting.keychain)


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
