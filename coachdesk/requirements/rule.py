"""A rule as data: what it says, on whose authority, and on which days it holds."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Authority(StrEnum):
    """Who says so. Only an Act and regulations are law; the rest is never cited as law."""

    ACT = "act"
    REGULATION = "regulation"
    ADM = "adm"  # Advice for Decision Making: guidance of the department to its own decision makers
    OPERATIONAL = "operational"
    PRACTICE = "practice"


class Discretion(StrEnum):
    """Whether a rule leaves a choice."""

    MUST = "must"
    MUST_CONSIDER = "must_consider"
    MAY = "may"


class Status(StrEnum):
    """How well the rule is known: read at its address, computed from what was read, known without reading, or not."""

    READ = "read"
    CALCULATED = "calculated"
    OWN = "own"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule over one span of days.

    Attributes:
        id: permanent, never used again for anything else.
        topic: what it is about; on any day at most one rule of a topic holds.
        text: plain words for the coach, without "must" of the claimant.
        citation: "reg. 99(6)"; never empty.
        address: where to read it; empty where nobody knows one.
        jurisdiction: "gb", "england", "scotland", "wales", "england-wales".
        valid_from: first day.
        valid_until: last day, or None while it goes on.
        values: numbers and tables by name; hours a week, pounds an hour, minutes, weeks, months as the names say.
        is_maximum: the value is a ceiling to be set lower where circumstances ask for it.
        checked_on: the day on which somebody last compared the rule with its source.
    """

    id: str
    topic: str
    text: str
    authority: Authority
    citation: str
    address: str = ""
    jurisdiction: str = "gb"
    valid_from: date
    valid_until: date | None = None
    values: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    is_maximum: bool = False
    discretion: Discretion = Discretion.MUST
    status: Status
    checked_on: date

    @property
    def is_law(self) -> bool:
        """Whether it may be cited as law."""
        return self.authority in {Authority.ACT, Authority.REGULATION} and self.status is not Status.UNCONFIRMED

    @property
    def is_compared(self) -> bool:
        """Whether somebody has compared it with its source, or worked it out from what was."""
        return self.status in {Status.READ, Status.CALCULATED}

    def holds(self, day: date) -> bool:
        """Whether the day lies within its validity."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Rules:
    """All rules of a file, found by topic and day.

    Attributes:
        file: its name ("uc-gb.toml").
        version: the file's own, a date.
        every: all of them in the file's order.
    """

    def __init__(self, file: str, version: date, every: Iterable[Rule]) -> None:
        self.file, self.version, self.every = file, version, tuple(every)
        self._by_id = {rule.id: rule for rule in self.every}
        by_topic: dict[str, list[Rule]] = {}
        for rule in sorted(self.every, key=lambda each: each.valid_from):
            by_topic.setdefault(rule.topic, []).append(rule)
        self._by_topic = {topic: ([each.valid_from for each in rules], rules) for topic, rules in by_topic.items()}

    def on(self, topic: str, day: date) -> Rule | None:
        """The rule of the topic that holds on that day; None where none is held."""
        starts, rules = self._by_topic.get(topic, ([], []))
        place = bisect_right(starts, day)
        return rules[place - 1] if place and rules[place - 1].holds(day) else None

    def latest(self, topic: str, day: date) -> Rule | None:
        """The last rule of the topic that began by that day, whether or not it still holds."""
        starts, rules = self._by_topic.get(topic, ([], []))
        place = bisect_right(starts, day)
        return rules[place - 1] if place else None

    def of(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        return self._by_id.get(rule_id)

    def topics(self) -> frozenset[str]:
        """Every topic that there is a rule about."""
        return frozenset(self._by_topic)
