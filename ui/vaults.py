"""The door to the vault for the first window. Whatever is heavy is imported on the worker, while the coach types."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.errors import AppError

if TYPE_CHECKING:
    from datetime import datetime

    from coachdesk.application import Opened, Setting
    from coachdesk.policy import Policy
    from coachdesk.services.salvage import Salvage


@dataclass(frozen=True, slots=True)
class VaultDoor:
    """One vault: the folder it lies in and the name of its files (see `ui/unlock` for what each call means)."""

    folder: Path
    name: str

    def exists(self) -> bool:
        """Whether there is a vault to open or to bring back; asked before anything heavy is loaded."""
        return self._file("cdvault").exists() or any((self.folder / "backups").glob(f"{self.name}-*.cdvault"))

    def load(self) -> None:
        """Import what opening a vault and the first screens need."""
        with suppress(AppError):  # what is wrong with policy or keychain is said when the coach opens the vault
            self._setting()
        from coachdesk.content import read_content
        from coachdesk.name_lists import forms

        read_content()  # what opening the vault reads again is taken apart by then
        forms()  # the first keystroke of a search does not wait for them

    def look(self) -> "Policy":
        """What holds on this machine; refuse where that cannot be told, or somebody else has the vault open."""
        from coachdesk.policy_file import read_policy
        from coachdesk.vault import refuse_held

        policy = read_policy()
        refuse_held(self._file("cdlock"))
        return policy

    def make(self, name: str, site: str, passphrase: str) -> "tuple[Opened, tuple[str, ...]]":
        """Make a vault."""
        from coachdesk.application import create_vault
        from coachdesk.vault.recovery import groups

        vault, recovery_key = create_vault(self._setting(), coach_name=name, site=site, passphrase=passphrase)
        return vault, groups(recovery_key)

    def key_left(self, made: object, how: str) -> None:
        """Note in a vault that was made that its recovery key was "printed" or "copied"."""
        from coachdesk.application import Opened
        from coachdesk.people import How

        assert isinstance(made, Opened)
        made.services.administration.recovery_key_left(How(how))

    def open(self, passphrase: str) -> "Opened":
        """Open the vault with the passphrase."""
        from coachdesk.application import open_vault

        return open_vault(self._setting(), passphrase)

    def recover(self, recovery_key: str, passphrase: str) -> "Opened":
        """Open the vault with the recovery key and give it a new passphrase."""
        from coachdesk.application import open_with_recovery_key

        return open_with_recovery_key(self._setting(), recovery_key, passphrase=passphrase)

    def newest_backup(self) -> "datetime | None":
        """When the newest backup was made (UTC), beside the vault or in the second place, or None."""
        from coachdesk.bringing_back import newest_backup

        return newest_backup(self._setting())

    def bring_back(self, passphrase: str) -> "Opened":
        """Put the newest sound backup in the place of a damaged vault and open it."""
        from coachdesk.bringing_back import bring_back

        return bring_back(self._setting(), passphrase)

    def look_what_is_readable(self, passphrase: str) -> "Salvage":
        """Make ready, beside a damaged vault, what can be read of it; what is in it and what is missing."""
        from coachdesk.bringing_back import look_what_is_readable

        return look_what_is_readable(self._setting(), passphrase)

    def take_what_is_readable(self, passphrase: str) -> "Opened":
        """Let what was made ready be the vault, and open it."""
        from coachdesk.bringing_back import take_what_is_readable

        return take_what_is_readable(self._setting(), passphrase)

    def leave_what_is_readable(self) -> None:
        """Take away what was made ready and is not wanted."""
        from coachdesk.bringing_back import leave_what_is_readable

        leave_what_is_readable(self._setting())

    def _setting(self) -> "Setting":
        from coachdesk.application import Setting
        from coachdesk.policy_file import read_policy
        from coachdesk.site_content import places
        from coachdesk.vault import keychain_for

        policy = read_policy()
        keychain = keychain_for(policy.keychain)
        return Setting(folder=self.folder, name=self.name, keychain=keychain, policy=policy, site=places())

    def _file(self, ending: str) -> Path:
        return self.folder / f"{self.name}.{ending}"
