"""A vault of what can be read of a damaged one: first made beside it and told, then, where the coach wants it, in its place."""

from contextlib import ExitStack, suppress
from pathlib import Path
from shutil import copy as copied_file

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.bringing_back.place import aside_of, copies_of, erased_in, keys_for, keys_of, telling_full_disk
from coachdesk.errors import AppError
from coachdesk.services.salvage import Salvage, told
from coachdesk.storage import Database, VaultInfo, info, verify
from coachdesk.storage.audit import LINES_LOST, gaps
from coachdesk.storage.connection import reading_file
from coachdesk.storage.copying import cannot_write
from coachdesk.storage.erasure import Erased
from coachdesk.storage.replaying import ERASED_AGAIN, replay_erasures
from coachdesk.storage.restoring import kept_aside, put_in_damaged_place, ready_for, tidy_restoring
from coachdesk.storage.salvaging import Salvaged, salvage
from coachdesk.vault import OpenKeys


def look_what_is_readable(setting: Setting, passphrase: str) -> Salvage:
    """Make a vault of what can be read of a damaged one, ready beside it, and say what is in it and what is not.

    The damaged files are copied and only the copy is read. A task for a worker.

    Raises:
        AppError: "salvage.nothing" where nothing can be read, "salvage.sound" where nothing is damaged; as `keys_for`,
            "vault.disk-full" and the like.
    """
    with ExitStack() as undo:
        undo.enter_context(telling_full_disk())
        keys = keys_for(setting, passphrase, undo)
        try:
            return _made(setting, keys)
        except BaseException:
            tidy_restoring(setting.files.vault)
            raise


def take_what_is_readable(setting: Setting, passphrase: str) -> Opened:
    """Let what was made ready be the vault, and open it; the damaged files stay in a folder of their own.

    Raises:
        AppError: "salvage.nothing" where nothing was made ready; as `keys_for`. The vault is then as it was.
    """
    files = setting.files
    with ExitStack() as undo:
        undo.enter_context(telling_full_disk())
        keys = keys_for(setting, passphrase, undo)
        ready = ready_for(files.vault)
        if not ready.exists() or not verify(ready, keys.data_key).fits_together:
            raise AppError("salvage.nothing")
        kept_aside(files.vault, aside_of(setting))
        put_in_damaged_place(ready, files.vault)
    return open_vault(setting, passphrase)


def leave_what_is_readable(setting: Setting) -> None:
    """Take away what was made ready and is not wanted."""
    tidy_restoring(setting.files.vault)


def _made(setting: Setting, keys: OpenKeys) -> Salvage:
    vault = setting.files.vault
    tidy_restoring(vault)
    ready = ready_for(vault)
    unfinished, copy = (ready.with_name(f"{ready.name}-{part}") for part in ("new", "damaged"))
    spare, those = _from_backups(setting, keys)
    error = AppError("salvage.nothing")
    for key in (keys.data_key, *(() if keys.pending_key is None else (keys.pending_key,))):
        _copy(vault, copy)
        if _is_sound(copy, key):
            raise AppError("salvage.sound")
        try:
            found = salvage(copy, key, unfinished, keys.data_key, spare)
        except AppError as nothing:
            if nothing.code != error.code:
                raise
            tidy_restoring(vault)
            continue
        said = _finished(setting, unfinished, keys, found, those)
        unfinished.replace(ready)
        for part in (copy, *(copy.with_name(f"{copy.name}{each}") for each in ("-wal", "-shm"))):
            part.unlink(missing_ok=True)
        return said
    raise error


def _copy(vault: Path, copy: Path) -> None:
    """The file and what its write-ahead log holds: reading may write, and the damaged files are to stay as they are."""
    try:
        for suffix in ("", "-wal"):
            part = vault.with_name(f"{vault.name}{suffix}")
            if part.exists():
                copied_file(part, copy.with_name(f"{copy.name}{suffix}"))
    except OSError as error:
        raise cannot_write(error) from error


def _from_backups(setting: Setting, keys: OpenKeys) -> tuple[VaultInfo | None, tuple[Erased, ...]]:
    """Whose vault it is, and who was erased, as the newest backup that opens says."""
    for copy in copies_of(setting).values():
        for key in keys_of(copy, keys):
            with suppress(AppError), reading_file(copy.vault, key) as connection:
                return info(connection), erased_in(copy.vault, (key,))
    return None, ()


def _finished(setting: Setting, new: Path, keys: OpenKeys, found: Salvaged, those: tuple[Erased, ...]) -> Salvage:
    """Erase again who was erased, let the audit say what this vault is, and check all of it."""
    database = Database.open(new, keys.data_key, author="", clock=setting.clock, must_exist=True)
    try:
        with database.read() as connection:
            database.author, database.via = info(connection).coach_id, setting.via
        with database.write() as writer:
            if replay_erasures(writer, those):
                writer.audit(ERASED_AGAIN)
            writer.audit("vault.salvaged")
            for first, last in gaps(writer.connection):
                writer.audit(LINES_LOST, record=f"{first}-{last}")
            for person_id in filter(None, sorted(found.people)):
                writer.audit("person.salvaged", subject=person_id)
        with database.read() as connection:
            said = told(connection, found)
    finally:
        database.close()
    if not verify(new, keys.data_key).fits_together:
        raise AppError("salvage.nothing")
    return said


def _is_sound(copy: Path, key: bytes) -> bool:
    try:
        return verify(copy, key).fits_together
    except AppError:
        return False
