"""A coach who opens an old vault with a newer program, which brings it up to date: killed by itself at a chosen step.

One process loads the program and forks one coach for each line on its standard input: the number of the call to the database's
driver or to the files before which the coach dies; with 0 it lives, and says how many there were. "gone" follows its end.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import BuiltinMethodType, FrameType
from unittest.mock import patch

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from coachdesk.application import open_vault
from coachdesk.storage.migrations import STEPS, Step
from tests.faults.changing_keys import place
from tests.faults.nursery import say
from tests.vaults import PASSPHRASE

NEWER = "coachdesk.storage.database.STEPS"
_DRIVER = (dbapi2.Connection, dbapi2.Cursor)
_STATEMENTS = frozenset({"execute", "executemany", "commit", "rollback", "backup"})
_FILES = frozenset({"fsync", "ftruncate", "mkdir", "open", "replace", "rename", "unlink", "write"})


def add_pronouns(connection: Connection) -> None:
    """A new column."""
    connection.exec_driver_sql("ALTER TABLE people ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


def put_needs_apart(connection: Connection) -> None:
    """A new table that is filled from an old one."""
    connection.exec_driver_sql(
        "CREATE TABLE needs (person_id TEXT NOT NULL REFERENCES people (id), need TEXT NOT NULL) STRICT"
    )
    connection.exec_driver_sql("INSERT INTO needs SELECT people.id, value FROM people, json_each(people.needs)")
    connection.exec_driver_sql("CREATE INDEX needs_person ON needs (person_id)")


def make_people_anew(connection: Connection) -> None:
    """A table that others refer to, without one of its columns."""
    (made,) = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'people'").one()
    connection.exec_driver_sql(str(made).replace("TABLE people", "TABLE people_anew"))
    connection.exec_driver_sql("INSERT INTO people_anew SELECT * FROM people")
    connection.exec_driver_sql("DROP TABLE people")
    connection.exec_driver_sql("ALTER TABLE people_anew RENAME TO people")


MORE: tuple[Step, ...] = (add_pronouns, put_needs_apart, make_people_anew)


class Dying:
    """Counts the calls to the driver and the files, and kills this process before one of them."""

    def __init__(self, at: int) -> None:
        self._at, self.calls = at, 0

    def __call__(self, _frame: FrameType, event: str, called: object) -> None:
        if event != "c_call" or not isinstance(called, BuiltinMethodType):
            return
        of_files = getattr(called.__self__, "__name__", "") == os.name and called.__name__ in _FILES
        if of_files or (isinstance(called.__self__, _DRIVER) and called.__name__ in _STATEMENTS):
            self.calls += 1
            if self.calls == self._at:
                os.kill(os.getpid(), signal.SIGKILL)


def open_it(vault: Path, at: int) -> None:
    """Open the vault with a program that knows more steps than we."""
    dying = Dying(at)
    with patch(NEWER, STEPS + MORE):
        sys.setprofile(dying)
        opened = open_vault(place(vault), PASSPHRASE)
        sys.setprofile(None)
    say(dying.calls)
    opened.close()


def each_line(work: Callable[[str], None]) -> None:
    """One coach after another."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            work(line)
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    each_line(lambda line: open_it(Path(sys.argv[1]), int(line)))
