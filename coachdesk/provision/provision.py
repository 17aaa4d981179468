"""One row of the directory, and the words for where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.people.person import Nation


class Status(StrEnum):
    """What whoever wrote the row knew of it on the day it was last checked."""

    OPEN = "open"
    CLOSED = "closed"
    CHECK = "check"


class Terms(StrEnum):
    """Whether it is by choice alone, or can be part of what is agreed; CHECK where nobody has looked it up."""

    VOLUNTARY = "voluntary"
    AGREED = "agreed"
    CHECK = "check"


class State(StrEnum):
    """Where a row stands on a day."""

    OPEN = "open"
    UNCONFIRMED = "unconfirmed"  # open when last checked: to be checked before anybody is referred
    CHECK = "check"  # not known: treated as closed until somebody has checked
    SOON = "soon"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Something that a person can be referred to, or could be.

    Attributes:
        id: permanent; a site's row with the id of a national one takes its place.
        also: other names under which it is looked for ("JETS").
        does: what it does, in plain words.
        who: who it is for, in plain words.
        nations: where there is it at all.
        area: where in them, where not everywhere.
        open_from, open_to: the first and the last day on which it takes people; None where no day is known.
        dates: what is known of its dates beyond that, in words.
        unconfirmed: nobody has compared it with a source: to be checked before anybody is referred.
        refer: how to refer, in words.
        address: of a web page or of a house.
        waiting: how long people wait, as somebody noted it.
        instead: what there is today in place of what has closed.
        source: where it was read.
        last_checked: the day on which somebody compared it with that source, or asked; where it is unconfirmed, noted it.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    does: str
    who: str
    nations: tuple[Nation, ...]
    area: str = ""
    status: Status
    open_from: date | None = None
    open_to: date | None = None
    dates: str = ""
    unconfirmed: bool = False
    terms: Terms
    refer: str = ""
    phone: str = ""
    address: str = ""
    waiting: str = ""
    instead: str = ""
    source: str
    source_address: str = ""
    last_checked: date


@dataclass(frozen=True, slots=True)
class ProvisionFile:
    """The rows of one file; a newer `version` takes the place of an older one."""

    file: str
    version: date
    rows: tuple[Provision, ...]


_BY_CHOICE = "voluntary:"
_FROM = "directory:"


def followed(row: Provision) -> str:
    """What an action of a plan that comes from a row keeps about it, in `Action.follows_from`."""
    return f"{_BY_CHOICE if row.terms is Terms.VOLUNTARY else _FROM}{row.id}"


def only_by_choice(follows_from: str) -> bool:
    """Whether an action comes from something voluntary, so that it can never stand among what a person is asked to do."""
    return follows_from.startswith(_BY_CHOICE)
