"""Making backups: by hand, by themselves after changes, and before whatever rewrites much."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from coachdesk.clock import local
from coachdesk.services import backups, second_place
from coachdesk.services.backups import BackupTest
from coachdesk.services.context import Context
from coachdesk.services.office import office_on
from coachdesk.services.second_place import Second
from coachdesk.storage import last_change_at
from coachdesk.vault.files import VaultFiles

QUICK = 16_000_000
"""Bytes of a vault whose backup takes about a second: the screen may be locked or the computer falling asleep."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and checked: its vault's file, and how the second place stands."""

    path: Path
    second: Second


def make(context: Context) -> Made:
    """Make a checked, encrypted copy of vault and header, beside the vault and in the second place; thin what lies there.

    Raises:
        AppError: "storage.damaged", "storage.disk-full" and the like; earlier backups are as they were.
    """
    place, moment = backups.beside(context.files), context.clock()
    copy = backups.written(context.files, context.database, moment, place)
    with context.database.write() as writer:
        writer.audit("vault.backed-up")
    backups.thin(context.files, place, moment)
    return Made(copy.vault, second_place.copy_there(context, copy))


class BackingUp:
    """The backups of the open vault."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stored_then: int | None = None

    def listen(self, stored: Callable[[], None]) -> None:
        """Tell `stored` whenever something was stored, from whichever thread stored it; it has to be quick."""
        self._context.database.on_stored = stored

    def make(self) -> Made:
        """Make a backup. It reads everything: a task for a worker. Raises AppError: as `make`."""
        stored = self._context.database.stored
        made = make(self._context)
        self._stored_then = stored
        return made

    def due(self) -> bool:
        """Whether something was stored since the newest backup, or the keys were changed: its header is the spare one."""
        if self.keys_changed():
            return True
        if self._stored_then is not None:
            return self._context.database.stored != self._stored_then
        found = backups.newest(self._context.files, self._context.clock())
        return self._context.database.stored > 0 or self._changed_since(found[0] if found else None)

    def keys_changed(self) -> bool:
        """Whether what opens the vault was changed since the newest backup: that one opens with what held before."""
        found = backups.newest(self._context.files, self._context.clock())
        try:
            return found is not None and found[1].header.read_bytes() != self._context.files.header.read_bytes()
        except OSError:
            return True

    def is_quick(self) -> bool:
        """Whether the vault is so small that nobody who leaves the computer waits for a backup of it."""
        try:
            return self._context.files.vault.stat().st_size <= QUICK
        except OSError:
            return False

    def make_if_due(self) -> Made | None:
        """Make a backup where something was stored since the last. Raises AppError: as `make`."""
        return self.make() if self.due() else None

    def folder(self) -> Path:
        """Where backups lie: beside the vault."""
        return backups.beside(self._context.files)

    def last(self) -> datetime | None:
        """When the newest backup beside the vault was made (UTC), or None."""
        found = backups.newest(self._context.files, self._context.clock())
        return found[0] if found else None

    def overdue(self) -> bool:
        """Whether there was none for more working days than the policy allows, and something was changed since."""
        newest = self.last()
        since = newest or self._context.info.created_at
        return self._working_days(since) > self._context.policy.backup_days and self._changed_since(newest)

    def test_last(self) -> BackupTest | None:
        """Open the newest backup beside the vault and check everything in it; None where there is none.

        Raises:
            AppError: "storage.busy" and the like, where it could not be tested.
        """
        found = backups.newest(self._context.files, self._context.clock())
        return None if found is None else self.test(*found)

    def test(self, made: datetime, copy: VaultFiles) -> BackupTest:
        """Open a backup and check everything in it; errors as `test_last`."""
        context = self._context
        return backups.tested(made, copy, key=context.database.key, vault_id=context.info.vault_id)

    def _changed_since(self, moment: datetime | None) -> bool:
        with self._context.database.read() as connection:
            changed = last_change_at(connection)
        return changed is not None and (moment is None or changed > moment)

    def _working_days(self, since: datetime) -> int:
        """Full working days after the day of a moment, up to more than any policy asks for."""
        day, today, many = local(since).date(), self._context.today(), 0
        while day < today and many <= self._context.policy.backup_days:
            day += timedelta(days=1)
            many += bool(office_on(self._context, day).stretches)
        return many
