"""Statements compiled once: SQLAlchemy writes them, each use only fills them in.

An answer is saved several times a minute while a coach types. Through SQLAlchemy's own execution the few small statements
of a save took almost three times as long as the same ones raw.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects.sqlite import dialect
from sqlcipher3 import dbapi2


class Prepared:
    """A statement with named parameters, as text and a way to put the values in order."""

    def __init__(
        self, statement: Insert | Update | Delete | Select[Any], columns: Collection[str] | None = None
    ) -> None:
        """Compile. `columns` are the ones that an insert or update gives a value to; all where it is None."""
        sqlite = dialect(paramstyle="qmark")
        compiled = statement.compile(dialect=sqlite, column_keys=None if columns is None else list(columns))
        self._text = str(compiled)
        self._fill: list[tuple[str, Callable[[Any], Any] | None]] = [
            (name, compiled.binds[name].type.bind_processor(sqlite)) for name in compiled.positiontup or ()
        ]

        chosen = statement.selected_columns if isinstance(statement, Select) else ()
        self._load: list[tuple[str, Callable[[Any], Any] | None]] = [
            (column.name, column.type.result_processor(sqlite, None)) for column in chosen
        ]

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Run it with a value for each parameter; how many rows it changed."""
        rowcount: int = self._cursor(connection, values).rowcount
        return rowcount

    def value(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """The first cell of the one row that it gives, as the driver gives it, or None."""
        rows = self._cursor(connection, values).fetchall()
        return rows[0][0] if rows else None

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """What a query gives: Python values by the names of its columns."""
        for row in self._cursor(connection, values).fetchall():
            yield {
                name: cell if load is None else load(cell) for (name, load), cell in zip(self._load, row, strict=True)
            }

    def _cursor(self, connection: Connection, values: Mapping[str, Any]) -> dbapi2.Cursor:
        driver: dbapi2.Connection = connection.connection.driver_connection
        return driver.execute(
            self._text, [values[name] if dump is None else dump(values[name]) for name, dump in self._fill]
        )
