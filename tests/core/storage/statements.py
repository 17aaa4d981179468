"""What SQLite is asked and how hard it works: for tests that nothing on a screen grows with the caseload.

    with watched(opened.database) as work:
        opened.services.day.view()
    assert len(work.statements) == 12
    assert full_scans(opened.database, work.statements) == []

Every statement counts, prepared ones too: the driver is asked, not SQLAlchemy. `steps` are instructions of SQLite's machine:
they say what a query reads inside, also where it gives back a single row, and they are the same on every computer.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, event
from sqlcipher3 import dbapi2

from coachdesk.storage import Database

_ASKED = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
_BOUNDED = re.compile(r"SCAN (CONSTANT ROW|main\.\w+_config|\(subquery.*|.* VIRTUAL TABLE INDEX ([13]:|\d+:=?M.*))$")
"""What SQLite also calls a scan: one row, what was found before, the list in json_each, a match in a full-text
table, and what such a table knows of itself."""


@dataclass(slots=True)
class Work:
    """What was asked so far.

    Attributes:
        statements: with their values filled in, without those about transactions.
        rows: how many rows were given back.
        steps: how many instructions SQLite took, transactions and all.
    """

    statements: list[str] = field(default_factory=list)
    rows: int = 0
    steps: int = 0

    def asked(self, statement: str) -> None:
        """Note a statement; what a trigger or a full-text table asks of itself begins with a comment."""
        if statement.lstrip().upper().startswith(_ASKED):
            self.statements.append(statement)

    def gave(self, _cursor: dbapi2.Cursor, row: tuple[object, ...]) -> tuple[object, ...]:
        """Count a row."""
        self.rows += 1
        return row

    def stepped(self) -> int:
        """Count an instruction; 0 tells SQLite to go on."""
        self.steps += 1
        return 0


@contextmanager
def watched(database: Database) -> Iterator[Work]:
    """Count what the whole program asks of a vault within the block, over whichever connection."""
    work = Work()

    def begin(driver: dbapi2.Connection, _record: object = None) -> None:
        driver.set_trace_callback(work.asked)
        driver.set_progress_handler(work.stepped, 1)
        driver.row_factory = work.gave

    for driver in _kept(database):
        begin(driver)
    event.listen(database._engine, "connect", begin)
    try:
        yield work
    finally:
        event.remove(database._engine, "connect", begin)
        for driver in _kept(database):
            _end(driver)


def full_scans(database: Database, statements: Collection[str], *, but: Collection[str] = ()) -> list[str]:
    """The steps of the plans in which SQLite goes through a whole table or index, each once.

    `but`: tables that do not grow with the caseload.
    """
    with database.read() as connection:
        driver = _driver(connection)
        plans = [driver.execute(f"EXPLAIN QUERY PLAN {each}").fetchall() for each in dict.fromkeys(statements)]
    steps = dict.fromkeys(str(row[3]) for plan in plans for row in plan)
    scans = (step for step in steps if step.startswith("SCAN ") and step.split()[1] not in but)
    return [step for step in scans if not _BOUNDED.match(step)]


def _kept(database: Database) -> list[dbapi2.Connection]:
    return [_driver(each) for each in (database._reader, database._writer) if each is not None]


def _driver(connection: Connection) -> dbapi2.Connection:
    driver: dbapi2.Connection = connection.connection.driver_connection
    return driver


def _end(driver: dbapi2.Connection) -> None:
    driver.set_trace_callback(None)
    driver.set_progress_handler(None, 1)
    driver.row_factory = None
