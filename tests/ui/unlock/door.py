"""A door to a real vault, as `ui/vaults.py` is one, with a keychain in the process and a cheap passphrase stretching."""

from dataclasses import dataclass, field
from datetime import datetime

from coachdesk.application import Opened, Setting, create_vault, open_vault, open_with_recovery_key, vault_exists
from coachdesk.bringing_back import (
    bring_back,
    leave_what_is_readable,
    look_what_is_readable,
    newest_backup,
    take_what_is_readable,
)
from coachdesk.people import How
from coachdesk.policy import Policy
from coachdesk.policy_file import read_policy
from coachdesk.services.salvage import Salvage
from coachdesk.vault import refuse_held
from coachdesk.vault.recovery import groups


@dataclass
class RealDoor:
    """Remembers what it opened, so that a test can close it."""

    setting: Setting
    opened: list[Opened] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def exists(self) -> bool:
        return vault_exists(self.setting)

    def look(self) -> Policy:
        read_policy()
        refuse_held(self.setting.files.lock)
        return self.setting.policy

    def make(self, name: str, site: str, passphrase: str) -> tuple[Opened, tuple[str, ...]]:
        vault, key = create_vault(self.setting, coach_name=name, site=site, passphrase=passphrase)
        self.keys.append(key)
        return self._kept(vault), groups(key)

    def key_left(self, made: object, how: str) -> None:
        assert isinstance(made, Opened)
        made.services.administration.recovery_key_left(How(how))

    def open(self, passphrase: str) -> Opened:
        return self._kept(open_vault(self.setting, passphrase))

    def recover(self, recovery_key: str, passphrase: str) -> Opened:
        return self._kept(open_with_recovery_key(self.setting, recovery_key, passphrase=passphrase))

    def newest_backup(self) -> datetime | None:
        return newest_backup(self.setting)

    def bring_back(self, passphrase: str) -> Opened:
        return self._kept(bring_back(self.setting, passphrase))

    def look_what_is_readable(self, passphrase: str) -> Salvage:
        return look_what_is_readable(self.setting, passphrase)

    def take_what_is_readable(self, passphrase: str) -> Opened:
        return self._kept(take_what_is_readable(self.setting, passphrase))

    def leave_what_is_readable(self) -> None:
        leave_what_is_readable(self.setting)

    def close(self) -> None:
        """Close what is open."""
        while self.opened:
            self.opened.pop().close()

    def _kept(self, vault: Opened) -> Opened:
        self.opened.append(vault)
        return vault
