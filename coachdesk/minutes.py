"""Minutes given back: how long typing, waiting and papers take a coach. Totals of days; never whom they were about. Pure.

What counts as typing is the time between two keys in a text field that follow one another closely; which keys they were is
never asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

PAUSE = 5.0
"""Seconds. After a longer pause between two keys somebody was listening or reading, not typing."""
LONGEST_TO_PAPER = 3600.0
"""Seconds from the last answer to the issued document. What took longer was taken up again later, and is not counted."""
WEEKS_BEFORE = 4
FEWEST_WEEKS = 4
"""A contribution is made from so many weeks at least: a single week could be told by its holidays."""


class Kind(StrEnum):
    """What is measured."""

    TYPING = "typing"
    FIRST_SCREEN = "first_screen"
    TO_PAPER = "to_paper"


@dataclass(frozen=True, slots=True)
class Total:
    """Seconds, and in how many times: spells of typing, unlocks, documents."""

    seconds: int = 0
    times: int = 0

    def plus(self, other: "Total") -> "Total":
        """Both together."""
        return Total(self.seconds + other.seconds, self.times + other.times)

    @property
    def each(self) -> float:
        """Seconds a time; 0 where there was none."""
        return self.seconds / self.times if self.times else 0.0


Totals = Mapping[Kind, Total]


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to show: today, this week from Monday, and the four weeks before it, of which `weeks` have anything."""

    today: Totals
    week: Totals
    before: Totals
    weeks: int = 0


@dataclass(slots=True)
class Spells:
    """Typing as it goes on. `heard` takes a moment in seconds, never a key."""

    seconds: float = 0.0
    times: int = 0
    _last: float | None = field(default=None)

    def heard(self, at: float) -> None:
        """A key in a text field."""
        if self._last is None or not 0 <= at - self._last <= PAUSE:
            self.times += 1
        else:
            self.seconds += at - self._last
        self._last = at

    def taken(self) -> Total:
        """What came together since it was taken before; a spell that goes on is counted as one."""
        total = Total(round(self.seconds), self.times)
        self.seconds -= total.seconds
        self.times = 0
        return total


def look_at(days: Mapping[date, Totals], today: date) -> Look:
    """The totals of days, put together."""
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS_BEFORE)
    earlier = [day for day in days if first <= day < monday]
    return Look(
        today=days.get(today, {}),
        week=_together(days[day] for day in days if monday <= day <= today),
        before=_together(days[day] for day in earlier),
        weeks=len({(day - first).days // 7 for day in earlier}),
    )


def contribution(look: Look) -> tuple[tuple[str, int], ...] | None:
    """All that leaves, by its name: usual values of the weeks before, rounded so far that nobody is told by them.

    None where there are too few weeks. Typing is in half hours a week, unlocking in seconds, papers in whole minutes.
    """
    if look.weeks < FEWEST_WEEKS:
        return None
    typing, first, paper = (look.before.get(kind, Total()) for kind in Kind)
    return (
        ("typing_half_hours_a_week", round(typing.seconds / look.weeks / 1800)),
        ("seconds_to_first_screen", round(first.each)),
        ("minutes_from_last_answer_to_document", round(paper.each / 60)),
    )


def _together(days: Iterable[Totals]) -> Totals:
    found = dict[Kind, Total]()
    for each in days:
        for kind, total in each.items():
            found[kind] = found.get(kind, Total()).plus(total)
    return found
