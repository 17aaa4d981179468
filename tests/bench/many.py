"""A caseload of any size with names as they stand side by side, and some twenty records of what happened for each person.

A hundred thousand people with two million records take five minutes of a processor's time and a good gigabyte; the default
run of the benchmarks makes ten thousand.
"""

import shutil

from coachdesk.application import Setting
from tests.caseloads import fill
from tests.core.finding.caseload import caseload
from tests.vaults import made

_A_PERSON = 24_000  # bytes on the disk, with the write-ahead log on the way


def make(where: Setting, people: int) -> None:
    """A vault with so many people and all that happened; OSError where the disk has no room for it."""
    if shutil.disk_usage(where.folder).free < people * _A_PERSON + 500_000_000:
        raise OSError(f"There is no room here for {people:,} people.")
    opened = made(where)
    fill(opened, people, at=where.clock(), named=caseload(people))
    opened.close()
