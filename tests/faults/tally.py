"""What the faults come to: how often each was tried and how often it failed, as a table at the end of a run.

A short run is part of all tests; `python3 dev.py faults` sets COACHDESK_FAULTS=full. COACHDESK_FAULT_SEED repeats a run.
"""

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

WHOLE = os.environ.get("COACHDESK_FAULTS") == "full"
SEED = int(os.environ.get("COACHDESK_FAULT_SEED") or random.SystemRandom().randrange(10**9))


@dataclass
class Row:
    """One fault: how often it is to be tried, was begun and ended well, and what is the most that may go wrong."""

    fault: str
    wanted: int
    threshold: str
    begun: int = 0
    well: int = 0

    @property
    def passed(self) -> bool:
        """Whether every trial was made and ended well."""
        return self.well == self.wanted


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts the trials of the tests of one run; what was measured meanwhile stands below the table, a line each."""

    rows: list[Row]
    measured: list[str] = field(default_factory=list)
    seed: int = SEED

    def trials(self, fault: str, threshold: str, wanted: int) -> Iterator[int]:
        """The numbers of the trials; one whose body raises stays as begun and not ended well."""
        row = Row(fault, wanted, threshold)
        self.rows.append(row)
        for number in range(row.wanted):
            row.begun = number + 1
            yield number
            row.well = number + 1


def many(*, short: int, full: int) -> int:
    """How often to try, in a short run and in a full one."""
    return full if WHOLE else short


def moments(seed: int, count: int, longest: float) -> list[float]:
    """So many moments at random within a time, in seconds: one in each equal part of it, so that some are early however few."""
    chance = random.Random(seed)
    spread_out = [(part + chance.random()) * longest / count for part in range(count)]
    chance.shuffle(spread_out)
    return spread_out


def spread(seconds: Sequence[float]) -> str:
    """How a time is distributed: the middle one, the ninety-fifth of a hundred, the longest."""
    ordered = sorted(seconds)
    middle, most = ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100]
    return f"median {middle:.2f} s, 95 % within {most:.2f} s, longest {ordered[-1]:.2f} s"


def table(tally: Tally) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'fault':<52}{'trials':>8}{'failures':>10}  threshold"
    for row in tally.rows:
        mark = "" if row.passed else "  FAILED" if row.begun > row.well else "  NOT FINISHED"
        yield f"{row.fault:<52}{row.begun:>8}{row.begun - row.well:>10}  {row.threshold}{mark}"
    yield from tally.measured
    yield f"{'full' if WHOLE else 'short'} run, COACHDESK_FAULT_SEED={tally.seed}"
