"""A search against its own statements alone, and among ten thousand people against a thousand, misspelt names throughout."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection

from coachdesk.name_lists import forms
from coachdesk.people import Person
from coachdesk.storage import Database, people_rows
from tests.bench.harness import Comparison, Go
from tests.core.finding.caseload import caseload
from tests.core.finding.measure import TODAY
from tests.core.finding.misspelt import typed
from tests.core.storage.samples import KEY, Watch

Asked = list[str]
GOES = 200


def searched(connection: Connection, text: str) -> object:
    """The list for what was typed."""
    return people_rows(connection, text, day=TODAY, forms=forms(), limit=20)


def statements(connection: Connection, text: str) -> Asked:
    """Every statement of a search as SQLite got it, values and all."""
    driver = connection.connection.driver_connection
    assert driver is not None
    asked: Asked = []
    driver.set_trace_callback(asked.append)
    searched(connection, text)
    driver.set_trace_callback(None)
    return [statement for statement in asked if "_fts_" not in statement and not statement.startswith("--")]


def raw(connection: Connection, asked: Asked) -> None:
    """The statements alone."""
    driver = connection.connection.driver_connection
    assert driver is not None
    for statement in asked:
        driver.execute(statement).fetchall()


def _alone(connection: Connection, asked: dict[str, Asked], text: str) -> None:
    raw(connection, asked[text])


def going(work: Callable[[str], object], texts: list[str]) -> Go:
    """One after the other, over and over."""
    turn = cycle(texts)

    def go() -> float:
        text = next(turn)
        started = perf_counter()
        work(text)
        return perf_counter() - started

    return go


def filled(database: Database, many: int) -> list[str]:
    """So many people; what is typed to find some of them."""
    people: list[Person] = list(caseload(many))
    with database.write() as writer:
        for person in people:
            writer.put(person, "person.added")
    chance = random.Random(many)
    return [typed(person, chance) for person in chance.sample(people, GOES)]


def comparisons() -> Iterator[Comparison]:
    """In milliseconds against the frame that a keystroke has."""
    with ExitStack() as open_:
        folder = open_.enter_context(tempfile.TemporaryDirectory(prefix="coachdesk-bench-"))
        goes: dict[int, Go] = {}
        asked: dict[str, Asked] = {}
        connections: dict[int, Connection] = {}
        for many in (1_000, 10_000):
            database = Database.open(Path(folder) / str(many), KEY, author="coach-1", clock=Watch())
            open_.callback(database.close)
            texts = filled(database, many)
            connections[many] = connection = open_.enter_context(database.read())
            goes[many] = going(partial(searched, connection), texts)
            asked = {text: statements(connection, text) for text in texts}
        alone = going(partial(_alone, connections[10_000], asked), list(asked))
        yield Comparison(
            "a search among 10,000 / its statements alone", goes[10_000], alone, aim=1.5, aim_ms=16, goes=GOES
        )
        yield Comparison(
            "a search among 10,000 / among 1,000", goes[10_000], goes[1_000], aim=2.5, aim_ms=16, goes=GOES
        )
