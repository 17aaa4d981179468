"""A worked example: what is known about an invented person, the right finding, and what it would be wrong to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from coachdesk.cases.circumstance import SEALED, Circumstance
from coachdesk.requirements.rule import Authority


class Footing(StrEnum):
    """What a frequency of contact rests on: the department's own operation, what coaches do, or the two of them."""

    OPERATIONAL = "operational"
    PRACTICE = "practice"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How often and how the coach and this person are in touch, in words."""

    frequency: str
    channel: str
    authority: Footing
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where no regulation helps: what is done instead, and on whose authority. Never law."""

    authority: Authority
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What every written case may say about requirements; without a meeting it is an example and nothing else.

    Attributes:
        name: of the file, without its ending.
        title: neutral where the matter is sealed.
        summary: what is known, in one or two sentences.
        circumstances: what it is an example of; empty: it is not offered as one.
        facts: of interfaces.md section 2, as written; what the person and the meeting say may be left out.
        expect: parts of the finding's JSON by dotted path (coachdesk.cases.expected).
        unreasonable: what it would be wrong to ask of this person.
    """

    title: str
    name: str = ""
    summary: str = ""
    circumstances: tuple[Circumstance, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    unreasonable: tuple[str, ...] = ()
    contact: Contact | None = None
    sources: tuple[Source, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of its meeting; None where there is none: then the facts say it."""
        return None

    @property
    def born(self) -> date | None:
        """The date of birth of its person, where it has one."""
        return None

    @property
    def sealed(self) -> bool:
        """Whether it is about a matter that is shown by a neutral label only."""
        return not SEALED.isdisjoint(self.circumstances)
