"""When a jobcentre is open, and on which days it is closed, as an organisation writes it in one line each.

Hours: `Mon-Fri 09:00-12:30 13:00-17:00; Sat 09:00-12:00`. Closures: `2026-12-24 training; 2027-01-04..2027-01-05`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))?(?P<times>(?: \d\d:\d\d-\d\d:\d\d)+)", re.IGNORECASE)
_CLOSURE = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)(?:\.\.(?P<last>\d{4}-\d\d-\d\d))?(?: (?P<why>.+))?")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From one time of a day up to another."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which nobody is seen, first and last, and why in a word or two, or nothing."""

    first: date
    last: date
    why: str = ""


@cache
def opening_hours(text: str) -> tuple[tuple[Stretch, ...], ...]:
    """The stretches of each day of the week, Monday first. Raises ValueError where the text says something else."""
    days: list[tuple[Stretch, ...]] = [()] * 7
    for part in _parts(text):
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(part)
        first = _DAYS.index(found["first"].lower())
        last = _DAYS.index((found["last"] or found["first"]).lower())
        stretches = tuple(_stretches(found["times"].split()))
        if last < first or not stretches:
            raise ValueError(part)
        days[first : last + 1] = [stretches] * (last + 1 - first)
    return tuple(days)


@cache
def closures(text: str) -> tuple[Closure, ...]:
    """The days of closing, as they are written. Raises ValueError where the text says something else."""
    found = [_CLOSURE.fullmatch(part) for part in _parts(text)]
    made = []
    for part, each in zip(_parts(text), found, strict=True):
        if each is None:
            raise ValueError(part)
        first = date.fromisoformat(each["first"])
        made.append(Closure(first, date.fromisoformat(each["last"] or each["first"]), each["why"] or ""))
        if made[-1].last < first:
            raise ValueError(part)
    return tuple(made)


def _parts(text: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in text.split(";") if part.strip())


def _stretches(typed: list[str]) -> Iterator[Stretch]:
    before = time.min
    for each in typed:
        starts, _dash, ends = each.partition("-")
        stretch = Stretch(time.fromisoformat(starts), time.fromisoformat(ends))
        if not before <= stretch.starts < stretch.ends:
            raise ValueError(each)
        before = stretch.ends
        yield stretch
