"""What both ways share: the keys of the damaged vault, its backups in both places, and what is kept of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from coachdesk.application import Setting
from coachdesk.application.headers import in_second_place, mend_header
from coachdesk.application.setting import take, take_copies
from coachdesk.errors import AppError
from coachdesk.services import backups
from coachdesk.storage.connection import reading_file
from coachdesk.storage.erasure import Erased, erased
from coachdesk.storage.restoring import Owed
from coachdesk.storage.retention import standing_holds
from coachdesk.vault import OpenKeys, VaultFiles, unlock
from coachdesk.vault.files import free_beside
from coachdesk.vault.header_file import DamagedHeaderError, read_header

T = TypeVar("T")


def keys_for(setting: Setting, passphrase: str, undo: ExitStack) -> OpenKeys:
    """Take the vault for this process alone, and its keys. Raises AppError as `take`, `unlock` and `take_copies`."""
    take(setting, undo)
    mend_header(setting)
    keys = unlock(
        setting.folder, passphrase, setting.keychain, name=setting.name, clock=setting.clock, floor=setting.kdf
    )
    take_copies(setting, keys.vault_id, undo)
    return keys


def aside_of(setting: Setting) -> Path:
    """The folder that the damaged files are to be kept in: one that is not there yet."""
    return free_beside(setting.folder / f"{setting.name}-damaged-{setting.clock():%Y%m%dT%H%M%SZ}")


@contextmanager
def telling_full_disk() -> Iterator[None]:
    """Tell a full disk as one that left everything as it was: there are no words on the screen that wait to be saved."""
    try:
        yield
    except AppError as error:
        if error.code == "storage.disk-full":
            raise AppError("vault.disk-full") from error
        raise


def copies_of(setting: Setting) -> dict[datetime, VaultFiles]:
    """The backups in both places by when they were made (UTC), the newest first; one that lies in both is the one here."""
    files = setting.files
    found = backups.there(files, backups.beside(files))
    for second in in_second_place(setting):
        found = backups.there(files, second) | found
    return backups.newest_first(found, setting.clock())


def keys_of(copy: VaultFiles, keys: OpenKeys) -> tuple[bytes, ...]:
    """The data keys that may open a backup."""
    own = (keys.data_key, *(() if keys.pending_key is None else (keys.pending_key,)))
    try:
        return tuple(dict.fromkeys((*own, *keys.keys_within(read_header(copy.header)))))
    except (DamagedHeaderError, AppError):
        return own


def erased_in(file: Path, data_keys: tuple[bytes, ...]) -> tuple[Erased, ...]:
    """Who was erased, as far as a file still says so."""
    return _as_far_as_read(file, data_keys, erased)


def owed_in(file: Path, data_keys: tuple[bytes, ...]) -> Owed:
    """Who was erased and which holds stand, each as far as a file still says so."""
    return Owed(erased_in(file, data_keys), _as_far_as_read(file, data_keys, standing_holds))


def _as_far_as_read(
    file: Path, data_keys: tuple[bytes, ...], read: Callable[[Connection], tuple[T, ...]]
) -> tuple[T, ...]:
    for key in data_keys:
        with suppress(AppError), reading_file(file, key) as connection:
            return read(connection)
    return ()
