"""A vault whose file is damaged: the newest sound backup takes its place, and the damaged files are kept beside it."""

from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.application.setting import take, take_copies
from coachdesk.errors import AppError
from coachdesk.services import backups
from coachdesk.storage.connection import reading_file
from coachdesk.storage.erasure import Erased, erased
from coachdesk.storage.restoring import kept_aside, made_ready, put_in_damaged_place
from coachdesk.vault import OpenKeys, VaultFiles, unlock
from coachdesk.vault.header_file import DamagedHeaderError, read_header


def newest_backup(setting: Setting) -> datetime | None:
    """When the newest backup beside a vault was made (UTC), sound or not: that is known once its key is there."""
    found = backups.newest(setting.files)
    return found[0] if found else None


def bring_back(setting: Setting, passphrase: str) -> Opened:
    """Put the newest sound backup in the place of a damaged vault and open it.

    The damaged files stay, as they are, in a folder of their own: more may be read from them one day. Killed at any
    moment, the damaged vault or the restored one is there, and a next try goes on from it.

    Raises:
        AppError: "backup.none-sound" where no backup can take its place; as `take`, `unlock` and `take_copies`, "storage.disk-full"
            and the like. The vault is then as it was.
    """
    files = setting.files
    with ExitStack() as undo:
        take(setting, undo)
        keys = unlock(
            setting.folder, passphrase, setting.keychain, name=setting.name, clock=setting.clock, floor=setting.kdf
        )
        take_copies(setting, keys.vault_id, undo)
        aside = setting.folder / f"{setting.name}-damaged-{setting.clock():%Y%m%dT%H%M%SZ}"
        with ExitStack() as failed:
            failed.callback(rmtree, aside, ignore_errors=True)
            kept_aside(files.vault, aside)
            ready = _newest_sound(setting, keys)
            failed.pop_all()
        put_in_damaged_place(ready, files.vault)
    return open_vault(setting, passphrase)


def _newest_sound(setting: Setting, keys: OpenKeys) -> Path:
    """The newest backup that is sound, made ready beside the vault."""
    files = setting.files
    those = _erased(files.vault, keys)
    for copy in backups.there(files, backups.beside(files)).values():
        for key in _keys_of(copy, keys):
            with suppress(AppError):
                return made_ready(
                    copy.vault, key, files.vault, keys.data_key, setting.clock, those=those, code="vault.restored"
                )
    raise AppError("backup.none-sound")


def _erased(vault: Path, keys: OpenKeys) -> tuple[Erased, ...]:
    """Who was erased, as far as the damaged file still says so."""
    with suppress(AppError), reading_file(vault, keys.data_key) as connection:
        return erased(connection)
    return ()


def _keys_of(copy: VaultFiles, keys: OpenKeys) -> tuple[bytes, ...]:
    own = (keys.data_key, *(() if keys.pending_key is None else (keys.pending_key,)))
    try:
        return tuple(dict.fromkeys((*own, *keys.keys_within(read_header(copy.header)))))
    except (DamagedHeaderError, AppError):
        return own
