"""A disk without space, as an open vault meets it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlcipher3 import dbapi2

from coachdesk.storage import Database


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    """No page can be added to the vault, on whatever connection it is written."""

    def limit(driver: dbapi2.Connection, _record: object = None) -> None:
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(database._engine, "connect", limit)
    limit(_driver(database))
    yield
    event.remove(database._engine, "connect", limit)
    if database._writer is not None:
        _driver(database).execute("PRAGMA max_page_count = 1073741823")


def _driver(database: Database) -> dbapi2.Connection:
    connection = database._writer
    assert connection is not None
    driver = connection.connection.driver_connection
    assert driver is not None
    return driver
