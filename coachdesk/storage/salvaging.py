"""A new vault file out of what can be read of a damaged one.

What was lost from the tables and lies in the log of changes, whole and proved by its hash, comes from there. Whatever
belongs to something that is not there is left out and counted, so that every row in the new file is as it was.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path

from sqlalchemy import Connection, column, delete, insert, select, table
from sqlcipher3 import dbapi2

from coachdesk.errors import AppError
from coachdesk.storage.connection import engine_for
from coachdesk.storage.damaged import (
    DamagedFile,
    Lost,
    Shape,
    UnreadableError,
    fill_up,
    read_table,
    text_of,
    version_of_damaged,
)
from coachdesk.storage.driver import translated
from coachdesk.storage.from_log import KINDS, from_log, missing, person_of
from coachdesk.storage.info import VaultInfo
from coachdesk.storage.migrations import STEPS, migrate
from coachdesk.storage.search_rebuild import MADE_ANEW, rebuild
from coachdesk.storage.tables import COMMITMENTS, VAULT_INFO


@dataclass
class Salvaged:
    """What came of it.

    Attributes:
        taken: how many rows were read, by table.
        from_log: how many of them had to be found in the log of changes.
        lost: what could not be read, by table, after what the log gave back.
        hanging: how many rows could be read and belong to something that is lost, by table.
        people: of how many records each person misses something, as far as it is known whose they were.
    """

    taken: Counter[str] = field(default_factory=Counter)
    from_log: int = 0
    lost: dict[str, Lost] = field(default_factory=dict)
    hanging: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)


def salvage(damaged: Path, key: bytes, new: Path, new_key: bytes, spare: VaultInfo | None) -> Salvaged:
    """Make a new vault file of what can be read of a damaged one; the caller checks it and says in it what it is.

    Args:
        damaged: a copy of the damaged file; what its write-ahead log holds is put into it.
        key: its data key.
        new: not there yet.
        new_key: the data key of the new file.
        spare: whose vault it is, as a backup says, where the damaged file does not.

    Raises:
        AppError: "salvage.nothing" where not even the first page can be read, or nothing says whose vault it is;
            "storage.disk-full" and the like.
    """
    found = Salvaged()
    with (
        translated(new),
        closing(DamagedFile(damaged, key)) as file,
        closing(engine_for(new, new_key).connect()) as connection,
    ):
        try:
            have = version_of_damaged(file)
        except UnreadableError:
            raise AppError("salvage.nothing") from None
        file.close()  # what the log holds goes into the file
        fill_up(damaged, key)
        if not 0 < have <= len(STEPS):
            raise AppError("salvage.nothing")
        migrate(connection, 0, STEPS[:have])
        with _unchecked(connection):
            _read(file, connection, found)
            if have < len(STEPS):
                _take_out_what_hangs(connection, found)
        migrate(connection, have, STEPS)
        with _unchecked(connection):
            _put_right(connection, found, spare)
    return found


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """One transaction in which rows may come before what they belong to."""
    connection.rollback()
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield
    connection.commit()


def _read(file: DamagedFile, connection: Connection, found: Salvaged) -> None:
    driver: dbapi2.Connection = connection.connection.driver_connection
    highest = 0
    for shape in _shapes(connection):
        put = text_of(insert(table(shape.name, *map(column, shape.columns))))

        def keep(cells: tuple[object, ...], put: str = put, name: str = shape.name) -> None:
            driver.execute(put, cells)
            found.taken[name] += 1

        lost = read_table(file, shape, keep, up_to=highest if shape.name == "change_bodies" else 0)
        if not lost.nothing:
            found.lost[shape.name] = lost
        if shape.name == "changes":
            highest = int(driver.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()[0])


def _shapes(connection: Connection) -> Iterator[Shape]:
    """The tables that are not made anew, as a sound vault of this version has them; changes before their bodies."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    for name in sorted({*tables.scalars()} - MADE_ANEW, key=lambda each: (each != "changes", each)):
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (name,)).scalars()
        whole = connection.exec_driver_sql("SELECT name FROM pragma_index_list(?) WHERE NOT partial", (name,))
        indexes = (
            tuple(connection.exec_driver_sql("SELECT name FROM pragma_index_info(?)", (each,)).scalars())
            for each in whole.scalars().all()
        )
        yield Shape(name, tuple(columns), tuple(indexes))


def _put_right(connection: Connection, found: Salvaged, spare: VaultInfo | None) -> None:
    changes = found.lost.get("changes", Lost())
    for name in [each for each in found.lost if each in KINDS]:
        found.lost[name] = _found_in_log(connection, name, found, changes)
    _take_out_what_hangs(connection, found)
    _say_whose(connection, spare)
    found.lost = {name: lost for name, lost in found.lost.items() if not lost.nothing}
    rebuild(connection)


def _found_in_log(connection: Connection, name: str, found: Salvaged, changes: Lost) -> Lost:
    """What is lost of a table once the log gave back whatever it holds the last word of."""
    lost = found.lost[name]
    ids = lost.ids | missing(connection, name)
    sure = frozenset[str]() if not changes.exact or not changes.named else ids - changes.ids
    back = frozenset(each for each in ids if each in sure and from_log(connection, name, each))
    found.from_log += len(back)
    found.taken[name] += len(back)
    for record_id in ids - back:
        found.people[person_of(connection, record_id)] += 1
    if changes.nothing:
        return Lost(len(ids - back), ids - back)
    return Lost(max(lost.rows - len(back), len(ids - back)), ids - back, lost.exact, lost.named)


def _say_whose(connection: Connection, spare: VaultInfo | None) -> None:
    """Whose vault it is, where that was lost; the counter of commitments goes on behind the last one that is known."""
    if connection.scalar(select(VAULT_INFO.c.row)) is not None:
        return
    if spare is None:
        raise AppError("salvage.nothing")
    numbers = connection.scalars(select(COMMITMENTS.c.number)).all()
    last = max((int(each.rpartition("-")[2]) for each in numbers), default=0)
    values = {each.name: getattr(spare, each.name) for each in fields(spare)}
    connection.execute(insert(VAULT_INFO), values | {"row": 1, "last_number": last})


def _take_out_what_hangs(connection: Connection, found: Salvaged) -> None:
    """Take out rows that belong to something that is not there, and then what belonged to those."""
    while True:
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
        hanging = {(name, number) for name, number, _parent, _key in rows if name not in MADE_ANEW}
        if not hanging:
            return
        for name, number in hanging:
            found.hanging[name] += 1
            found.taken[name] -= 1
            that_row = column("rowid") == number
            if name in KINDS:
                record_id = connection.scalar(select(column("id")).select_from(table(name)).where(that_row))
                found.people[person_of(connection, str(record_id))] += 1
            connection.execute(delete(table(name)).where(that_row))
