"""Reading what can be read of a damaged file: only pages whose authentication holds, row by row where a scan stops.

One page that fails leaves SQLCipher's connection in error for good, so each failure costs a fresh connection.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from sqlalchemy import ColumnClause, Select, asc, bindparam, column, desc, select, table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql import ClauseElement
from sqlcipher3 import dbapi2

from coachdesk.storage.driver import refuse_unproved

_PAGE, _BODY = 4096, 4096 - 80
"""Bytes of a page, and where in it the vector and the code that prove it begin."""

_NUMBER: ColumnClause[int] = column("rowid")

Keep = Callable[[tuple[Any, ...]], None]


class UnreadableError(Exception):
    """A page that was wanted is damaged. Stays in the package: what is missing is counted, not raised."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as a sound vault of the same version has it.

    Attributes:
        columns: in their order.
        indexes: the columns of each index that has every row, in its order.
    """

    name: str
    columns: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """What of a table could not be read.

    Attributes:
        rows: how many rows.
        ids: which records, as far as an index says so; of changes, which records they are of.
        exact: whether `rows` is sure; otherwise it is as many as there is room for, and there may be more behind them.
        named: whether `ids` are those of all rows.
    """

    rows: int = 0
    ids: frozenset[str] = frozenset()
    exact: bool = True
    named: bool = True

    @property
    def nothing(self) -> bool:
        """Whether everything is there."""
        return not self.rows and self.exact


class DamagedFile:
    """A copy of a damaged vault's file that is read only, under its 32-byte key. Use it in a `closing` block."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._driver: dbapi2.Connection | None = None

    def rows(self, statement: str, *values: int) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement up to the first page that cannot be read; there UnreadableError."""
        try:
            driver = self._open()
            for row in driver.execute(statement, values):
                refuse_unproved(driver)
                yield row
        except dbapi2.Error as error:
            self.close()
            raise UnreadableError from error

    def close(self) -> None:
        """Close the connection; the next statement gets another one."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with suppress(dbapi2.Error):
                driver.close()

    def _open(self) -> dbapi2.Connection:
        if self._driver is None:
            self._driver = dbapi2.connect(str(self._path), isolation_level=None)
            self._driver.execute("PRAGMA cipher_log_level = none")
            self._driver.set_key(f"x'{self._key.hex()}'")
            self._driver.execute("PRAGMA trusted_schema = OFF")
            # Without this SQLite reads nothing at all of a file that is shorter than its first page says: `fill_up`.
            self._driver.execute("PRAGMA writable_schema = ON")
            self._driver.execute("PRAGMA query_only = ON")
        return self._driver


def version_of_damaged(file: DamagedFile) -> int:
    """How many steps of migration the file has gone. Raises UnreadableError where not even its first page is there."""
    ((have,),) = file.rows("PRAGMA user_version")
    return int(have)


def fill_up(path: Path, key: bytes) -> None:
    """Give a file that was cut off its length back, in pages that do not authenticate.

    SQLite takes a page behind the end of a file for zeros, and would give a long value with zeros at its end.
    """
    with path.open("rb+") as file:
        first = file.read(_PAGE)
        vector, first_page = first[_BODY : _BODY + 16], first[16:_BODY]  # the salt lies before it
        plain = Cipher(AES(key), CBC(vector)).decryptor().update(first_page)
        wanted, there = int.from_bytes(plain[12:16], "big") * _PAGE, file.seek(0, SEEK_END)
        while there < wanted:
            there += file.write(b"\xff" * min(wanted - there, 256 * _PAGE))


def read_table(file: DamagedFile, shape: Shape, keep: Keep, *, up_to: int = 0) -> Lost:
    """Give every row that can be read to `keep`, once; what could not be read.

    Args:
        file: the damaged file.
        shape: the table.
        keep: takes the cells of a row, in the order of the columns.
        up_to: the highest number that a row may have, where no index tells it.
    """
    taken = set[int]()
    rows = _select(shape.name, shape.columns)
    if _scan(file, text_of(rows.order_by(_NUMBER)), taken, keep):
        return Lost()
    _scan(file, text_of(rows.order_by(_NUMBER.desc())), taken, keep)
    known, exact = _known(file, shape)
    wanted = known.keys() if exact else range(1, max((*taken, *known, up_to), default=0) + 1)
    one_row = text_of(rows.where(bindparam("number") == _NUMBER))
    lost = {each for each in wanted if each not in taken and not _scan(file, one_row, taken, keep, each)}
    ids = [known.get(each, "") for each in lost]
    return Lost(len(lost), frozenset(filter(None, ids)), exact, exact and all(ids))


def _select(name: str, columns: Iterable[str]) -> Select[*tuple[Any, ...]]:
    return select(_NUMBER, *map(column, columns)).select_from(table(name))


def text_of(statement: ClauseElement) -> str:
    """A statement as the driver takes it, with a question mark for each value."""
    return str(statement.compile(dialect=dialect(paramstyle="qmark")))


def _scan(file: DamagedFile, statement: str, taken: set[int], keep: Keep, *values: int) -> bool:
    """Keep rows until one is there already or cannot be read; whether nothing stood in the way."""
    try:
        for number, *cells in file.rows(statement, *values):
            if number in taken:
                break
            taken.add(number)
            keep(tuple(cells))
    except UnreadableError:
        return False
    return True


def _known(file: DamagedFile, shape: Shape) -> tuple[dict[int, str], bool]:
    """The numbers of all rows, each with the id of its record where an index has it, and whether these are all."""
    known, exact = dict[int, str](), False
    for columns in shape.indexes:
        record = {"id", "record_id"} & {*columns}
        for way in (asc, desc):
            # The columns of an index and no other: SQLite reads them from the index alone.
            statement = _select(shape.name, record).order_by(*map(way, map(column, columns)))
            try:
                for number, *ids in file.rows(text_of(statement)):
                    known[number] = "".join(ids) or known.get(number, "")
            except UnreadableError:
                continue
            exact = True
            break
    return known, exact
