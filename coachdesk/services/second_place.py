"""The second place for backups that an organisation names: a stick, a share. It may be away; others may not look into it."""

import os
import stat
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.paths import expanded
from coachdesk.policy import Policy
from coachdesk.services import backups
from coachdesk.services.context import Context
from coachdesk.storage import verify
from coachdesk.storage.copying import copy_vault
from coachdesk.vault.files import VaultFiles, write_whole


class Second(StrEnum):
    """How the second place stands."""

    NONE = "none"  # the organisation names none
    THERE = "there"
    AWAY = "away"  # not connected, or not writable
    OPEN = "open"  # other users can list it


def folder_of(context: Context) -> Path | None:
    """The folder of the open vault in the second place, or None."""
    return folder_for(context.policy, context.info.vault_id)


def folder_for(policy: Policy, vault_id: str) -> Path | None:
    """A vault's own folder in the second place; several coaches may share the place. None where there is none."""
    named = policy.backup_folder
    return Path(expanded(named)) / vault_id if named else None


def standing(context: Context) -> Second:
    """How the second place stands now. Slow where it is on a network: a task for a worker."""
    folder = folder_of(context)
    if folder is None:
        return Second.NONE
    try:
        if not folder.is_absolute() or not folder.parent.is_dir():
            return Second.AWAY
        folder.mkdir(mode=0o700, exist_ok=True)
        return Second.OPEN if _others_list(folder) else Second.THERE
    except OSError:
        return Second.AWAY


def copy_there(context: Context, copy: VaultFiles) -> Second:
    """Copy a backup that was checked into the second place, check it there too, and thin what is there.

    A place that is away, full or open to others is no failure of the backup: it is said how it stands.
    """
    now, folder = standing(context), folder_of(context)
    if folder is None or now is not Second.THERE:
        return now
    second = VaultFiles(folder, copy.name)
    try:
        backups.tidy(context.files, folder)
        write_whole(second.header, copy.header.read_bytes())
        copy_vault(copy.vault, context.database.key, second.vault)
        if not verify(second.vault, context.database.key).fits_together:
            second.vault.unlink()
            return Second.AWAY
    except (AppError, OSError):
        with suppress(OSError):
            backups.tidy(context.files, folder)
        return Second.AWAY
    backups.thin(context.files, folder, context.clock())
    return Second.THERE


def _others_list(folder: Path) -> bool:
    """Whether the rights of a folder let anybody else list it. Windows tells that by lists of rights which Python cannot read."""
    if os.name != "posix":
        return False
    found = folder.stat()
    return bool(stat.S_IMODE(found.st_mode) & 0o077) or found.st_uid != os.getuid()
