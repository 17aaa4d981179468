"""A vault is closed while somebody works with it: nobody is harmed, and what they were told is so."""

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from coachdesk.errors import AppError
from coachdesk.storage import Database
from tests.core.storage.samples import Watch, a_person
from tests.core.storage.test_database import names


def test_closing_waits_for_a_worker_who_is_in_the_middle_of_writing(database: Database) -> None:
    begun, done = threading.Event(), list[str]()

    def work() -> None:
        with database.write() as writer:
            begun.set()
            for number in range(50):
                writer.put(a_person(f"Amira {number}"), "person.added")
        done.append("committed")

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(5)
    database.close()
    worker.join()
    assert done == ["committed"]
    assert len(stored_in(database)) == 50


def stored_in(closed: Database) -> list[str]:
    """Who is in a closed vault, which is one file."""
    there = [file.name for file in closed.path.parent.iterdir() if closed.path.stem in file.name]
    assert there == [closed.path.name]
    again = Database.open(closed.path, closed.key, author="coach-1", clock=Watch())
    with again.read() as connection:
        found = names(connection)
    again.close()
    return found


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def write_for_ever(database: Database) -> None:
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
        writer.connection.exec_driver_sql(ENDLESS)


def read_for_ever(database: Database) -> None:
    with database.read() as connection:
        connection.exec_driver_sql(ENDLESS)


def read_beside_for_ever(database: Database) -> None:
    with database.read(), database.read() as connection:
        connection.exec_driver_sql(ENDLESS)


@pytest.mark.parametrize("work", [write_for_ever, read_for_ever, read_beside_for_ever])
def test_a_worker_who_does_not_finish_is_told_that_the_vault_was_closed(
    database: Database, work: Callable[[Database], None]
) -> None:
    told = list[str]()

    def tell() -> None:
        try:
            work(database)
        except AppError as error:
            told.append(error.code)

    worker = threading.Thread(target=tell)
    worker.start()
    worker.join(0.2)
    database.close(patience=0.1)
    worker.join()
    assert told == ["storage.closed"]
    assert stored_in(database) == []


def test_a_worker_who_is_busy_elsewhere_finishes_and_closes_what_they_used(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work() -> None:
        with database.write() as writer:
            writer.put(a_person("Amira"), "person.added")
            begun.set()
            go_on.wait(10)
            writer.audit("person.added")

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(5)
    database.close(patience=0.1)
    go_on.set()
    worker.join()
    assert stored_in(database) == ["Amira"]


def test_closing_waits_for_a_worker_who_puts_the_file_under_another_key(database: Database) -> None:
    begun, done = threading.Event(), list[str]()

    def work() -> None:
        with database.left(database.key):
            begun.set()
            time.sleep(0.2)
            done.append("the other file is in its place")

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(5)
    database.close()
    assert done, "whoever opens the vault next finds no file that is half exchanged"
    worker.join()
    assert stored_in(database) == []


def test_nobody_begins_anything_in_a_closed_vault(database: Database) -> None:
    database.close()
    for begin in (database.read, database.write, partial(database.left, database.key)):
        with pytest.raises(AppError, match=r"storage\.closed"), begin():
            pass
    assert stored_in(database) == []
