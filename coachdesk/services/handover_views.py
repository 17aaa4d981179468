"""What handing over gives to screens: frozen values, ready to be shown."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from coachdesk.handover import Card, Colleague, Difference, Outcome, PackHead, Parcel
from coachdesk.handover.summary import Summary
from coachdesk.services.duplicates import Likely


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact file that was read.

    Attributes:
        phrase: five groups to compare over the telephone before it is kept.
        known: this very contact is kept already.
    """

    card: Card
    phrase: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Leaving:
    """One person as they would go.

    Attributes:
        notes: how many of their rows are coaching notes, and `sealed` how many are sealed: they go only when chosen.
    """

    person_id: str
    name: str
    summary: Summary
    notes: int
    sealed: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person who goes, with coaching notes where `notes`, and with what is sealed where `sealed`."""

    person_id: str
    notes: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that was written: where, how many people are in it, how many of them without a next step."""

    path: Path
    people: int
    without_next_step: int


class Standing(StrEnum):
    """What a person of a pack is here."""

    NEW = "new"
    HERE = "here"  # known; the differences say what would change
    TAKEN = "taken"  # this very pack was taken in already
    OLDER = "older"  # something newer of this person came from there already: passed over


@dataclass(frozen=True, slots=True)
class ArrivedPerson:
    """One person of a pack; the name is for the screen inside the program only.

    Attributes:
        likely: who may be the same person under another record here; asked for those who are new only.
    """

    person_id: str
    name: str
    standing: Standing
    summary: Summary
    likely: tuple[Likely, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One difference in words, for a side-by-side review.

    Attributes:
        key: names it in `decisions`.
        asked: the coach decides; everything else follows from who changed what.
        what: which record it is, and `field` which part of it; empty for a whole record.
        ours: what stands here, `theirs` what stands there; of what is private, only that it is.
        ours_by: who wrote ours, and `theirs_by` theirs, by name where the name is known.
    """

    key: str
    person_id: str
    name: str
    outcome: Outcome
    asked: bool
    what: str
    field: str
    ours: str
    theirs: str
    ours_by: str
    theirs_by: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A pack that was opened and looked at. Nothing of it is in the vault.

    Attributes:
        again: this pack was taken in before; taking it changes nothing.
        lines: every difference of people who are here already; those that are `asked` have to be decided.
        removed: so many of the pack were removed here for good; they are left out and do not come back.
    """

    colleague: Colleague
    head: PackHead
    people: tuple[ArrivedPerson, ...]
    lines: tuple[Line, ...]
    parcel: Parcel
    differences: tuple[Difference, ...]
    removed: int = 0

    @property
    def made_at(self) -> datetime:
        """When it was made, in UTC, by the clock of whoever made it."""
        return self.head.made_at

    @property
    def again(self) -> bool:
        return all(each.standing is Standing.TAKEN for each in self.people)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: new people, changes of people who were here, and how many of those the coach decided."""

    new: int
    changes: int
    decided: int
