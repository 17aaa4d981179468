"""Bringing a backup back: which there are, what would be lost and regained, and the vault replaced in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from coachdesk.errors import AppError
from coachdesk.i18n import N_
from coachdesk.services import backups, second_place
from coachdesk.services.backing_up import BackingUp
from coachdesk.services.context import Context
from coachdesk.services.second_place import Second
from coachdesk.storage.comparing import Counted, difference
from coachdesk.storage.connection import reading_file
from coachdesk.storage.restoring import erased_since, made_ready, owed_to, put_back, tidy_restoring
from coachdesk.vault.files import VaultFiles
from coachdesk.vault.header_file import DamagedHeaderError, read_header

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "people": N_("People"),
        "interviews": N_("Interviews"),
        "answers": N_("Answers"),
        "appointments": N_("Appointments"),
        "commitments": N_("Commitments"),
    }
)
"""What is counted by itself, by the table that it is kept in."""

_ELSE = N_("Everything else")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made (UTC), its files, how many bytes its vault has, whether it lies in the second place."""

    made: datetime
    files: VaultFiles
    size: int
    second: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """How many records of a kind differ; `name` is marked for translation."""

    name: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing a backup back would do. Counts alone: no name is read.

    Attributes:
        faults: what is wrong with it, in sentences; nothing where it is sound. One with faults is not brought back.
        altered: that its record of who looked was altered, in a sentence; it is brought back as it is.
        lost: what was written since.
        regained: what only the backup has, as where the vault is itself an older one.
        erased: how many people of the backup were erased since; they stay erased.
    """

    backup: Backup
    faults: tuple[str, ...] = ()
    altered: str = ""
    lost: tuple[Kind, ...] = ()
    regained: tuple[Kind, ...] = ()
    erased: int = 0


class Restoring:
    """The way back to a backup."""

    def __init__(self, context: Context, backing_up: BackingUp) -> None:
        self._context, self._backing_up = context, backing_up

    def backups(self) -> tuple[Backup, ...]:
        """All backups that can be reached, the newest first; one that lies in both places is named once.

        Slow where the second place is on a network: a task for a worker.
        """
        vault, second = self._context.files, second_place.folder_of(self._context)
        found = {} if second is None else _listed(backups.there(vault, second), second=True)
        found |= _listed(backups.there(vault, backups.beside(vault)), second=False)
        return tuple(backups.newest_first(found, self._context.clock()).values())

    def second_place(self) -> Second:
        """How the second place stands now. Slow where it is on a network: a task for a worker."""
        return second_place.standing(self._context)

    def look_inside(self, backup: Backup) -> Preview:
        """Check a backup and compare it with the vault. It reads everything: a task for a worker.

        Raises:
            AppError: "storage.missing", "storage.busy" and the like, where it could not be read.
        """
        context = self._context
        key = self._key_of(backup)
        test = backups.tested(backup.made, backup.files, key=key, vault_id=context.info.vault_id)
        if test.faults:
            return Preview(backup, test.faults)
        with context.database.read() as now, reading_file(backup.files.vault, key) as then:
            found, gone = difference(now, then), erased_since(now, then)
        return Preview(
            backup,
            altered=test.altered,
            lost=_by_kind(found.only_here),
            regained=_by_kind(found.only_there),
            erased=gone,
        )

    def restore(self, backup: Backup) -> None:
        """Bring a backup back, after a safety copy of the vault as it is. Then close the vault: its screens are old.

        Who was erased since stays erased, and who is on hold stays so; passphrase and recovery key stay those that hold now. Killed at any moment,
        the vault is the old one or the restored one. A task for a worker.

        Raises:
            AppError: "storage.damaged" where the backup is not sound, "storage.busy", "storage.disk-full" and the like;
                the vault is then as it was.
        """
        context, database = self._context, self._context.database
        key = self._key_of(backup)
        with database.read() as connection:
            owed = owed_to(connection)
        try:
            ready = made_ready(
                backup.files.vault,
                key,
                database.path,
                database.key,
                context.clock,
                owed=owed,
                code="vault.restored",
            )
            stored = database.stored
            with database.read() as connection:
                if owed_to(connection) != owed:
                    raise AppError("storage.busy")  # who was erased just now is still in what was made ready
            self._backing_up.make()
            put_back(database, ready, stored=stored)
        finally:
            tidy_restoring(database.path)

    def _key_of(self, backup: Backup) -> bytes:
        """The data key of a backup: that of the vault, or of the time before it was encrypted anew."""
        keys = [self._context.database.key]
        try:
            keys += self._context.keys_within(read_header(backup.files.header))
        except (DamagedHeaderError, AppError):
            return keys[0]
        return next((key for key in keys if _opens(backup.files, key)), keys[0])


def _listed(made: Mapping[datetime, VaultFiles], *, second: bool) -> dict[datetime, Backup]:
    return {moment: Backup(moment, files, files.vault.stat().st_size, second) for moment, files in made.items()}


def _opens(files: VaultFiles, key: bytes) -> bool:
    try:
        with reading_file(files.vault, key):
            return True
    except AppError:
        return False


def _by_kind(counted: Mapping[str, Counted]) -> tuple[Kind, ...]:
    """In the order of `_KINDS`, all that has no line of its own together at the end; holds stand whatever comes back."""
    rest = Counted()
    for kept_in, each in counted.items():
        if kept_in not in {*_KINDS, "holds"}:
            rest = replace(
                rest,
                added=rest.added + each.added,
                changed=rest.changed + each.changed,
                deleted=rest.deleted + each.deleted,
            )
    named = [Kind(name, counted[kept_in]) for kept_in, name in _KINDS.items() if kept_in in counted]
    return (*named, Kind(_ELSE, rest)) if rest != Counted() else tuple(named)
