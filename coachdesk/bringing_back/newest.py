"""The newest sound backup in the place of a damaged vault."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.bringing_back.place import aside_of, copies_of, keys_for, keys_of, owed_in, telling_full_disk
from coachdesk.errors import AppError
from coachdesk.storage.restoring import Owed, kept_aside, made_ready, put_in_damaged_place
from coachdesk.vault import OpenKeys

_HERE = frozenset({"storage.disk-full", "storage.cannot-write", "storage.read-only", "storage.no-memory"})
"""What says nothing of a backup, but that nothing can be made of it here: an older one would fare no better."""


def newest_backup(setting: Setting) -> datetime | None:
    """When the newest backup of a vault was made (UTC), sound or not: that is known once its key is there."""
    return next(iter(copies_of(setting)), None)


def bring_back(setting: Setting, passphrase: str) -> Opened:
    """Put the newest sound backup in the place of a damaged vault and open it.

    The damaged files stay, as they are, in a folder of their own: more may be read from them one day. Killed at any
    moment, the damaged vault or the restored one is there, and a next try goes on from it.

    Raises:
        AppError: "backup.none-sound" where no backup can take its place; as `keys_for`, "vault.disk-full" and the like.
            The vault is then as it was.
    """
    files = setting.files
    with ExitStack() as undo:
        undo.enter_context(telling_full_disk())
        keys = keys_for(setting, passphrase, undo)
        aside = aside_of(setting)
        with ExitStack() as failed:
            failed.callback(rmtree, aside, ignore_errors=True)
            kept_aside(files.vault, aside)
            ready = _newest_sound(setting, keys)
            failed.pop_all()
        put_in_damaged_place(ready, files.vault)
    return open_vault(setting, passphrase)


def _newest_sound(setting: Setting, keys: OpenKeys) -> Path:
    """The newest backup that is sound, made ready beside the vault."""
    vault = setting.files.vault
    own = (keys.data_key, *(() if keys.pending_key is None else (keys.pending_key,)))
    owed = owed_in(vault, own) if vault.exists() else Owed()
    for copy in copies_of(setting).values():
        for key in keys_of(copy, keys):
            try:
                return made_ready(
                    copy.vault, key, vault, keys.data_key, setting.clock, owed=owed, code="vault.restored"
                )
            except AppError as error:
                if error.code in _HERE:
                    raise
    raise AppError("backup.none-sound")
