"""A finding, for a thousand households that chance made, one after the other."""

from collections.abc import Iterator
from itertools import cycle

from coachdesk.requirements.assess import assess
from tests.bench.harness import Comparison, timed
from tests.core.requirements.found import rules
from tests.core.requirements.random_facts import many

HOUSEHOLDS = 1000


def comparisons() -> Iterator[Comparison]:
    """Each household once."""
    held, households = rules(), cycle(many(HOUSEHOLDS))
    yield Comparison(
        f"a finding, {HOUSEHOLDS:,} random sets of facts",
        timed(lambda: assess(next(households), held)),
        aim_ms=2,
        aim_p99_ms=2,
        goes=HOUSEHOLDS,
    )
