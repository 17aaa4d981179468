"""One answer saved through the services, against the same statements sent to the same encrypted file by hand."""

import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from coachdesk.interviews import Answer, Channel, Kind
from coachdesk.storage.copying import copy_vault
from coachdesk.storage.driver import connect
from tests.bench.harness import Comparison
from tests.vaults import made, setting

WORDS = "I was a cook for six years and I liked teaching the new ones. "


class Saving:
    """A vault with an open interview, its copy from before the first save, and what each save sent to the first."""

    def __init__(self, folder: Path) -> None:
        self._opened = made(setting(folder))
        services = self._opened.services
        person = services.people.save(replace(services.people.draft(), given_name="Amira", family_name="Example"))
        self._interview = services.interviews.start(person.id, "first-commitments", Channel.FACE_TO_FACE)
        words = [q for q in self._interview.definition.questions() if q.kind is Kind.LONG_TEXT and not q.sealed]
        self._question = words[0].id
        self._sent: deque[list[str]] = deque()
        database = self._opened.database
        copy = folder / "copy.cdvault"
        copy_vault(database.path, database.key, copy)
        self._twin = connect(copy, database.key)
        self._twin.execute("PRAGMA journal_mode = WAL")
        assert database._writer is not None
        driver = database._writer.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(self._note)
        self._saves = 0

    def _note(self, statement: str) -> None:
        self._sent[-1].append(statement)

    def save(self) -> float:
        """Save the answer as it grows while somebody types; a new stay in the field every ten saves."""
        self._saves += 1
        answers = {self._question: Answer(value=WORDS * (self._saves % 10 + 1))}
        self._sent.append([])
        started = perf_counter()
        self._opened.services.interviews.save_answer(
            self._interview.interview, answers, self._question, visit=f"visit-{self._saves // 10}"
        )
        return perf_counter() - started

    def replay(self) -> float:
        """The same statements, on the copy, by the driver alone."""
        statements = self._sent.popleft()
        cursor = self._twin.cursor()
        started = perf_counter()
        for statement in statements:
            cursor.execute(statement).fetchall()
        return perf_counter() - started

    def close(self) -> None:
        """Let go of both files."""
        self._twin.close()
        self._opened.close()


def comparisons() -> Iterator[Comparison]:
    """Two hundred saves, so that the slowest hundredth means something."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder, closing(Saving(Path(folder))) as saving:
        name = "save of one answer / the same statements raw"
        yield Comparison(name, saving.save, saving.replay, aim=2, aim_p99_ms=8, goes=200)
