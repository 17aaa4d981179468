"""A growing wait after wrong passphrases, which a restart does not end. Never a wipe.

It slows down somebody who sits at the coach's keyboard. Whoever can copy the files is slowed by Argon2id and stopped by
the keychain's secret, not by this.
"""

import contextlib
import json
import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.vault.files import write_whole

FREE = 4
"""So many wrong passphrases cost nothing: people mistype."""

LONGEST = 300
"""No wait is longer, in seconds."""


@dataclass(frozen=True, slots=True)
class Tries:
    """How often it went wrong since it last went right, and when the next try is heard (UTC)."""

    count: int
    next_try: datetime


def wait_after(count: int) -> int:
    """Seconds to wait after so many wrong passphrases: 0 for the first four, then 1, 2, 4, ... up to five minutes."""
    return 0 if count <= FREE else min(2 ** min(count - FREE - 1, 16), LONGEST)


def failed(tries: Tries | None, now: datetime) -> Tries:
    """The state after one more wrong passphrase."""
    count = (tries.count if tries else 0) + 1
    return Tries(count, now + timedelta(seconds=wait_after(count)))


def settled(tries: Tries, now: datetime) -> Tries:
    """The state with a wait that fits the clock.

    A wait longer than was ever given means that the clock was put back: the wait starts afresh, neither shorter than it
    was nor as long as the clock is wrong.
    """
    fresh = now + timedelta(seconds=wait_after(tries.count))
    return Tries(tries.count, min(tries.next_try, fresh))


def seconds_left(tries: Tries, now: datetime) -> int:
    """Whole seconds until the next try is heard; 0 when it is heard now."""
    return max(0, math.ceil((tries.next_try - now).total_seconds()))


def refuse_early(path: Path, now: datetime) -> None:
    """Do nothing, or refuse a try that comes too early.

    Raises:
        AppError: "vault.wait" with the `seconds` that are left.
    """
    tries = load(path, now)
    if tries is None:
        return
    fitting = settled(tries, now)
    if fitting != tries:
        _save(path, fitting)
    if left := seconds_left(fitting, now):
        raise AppError("vault.wait", seconds=left)


def note_try(path: Path, now: datetime) -> None:
    """Count a try as wrong. Called before the try, so that pulling the plug during it gains nothing."""
    _save(path, failed(load(path, now), now))


def clear(path: Path) -> None:
    """Forget the wrong tries after a right one."""
    with contextlib.suppress(OSError):
        path.unlink()


def load(path: Path, now: datetime) -> Tries | None:
    """The state in the file, None where there is none. A file that makes no sense counts as the first costly try."""
    try:
        content = json.loads(path.read_bytes())
        return Tries(max(0, int(content["count"])), datetime.fromisoformat(content["next_try"]).astimezone(UTC))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Tries(FREE, now)


def _save(path: Path, tries: Tries) -> None:
    content = {"count": tries.count, "next_try": tries.next_try.isoformat()}
    # A full disk must not turn a right passphrase into a refusal.
    with contextlib.suppress(AppError):
        write_whole(path, json.dumps(content).encode())
