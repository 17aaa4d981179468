"""A header that is missing or damaged: without it nobody opens the vault, so the one of the newest backup takes its place."""

from contextlib import suppress
from pathlib import Path

from coachdesk.application.setting import Setting
from coachdesk.errors import AppError
from coachdesk.paths import expanded
from coachdesk.services import backups
from coachdesk.services.second_place import folder_for
from coachdesk.vault.changing import entry
from coachdesk.vault.files import free_beside, write_whole
from coachdesk.vault.header_file import DamagedHeaderError, read_header


def mend_header(setting: Setting) -> bool:
    """Put the header of the newest backup that has one in the place of a missing or damaged one; whether that was done.

    It proves itself, as ever, when it is unlocked: it opens with the passphrase that held when the backup was made. A
    damaged header is kept beside it. One that no backup has sounds, in its place, as a wrong passphrase does.

    Raises:
        AppError: "storage.missing" where there is nothing of a vault of this name, here or in the second place;
            "vault.header-lost" where there is no header and no backup that can be reached has one; as `write_whole`.
    """
    here = setting.files.header
    if _whole(here):
        return False
    headers = _headers(setting)
    spare = next((each for each in headers if _whole(each)), None)
    if spare is None and here.exists():
        return False
    if spare is None:
        raise AppError("vault.header-lost" if headers or setting.files.vault.exists() else "storage.missing")
    if here.exists():
        with suppress(OSError):
            write_whole(free_beside(here.with_suffix(".cdheader-damaged")), here.read_bytes())
    write_whole(here, spare.read_bytes())
    return True


def _whole(header: Path) -> bool:
    try:
        read_header(header)
    except DamagedHeaderError:
        return False
    except AppError as error:
        return error.code == "vault.newer-format"
    return True


def _headers(setting: Setting) -> list[Path]:
    """The headers of the backups beside the vault, the newest first, then of those in the second place."""
    return [
        each.header
        for folder in (backups.beside(setting.files), *in_second_place(setting))
        for each in backups.newest_first(backups.there(setting.files, folder), setting.clock()).values()
    ]


def in_second_place(setting: Setting) -> list[Path]:
    """The folders in the second place that are ours, slow where it is on a network.

    It is the one that the header names; where there is no header any more, those whose secret the keychain has, or the
    one that is there alone.
    """
    named = setting.policy.backup_folder
    with suppress(AppError, DamagedHeaderError):
        own = folder_for(setting.policy, read_header(setting.files.header).vault_id)
        return [] if own is None else [own]
    try:
        folders = [each for each in Path(expanded(named)).iterdir() if each.is_dir()] if named else []
    except OSError:
        return []
    ours = [each for each in folders if _in_keychain(setting, each.name)]
    return ours or (folders if len(folders) == 1 else [])


def _in_keychain(setting: Setting, vault_id: str) -> bool:
    try:
        return setting.keychain is not None and setting.keychain.get(entry(vault_id)) is not None
    except AppError:
        return False
