"""One writer: whoever holds the lock of the file beside the vault, and that of the vault itself wherever its copies lie.

The operating system lets go of a lock when its process dies. The file says which computer, which sign-in there and which
process hold it and since when, so that the next one knows whom to ask; it is emptied when they let go.
"""

import getpass
import hashlib
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from coachdesk.clock import Clock, local, now
from coachdesk.errors import AppError
from coachdesk.paths import data_folder

_SAYS = 512
"""The holder is described in the first bytes."""

_FAR = 1 << 30
"""Windows locks bytes and then lets nobody read them: the locked one lies far behind the description."""


_OF_A_COPY = {
    "vault.in-use": "vault.copy-in-use",
    "vault.in-use-somewhere": "vault.copy-in-use-somewhere",
}


@dataclass(frozen=True, slots=True)
class VaultLock:
    """The right to write to a vault, until `release` or the end of the process; `passing`: its file goes with it."""

    descriptor: int
    passing: Path | None = None

    def release(self) -> None:
        """Let the next one in; once."""
        with suppress(OSError):  # a disk that failed keeps nobody out
            os.ftruncate(self.descriptor, 0)
        if self.passing is not None:
            with suppress(OSError):  # Windows keeps a file that is open
                self.passing.unlink()
        os.close(self.descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(path: Path, clock: Clock = now) -> VaultLock:
    """Take the lock of the file `path` (`VaultFiles.lock`), made if it is missing.

    Raises:
        AppError: "vault.in-use" with `host`, `who` (the name of the sign-in), `since` (local time) and `pid` of the holder;
            "vault.in-use-somewhere" where it does not say; "vault.cannot-write" where the folder cannot be written to.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise AppError("vault.cannot-write") from None
    if not _lock(descriptor):
        says = os.read(descriptor, _SAYS)
        os.close(descriptor)
        raise _in_use(says)
    who = {"host": socket.gethostname(), "who": getpass.getuser(), "pid": os.getpid()}
    written = {**who, "since": clock().isoformat(timespec="seconds")}
    with suppress(OSError):  # on a full disk the lock is held all the same, and does not say by whom
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps(written).encode())
    return VaultLock(descriptor)


def refuse_held(path: Path) -> None:
    """Do nothing, or refuse as `hold` does where somebody holds the lock. It is not taken from anybody who comes just now."""
    try:
        described = path.stat().st_size > 0
    except OSError:
        return
    if described:  # by its holder, or by one who was killed
        hold(path).release()


def hold_copies(vault_id: str, clock: Clock = now) -> VaultLock:
    """Take the lock of a vault and all its copies, among all who are this user on this computer.

    Two that are written at once can never be joined again. The file lies in the user's own local folder, under a name that
    tells nothing.

    Raises:
        AppError: as `hold`, with "vault.copy-in-use" and "vault.copy-in-use-somewhere".
    """
    name = hashlib.sha256(vault_id.encode()).hexdigest()[:24]
    try:
        folder = data_folder() / "open"
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        raise AppError("vault.cannot-write") from None
    path = folder / f"{name}.cdlock"
    while True:
        try:
            lock = hold(path, clock)
        except AppError as error:
            raise AppError(_OF_A_COPY.get(error.code, error.code), **error.details) from None
        if _lies_at(path, lock.descriptor):
            return VaultLock(lock.descriptor, path)
        os.close(lock.descriptor)  # whoever held it took its file away between our opening and our locking


def _lies_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":  # untested on Windows
        import msvcrt

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _in_use(says: bytes) -> AppError:
    try:
        content = json.loads(says)
        since = f"{local(datetime.fromisoformat(content['since'])):%d/%m/%Y %H:%M}"
        host, who, pid = str(content["host"]), str(content["who"]), int(content["pid"])
    except (ValueError, KeyError, TypeError):
        return AppError("vault.in-use-somewhere")
    return AppError("vault.in-use", host=host, who=who, since=since, pid=pid)
