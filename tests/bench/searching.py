"""A search against its own statements alone, and how it grows with the caseload; misspelt names throughout.

The raw query is every statement that the search runs, in the same order with the same values, as the driver takes it:
prepared before, executed, fetched. What is more than that is Python: what was typed is taken apart, words are compared,
people are ranked, lines are made. All of it is processor time: a search waits for nothing, and a busy machine counts less.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from time import process_time

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from coachdesk.name_lists import forms
from coachdesk.people import Person
from coachdesk.storage import Database, people_rows
from tests.bench.harness import Comparison, Go
from tests.core.finding.caseload import caseload
from tests.core.finding.measure import TODAY
from tests.core.finding.misspelt import typed
from tests.core.storage.samples import KEY, Watch

Asked = list[tuple[str, Sequence[object]]]
GOES = 200
SIZES, LARGE = (1_000, 10_000), (1_000, 10_000, 100_000)


def searched(connection: Connection, text: str) -> object:
    """The list for what was typed."""
    return people_rows(connection, text, day=TODAY, forms=forms(), limit=20)


class Listener:
    """Stands before the driver and notes what it is asked."""

    def __init__(self, driver: dbapi2.Connection) -> None:
        self._driver, self.asked = driver, Asked()

    def execute(self, statement: str, values: Sequence[object] = ()) -> dbapi2.Cursor:
        """As the driver does it."""
        self.asked.append((statement, values))
        return self._driver.execute(statement, values)


@contextmanager
def listening(connection: Connection) -> Iterator[Listener]:
    """Note within the block what is asked straight of the driver."""
    record = connection.connection._connection_record
    assert record is not None
    driver = record.dbapi_connection
    listener = Listener(driver)
    record.dbapi_connection = listener
    yield listener
    record.dbapi_connection = driver


def raw(connection: Connection, asked: Asked) -> None:
    """The statements alone."""
    driver = connection.connection.driver_connection
    assert driver is not None
    for statement, values in asked:
        driver.execute(statement, values).fetchall()


def _alone(connection: Connection, asked: dict[str, Asked], text: str) -> None:
    raw(connection, asked[text])


def going(work: Callable[[str], object], texts: list[str]) -> Go:
    """One after the other, over and over, in processor time."""
    turn = cycle(texts)

    def go() -> float:
        text = next(turn)
        started = process_time()
        work(text)
        return process_time() - started

    return go


def filled(database: Database, many: int) -> list[str]:
    """So many people; what is typed to find some of them."""
    people: list[Person] = list(caseload(many))
    with database.write() as writer:
        for person in people:
            writer.put(person, "person.added")
    chance = random.Random(many)
    return [typed(person, chance) for person in chance.sample(people, GOES)]


def comparisons(*, large: bool = False) -> Iterator[Comparison]:
    """In milliseconds against the frame that a keystroke has."""
    with ExitStack() as open_:
        folder = open_.enter_context(tempfile.TemporaryDirectory(prefix="coachdesk-bench-"))
        goes: dict[int, Go] = {}
        for many in LARGE if large else SIZES:
            database = Database.open(Path(folder) / str(many), KEY, author="coach-1", clock=Watch())
            open_.callback(database.close)
            texts = filled(database, many)
            connection = open_.enter_context(database.read())
            goes[many] = going(partial(searched, connection), texts)
            asked = dict[str, Asked]()
            for text in texts:
                with listening(connection) as listener:
                    searched(connection, text)
                asked[text] = listener.asked
            alone = going(partial(_alone, connection, asked), texts)
            name = f"a search among {many:,}"
            yield Comparison(f"{name} / its statements alone", goes[many], alone, aim=1.5, aim_p95_ms=16, goes=GOES)
            if many > SIZES[0]:
                less = goes[many // 10]
                yield Comparison(f"{name} / among {many // 10:,}", goes[many], less, aim=2.5, aim_p95_ms=16, goes=GOES)
