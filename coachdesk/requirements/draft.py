"""Facts while they are being gathered."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from coachdesk.people.person import Nation
from coachdesk.requirements.facts import (
    ChildFacts,
    Decisions,
    DiscretionDecision,
    Earnings,
    ExpectedHoursDecision,
    Facts,
    Limit,
    PersonFacts,
)

Word = TypeVar("Word", bound=StrEnum)


def one_of(words: type[Word], value: object) -> Word | None:
    """The word of a fact that was chosen; None for anything else, such as "I do not know"."""
    return words(value) if isinstance(value, str) and value in {*words} else None


@dataclass(slots=True)
class Person:
    """One person's facts by the names of `PersonFacts`; those that are lists apart, and the two that have parts."""

    single: dict[str, Any] = field(default_factory=dict)
    several: dict[str, list[Any]] = field(default_factory=dict)
    earnings: dict[str, Any] = field(default_factory=dict)
    expected_hours: ExpectedHoursDecision | None = None
    limits: list[Limit] = field(default_factory=list)

    def add(self, name: str, value: object) -> None:
        """One more of a list of facts."""
        self.several.setdefault(name, []).append(value)

    def done(self, discretions: tuple[DiscretionDecision, ...] = ()) -> PersonFacts:
        """The facts."""
        decisions = Decisions(expected_hours=self.expected_hours, limits=tuple(self.limits), discretions=discretions)
        parts: dict[str, Any] = {name: tuple(values) for name, values in self.several.items()}
        parts |= self.single
        return PersonFacts(earnings=Earnings(**self.earnings), decisions=decisions, **parts)


@dataclass(slots=True)
class Draft:
    """All facts.

    Attributes:
        on: the day the facts are for.
        couple: whether two people claim together; None where nobody said.
        caring_recorded: caring was recorded with its hours, which stands in the place of what answers said.
    """

    on: date
    claimant: Person = field(default_factory=Person)
    partner: Person = field(default_factory=Person)
    couple: bool | None = None
    children: list[ChildFacts] = field(default_factory=list)
    caring_recorded: bool = False

    def done(self, nation: Nation | None, discretions: tuple[DiscretionDecision, ...]) -> Facts:
        """The facts; what was said of a partner counts only where there is one."""
        return Facts(
            on=self.on,
            nation=nation,
            claimant=self.claimant.done(discretions),
            partner=self.partner.done() if self.couple else None,
            children=tuple(self.children),
        )
