"""A backup in the place of a vault: made ready beside it, and put there by one rename.

Killed at any moment, the vault is the old one or the restored one. What was erased since the backup is erased in it before
it takes its place, and the keys that hold stay: a backup from before a new data key is encrypted anew under it.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from coachdesk.clock import Clock
from coachdesk.errors import AppError
from coachdesk.retention import Hold
from coachdesk.storage.backup import verify
from coachdesk.storage.copying import cannot_write, copy_vault, put_in_place, sync_folder, take_away
from coachdesk.storage.database import Database
from coachdesk.storage.erasure import Erased, among, erased
from coachdesk.storage.info import info
from coachdesk.storage.rekeying import rekeyed_copy
from coachdesk.storage.replaying import ERASED_AGAIN, replay_erasures, replay_holds
from coachdesk.storage.retention import standing_holds
from coachdesk.storage.tables import PEOPLE


@dataclass(frozen=True, slots=True)
class Owed:
    """What a vault holds whoever comes in its place to: who and what was erased, and the legal holds that stand."""

    erased: tuple[Erased, ...] = ()
    held: tuple[Hold, ...] = ()


def owed_to(connection: Connection) -> Owed:
    """What whatever takes the place of this vault owes to it."""
    return Owed(erased(connection), standing_holds(connection))


def erased_since(now: Connection, then: Connection) -> int:
    """How many people of one file were erased in another since, so that they do not come back with it."""
    known = set(erased(then))
    news = [each for each in erased(now) if each not in known]
    return sum(1 for _each in among(news, then.execute(select(PEOPLE.c.id)).scalars().all())) if news else 0


def made_ready(backup: Path, key: bytes, vault: Path, vault_key: bytes, clock: Clock, *, owed: Owed, code: str) -> Path:
    """A checked copy of a backup beside a vault, under the vault's key, without those who were erased since.

    Args:
        backup: its file.
        key: the data key of the backup.
        vault: the file that it is to replace.
        vault_key: the data key that the copy is encrypted under.
        clock: gives the moment in UTC.
        owed: of the vault: who is not to come back, and what stays on hold.
        code: what the audit of the copy says of it.

    Raises:
        AppError: "storage.missing", "storage.damaged", "storage.disk-full" and the like; the vault is as it was.
    """
    ready = ready_for(vault)
    tidy_restoring(vault)
    try:
        _sound(backup, key)
        if key == vault_key:
            copy_vault(backup, key, ready)
        else:
            rekeyed_copy(backup, key, vault_key, ready)
        _without(ready, vault_key, clock, owed, code)
        _sound(ready, vault_key)
    except BaseException:
        tidy_restoring(vault)
        raise
    return ready


def ready_for(vault: Path) -> Path:
    """Where what is made ready to take the place of a vault lies until it does."""
    return vault.with_name(f".{vault.name}.restoring")


def put_back(database: Database, ready: Path, *, stored: int) -> None:
    """Let a copy that was made ready be the file of an open vault.

    Raises:
        AppError: "storage.busy" where something was stored since `Database.stored` was so many: it is in no safety copy;
            as `Database.left` and `put_in_place`. The vault is then as it was.
    """
    with database.left(database.key):
        if database.stored != stored:
            raise AppError("storage.busy")
        put_in_place(ready, database.path)


def kept_aside(vault: Path, aside: Path) -> None:
    """Copy the files of a damaged vault, byte by byte, into a new folder, before anybody tries to read them.

    Raises AppError("storage.disk-full" or "storage.cannot-write") where that cannot be done.
    """
    try:
        for part in filter(Path.is_file, (vault, vault.with_name(f"{vault.name}-wal"))):
            aside.mkdir(mode=0o700, parents=True, exist_ok=True)
            copy = aside / part.name
            copy.write_bytes(part.read_bytes())
            put_in_place(copy, copy)
    except OSError as error:
        raise cannot_write(error) from error


def put_in_damaged_place(ready: Path, vault: Path) -> None:
    """Let a copy that was made ready be a vault that nobody can open; its log goes first, and for good.

    A log that came back after a power cut would be read into the new file.

    Raises AppError as `put_in_place`.
    """
    try:
        for suffix in ("-wal", "-shm"):
            vault.with_name(f"{vault.name}{suffix}").unlink(missing_ok=True)
        sync_folder(vault.parent)
    except OSError as error:
        raise cannot_write(error) from error
    put_in_place(ready, vault)


def tidy_restoring(vault: Path) -> None:
    """Take away what a restore that was broken off left beside the vault."""
    take_away(vault, "restoring")


def _without(ready: Path, key: bytes, clock: Clock, owed: Owed, code: str) -> None:
    """Bring the copy up to date, erase in it who was erased, hold what is held, and say in its audit what it is."""
    database = Database.open(ready, key, author="", clock=clock, must_exist=True)
    try:
        with database.read() as connection:
            database.author = info(connection).coach_id
        with database.write() as writer:
            if replay_erasures(writer, owed.erased):
                writer.audit(ERASED_AGAIN)
            replay_holds(writer, owed.held)
            writer.audit(code)
    finally:
        database.close()


def _sound(path: Path, key: bytes) -> None:
    if not verify(path, key).fits_together:
        raise AppError("storage.damaged")
