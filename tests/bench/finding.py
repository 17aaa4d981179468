"""Finding somebody among ten thousand, key by key, until the list is painted."""

import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from coachdesk.application import open_vault
from tests.bench.day import caseload
from tests.bench.desk import seconds, shown
from tests.bench.harness import Comparison
from tests.vaults import PASSPHRASE, setting
from ui.people import PeoplePage

TYPED = ("f", "fa", "far", "fara", "farah", "farah4", "dav", "daveis", "greem", "ach", "ach ow", "")
"""What stands in the find box after each key: beginnings, parts in another order, misspellings, nothing."""


def comparisons() -> Iterator[Comparison]:
    """Each key in the list of people, and in the find box that is always there."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder:
        where = setting(Path(folder))
        caseload(where, 10_000)
        with shown(open_vault(where, PASSPHRASE)) as desk:
            desk.routes.go("people")
            page = desk.window.page()
            assert isinstance(page, PeoplePage)
            keys = cycle(TYPED)
            line = page.find_box.line
            yield Comparison(
                "a key in Find by name, 10,000 people",
                lambda: seconds(lambda: line.setText(next(keys))),
                aim_ms=16,
                goes=48,
            )
            yield Comparison(
                "a key in the find box of the window, 10,000 people",
                lambda: seconds(lambda: desk.routes._search(next(keys))),
                aim_ms=16,
                goes=48,
            )
