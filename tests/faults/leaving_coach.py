"""A coach who saves a file: run as a program that is killed when it asks for the disk for the nth time."""

import os
import signal
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from coachdesk.services.leaving import saved
from coachdesk.storage import Writer
from tests.faults.caseload import opened

CONTENT = b"everybody on the caseload\n" * 4000


def record(writer: Writer) -> None:
    writer.audit("caseload.given-out")


def main(vault: Path, place: Path, last: int) -> None:
    """Save the file; `last` counts from 1: the file's own bytes, then the entry in its folder."""
    calls, to_disk = count(1), os.fsync

    def dying(fd: Any) -> None:
        if next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)
        to_disk(fd)

    os.fsync = dying
    with closing(opened(vault)) as database:
        saved(database, {place: CONTENT}, record)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
