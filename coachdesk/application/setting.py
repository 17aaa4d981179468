"""Where a vault lies and what it is opened with; and taking it, so that nobody else writes to it at the same time."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from coachdesk.clock import Clock, now
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.policy_file import read_policy
from coachdesk.services import backups
from coachdesk.site_content import Places
from coachdesk.site_content import places as content_places
from coachdesk.storage.audit import Via
from coachdesk.vault import NAME, Keychain, VaultFiles, VaultLock, hold, hold_copies, keychain_for, places
from coachdesk.vault.wrapping import STANDARD, Kdf


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


def named_setting(vault: Path) -> Setting:
    """A vault that somebody named on the command line, with this machine's policy, keychain and content.

    Raises:
        AppError: "storage.missing" where there is nothing of that name; as `read_policy`.
    """
    policy, place = read_policy(), vault.absolute()
    setting = Setting(
        folder=place.parent,
        name=place.stem,
        keychain=keychain_for(policy.keychain),
        policy=policy,
        site=content_places(),
        via=Via.COMMAND_LINE,
    )
    # In the second place there may be a backup: whoever opens the vault looks there.
    if not (vault_exists(setting) or setting.files.header.exists() or policy.backup_folder):
        raise AppError("storage.missing")
    return setting


def vault_exists(setting: Setting) -> bool:
    """Whether there is a vault to open here, or to bring back.

    A header alone is what a making that was killed leaves behind; one that is missing is mended from a backup.
    """
    return setting.files.vault.exists() or bool(backups.there(setting.files, backups.beside(setting.files)))


def take(setting: Setting, undo: ExitStack) -> VaultLock:
    """The files of a vault in a fit place, for this process alone; `undo` lets go of them.

    Raises:
        AppError: as `places.check` and `hold`.
    """
    places.check(setting.folder, removable_allowed=setting.policy.removable_allowed)
    lock = hold(setting.files.lock, setting.clock)
    undo.callback(lock.release)
    return lock


def take_copies(setting: Setting, vault_id: str, undo: ExitStack) -> VaultLock:
    """The vault itself, wherever its copies lie, for this process alone; `undo` lets go of it. Errors as `hold_copies`."""
    lock = hold_copies(vault_id, setting.clock)
    undo.callback(lock.release)
    return lock
