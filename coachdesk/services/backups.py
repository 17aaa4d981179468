"""The backups of a vault: where they lie, when they were made, and what a test of one found, in sentences."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from coachdesk.errors import AppError
from coachdesk.i18n import _, ngettext
from coachdesk.services.backup_thinning import kept
from coachdesk.storage import Database, Integrity, backup_to, verify
from coachdesk.storage.copying import cannot_write
from coachdesk.vault.files import VaultFiles, write_whole
from coachdesk.vault.header_file import belongs

T = TypeVar("T")

FOLDER = "backups"
_AHEAD = timedelta(minutes=1)
"""How far a name may run ahead of the clock: of several backups within one second each has a second of its own."""

_NAME = re.compile(r"(.+)-(\d{8}T\d{6}Z)")


@dataclass(frozen=True, slots=True)
class BackupTest:
    """What a test of a backup found.

    Attributes:
        made: when it was made (UTC).
        faults: what keeps it from being brought back, in sentences; none means that it is sound.
        altered: that its record of who looked was altered, in a sentence; empty where it was not.
    """

    made: datetime
    faults: tuple[str, ...]
    altered: str = ""


def named(vault: VaultFiles, moment: datetime, folder: Path) -> VaultFiles:
    """The files of a backup made at this moment (UTC)."""
    return VaultFiles(folder, f"{vault.name}-{moment:%Y%m%dT%H%M%SZ}")


def beside(vault: VaultFiles) -> Path:
    """The folder of backups beside a vault."""
    return vault.folder / FOLDER


def there(vault: VaultFiles, folder: Path) -> dict[datetime, VaultFiles]:
    """The backups of this vault in a folder by the moment when they were made (UTC), the newest first.

    Nothing where the folder is not there or cannot be listed.
    """
    try:
        names = [_NAME.fullmatch(path.stem) for path in folder.iterdir() if path.suffix == ".cdvault"]
    except OSError:
        return {}
    made = {
        datetime.fromisoformat(name[2]): VaultFiles(folder, name[0]) for name in names if name and name[1] == vault.name
    }
    return dict(sorted(made.items(), reverse=True))


def newest_first(made: Mapping[datetime, T], now: datetime) -> dict[datetime, T]:
    """Backups by when they were made, the newest first; last come those that the clock has not come to yet.

    It stood wrong when they were made: whatever was made since it was put right is newer than they are.
    """
    return {each: made[each] for each in sorted(made, key=lambda each: (each <= now + _AHEAD, each), reverse=True)}


def newest(vault: VaultFiles, now: datetime) -> tuple[datetime, VaultFiles] | None:
    """When the newest backup beside the vault was made (UTC) and its files, or None."""
    return next(iter(newest_first(there(vault, beside(vault)), now).items()), None)


def written(vault: VaultFiles, database: Database, moment: datetime, folder: Path) -> VaultFiles:
    """Write a checked, encrypted copy of vault and header into a folder, which is made where it is not there.

    Raises AppError: "storage.damaged", "storage.disk-full" and the like, "vault.header-missing" where somebody took the
    header away; earlier backups are as they were.
    """
    try:
        header = vault.header.read_bytes()
    except OSError:
        raise AppError("vault.header-missing") from None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error) from None
    tidy(vault, folder)
    copy = _free(vault, moment, folder)
    write_whole(copy.header, header)
    try:
        backup_to(database, copy.vault)
    finally:
        tidy(vault, folder)
    return copy


def _free(vault: VaultFiles, moment: datetime, folder: Path) -> VaultFiles:
    """The files of a backup of this moment, or of the first second after it that no backup has.

    One laid over another would, when power is lost in between, leave the header of the one with the vault of the other.
    """
    while (copy := named(vault, moment, folder)).vault.exists():
        moment += timedelta(seconds=1)
    return copy


def tidy(vault: VaultFiles, folder: Path) -> None:
    """Take away what a backup that was broken off left in a folder: half a copy, a header without its vault."""
    made = f"{vault.name}-????????T??????Z"
    # A copy that was not whole yet has a dot more than one that was not checked yet.
    for left in (*folder.glob(f".{made}.*"), *folder.glob(f"..{made}.*"), *folder.glob(f"{made}.cdheader*")):
        if left.name.startswith(".") or not left.with_suffix(".cdvault").exists():
            with suppress(OSError):
                left.unlink()


def thin(vault: VaultFiles, folder: Path, now: datetime) -> None:
    """Delete the backups of a folder that need not stay; one that cannot be deleted now goes another time."""
    made = there(vault, folder)
    for moment in made.keys() - kept(made, now):
        with suppress(OSError):
            made[moment].vault.unlink()
            made[moment].header.unlink(missing_ok=True)


def tested(made: datetime, copy: VaultFiles, *, key: bytes, vault_id: str) -> BackupTest:
    """Open a backup and check everything in it. It reads everything: a task for a worker.

    Raises AppError: "storage.missing", "storage.busy" and the like, where it could not be tested.
    """
    header = (
        () if belongs(copy.header, vault_id) else (_("Its header is missing or damaged, so no passphrase opens it."),)
    )
    try:
        found = verify(copy.vault, key)
    except AppError as error:
        if error.code != "storage.damaged":
            raise
        return BackupTest(made, (*header, _("It does not open with the keys of this vault.")))
    altered = _("Who looked at what was altered at line {line}.")
    line = found.audit_broken_at
    return BackupTest(made, (*header, *_sentences(found)), altered.format(line=line) if line else "")


def _sentences(found: Integrity) -> tuple[str, ...]:
    said = []
    if many := len(found.pages):
        said.append(ngettext("{many} page is damaged.", "{many} pages are damaged.", many).format(many=many))
    if found.structure:
        said.append(_("Its tables and indexes do not fit together."))
    if many := found.references:
        words = ngettext(
            "{many} record belongs to something that is not there.",
            "{many} records belong to something that is not there.",
            many,
        )
        said.append(words.format(many=many))
    return tuple(said)
