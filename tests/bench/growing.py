"""Every screen with a hundred people, a thousand, ten thousand and, where it is asked for, a hundred thousand.

Each caseload has some twenty records of what happened for each person; the largest takes minutes to make. A screen is timed from
the click until it is painted, in processor time, and stands against the same screen with ten times fewer people.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from coachdesk.application import open_vault
from tests.bench.desk import put_away, studio, worked
from tests.bench.harness import Comparison, Go
from tests.bench.many import make
from tests.vaults import PASSPHRASE, setting
from ui.people import PeoplePage
from ui.wiring import Desk

SIZES = (100, 1_000, 10_000)
LARGE = (*SIZES, 100_000)
AIMS_MS = {"Today and Needs you": 250.0, "the list of people": 100.0, "a person": 100.0, "a key in the find box": 16.0}
TYPED = ("s", "sm", "smi", "smiht", "smiht jo", "wiliams", "mohamed al", "school", "07700 9", "")


def screens(desk: Desk) -> dict[str, Go]:
    """A go of each screen, of whoever is next in the list."""
    people = cycle(row.person_id for row in desk.services.people.find(limit=40))
    keys = cycle(TYPED)
    desk.routes.go("people")
    page = desk.window.page()
    assert isinstance(page, PeoplePage)

    def painted(work: Callable[[], object], *, first: str = "") -> Go:
        def go() -> float:
            if first:
                desk.routes.go(first)
            return worked(work)

        return go

    return {
        "Today and Needs you": painted(lambda: desk.routes.go("today"), first="people"),
        "the list of people": painted(lambda: desk.routes.go("people"), first="today"),
        "a person": painted(lambda: desk.routes.open_person(next(people)), first="people"),
        "a key in the find box": painted(lambda: page.find_box.line.setText(next(keys)), first="people"),
    }


def comparisons(*, large: bool = False) -> Iterator[Comparison]:
    """Screen by screen and size by size."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder, studio() as place, ExitStack() as open_:
        goes: dict[str, list[Go]] = {name: [] for name in AIMS_MS}
        sizes = LARGE if large else SIZES
        for people in sizes:
            where = setting(Path(folder) / str(people))
            where.folder.mkdir()
            make(where, people)
            desk = place.desk(open_vault(where, PASSPHRASE))
            open_.callback(put_away, desk)
            while desk.services.day.check_on() is None:
                continue
            for name, go in screens(desk).items():
                goes[name].append(go)
        for name, aim in AIMS_MS.items():
            for at, people in enumerate(sizes):
                twin = goes[name][at - 1] if at else None
                yield Comparison(f"{name}, {people:,} people", goes[name][at], twin, aim=2, aim_p95_ms=aim, goes=20)
