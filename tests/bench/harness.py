"""Measuring two things in turn, so that whatever else the machine does falls on both."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

Go = Callable[[], float]
"""Does the thing once and says how many seconds it took; what it prepares before is not counted."""


@dataclass(frozen=True)
class Comparison:
    """One line of the benchmark.

    Attributes:
        name: what is measured, against what.
        ours: our program's way.
        twin: the same work without our program; None where there is nothing to compare with.
        aim: what the ratio of the medians should stay under.
        aim_ms: what ours should stay under, in milliseconds; `aim_p95_ms` and `aim_p99_ms` for its slowest goes.
        goes: how often each is done.
    """

    name: str
    ours: Go
    twin: Go | None = None
    aim: float | None = None
    aim_ms: float | None = None
    aim_p95_ms: float | None = None
    aim_p99_ms: float | None = None
    goes: int = 15


@dataclass(frozen=True)
class Measured:
    """Milliseconds."""

    median: float
    p95: float
    p99: float
    twin: float | None


def timed(work: Callable[[], object]) -> Go:
    """A go that counts all of `work`."""

    def go() -> float:
        started = perf_counter()
        work()
        return perf_counter() - started

    return go


def measure(comparison: Comparison) -> Measured:
    """Ours and the twin in turn, after one uncounted go of each."""
    ours: list[float] = []
    twin: list[float] = []
    for _ in range(comparison.goes + 1):
        ours.append(comparison.ours() * 1000)
        if comparison.twin:
            twin.append(comparison.twin() * 1000)
    ours, twin = ours[1:], twin[1:]
    p95, p99 = (sorted(ours)[min(len(ours) - 1, round(len(ours) * share))] for share in (0.95, 0.99))
    return Measured(statistics.median(ours), p95, p99, statistics.median(twin) if twin else None)


def line(comparison: Comparison, measured: Measured) -> str:
    """`name  ratio  median, p95 and p99, and how it stands to the aim`."""
    ratio = f"{measured.median / measured.twin:6.2f} x" if measured.twin else " " * 8
    numbers = f"median {measured.median:8.2f} ms  p95 {measured.p95:8.2f} ms  p99 {measured.p99:8.2f} ms"
    against = f"  twin {measured.twin:8.2f} ms" if measured.twin else ""
    return f"{comparison.name:<58}{ratio}  {numbers}{against}  {'; '.join(_judgements(comparison, measured))}"


def _judgements(comparison: Comparison, measured: Measured) -> Iterator[str]:
    ratio = measured.median / measured.twin if measured.twin else None
    for value, aim, unit in (
        (ratio, comparison.aim, " x"),
        (measured.median, comparison.aim_ms, " ms"),
        (measured.p95, comparison.aim_p95_ms, " ms p95"),
        (measured.p99, comparison.aim_p99_ms, " ms p99"),
    ):
        if value is not None and aim is not None:
            yield f"aim {aim:g}{unit}: {'reached' if value <= aim else 'MISSED'}"
